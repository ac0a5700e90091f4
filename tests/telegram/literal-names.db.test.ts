import { describe, expect, it } from 'vitest';
import { openBotWorld } from '../support/bot-world.ts';
import { formatted } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { planOf } from '../support/people.ts';
import { remindedLead } from '../support/scenes.ts';

const database = openTestDatabase();

const names = [
  '*_[](~',
  "O'Neil <b>",
  '**bold** `code` ||spoiler||',
  '[link](https://evil.example)',
  '{name} {count, plural, one {x}}',
  "'{quoted}' '' #",
  '&lt;b&gt; &amp; \\* \\',
  '👩‍👩‍👧‍👦 Zoë 🇩🇪',
  'دانا الخطيب',
  '# heading',
  '1. list - item > quote',
  '\u{E000}0\u{E001}',
];

describe.each(names)('a lead called %s', (name) => {
  it('is called exactly so in its reminder, its company and draft too', async () => {
    const world = await openBotWorld(database.db);
    const plan = planOf(0);
    const steps = plan.steps.map((step) => ({ ...step, title: name, draft: name, why: name }));
    const { reminder } = await remindedLead(world, { name, company: name, plan: { ...plan, steps } });
    expect(reminder.text).toContain(`🔔 ${name} · ${name}\n${name} · step 1 of 1`);
    expect(reminder.text).toContain(`Why now: ${name}`);
    // Telegram finds links in any text by itself; what we ask for is checked here.
    const ours = formatted(reminder).filter((one) => /^(bold|blockquote)/.test(one));
    expect(ours).toEqual([`bold: ${name}`, `bold: ${name}`, `blockquote: ${name}`]);
    expect(world.complaints()).toEqual([]);
  });
});

describe('a line full of markup after /add', () => {
  it('comes back as it was written', async () => {
    const world = await openBotWorld(database.db);
    const plan = await world.say("/add *_[](~ O'Neil <b>, CTO at A & B <i>");
    expect(plan.text).toMatch(/^\*_\[\]\(~ O'Neil <b> · A & B <i>\n/);
    expect(formatted(plan)[0]).toBe("bold: *_[](~ O'Neil <b>");
  });
});
