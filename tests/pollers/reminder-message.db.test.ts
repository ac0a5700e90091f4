import { describe, expect, it } from 'vitest';
import { chatMessages } from '../../server/db/schema.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { button, buttons, formatted, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { planOf } from '../support/people.ts';
import { plannedLead, remindedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

describe('a reminder that is due', () => {
  it('arrives with the lead in bold, the step, the draft, why now and when', async () => {
    const world = await openBotWorld(database.db);
    const { reminder } = await remindedLead(world);
    expect(reminder.text).toBe(
      [
        '🔔 Anna Petrova · Acme\nStep of day 0 · step 1 of 2',
        'Draft for day 0',
        'Why now: Because it is day 0.',
        'Day 0 · Mon 12 Oct, 09:00',
      ].join('\n'),
    );
    expect(formatted(reminder)).toEqual([
      'bold: Anna Petrova',
      'bold: Step of day 0',
      'blockquote: Draft for day 0',
      'italic: Day 0 · Mon 12 Oct, 09:00',
    ]);
  });

  it('has its buttons, and Open leads to exactly that lead and step', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, stepId, reminder } = await remindedLead(world);
    expect(buttons(reminder)).toEqual([
      ['done', 'snooze', 'skip', 'hasReplied'],
      ['copy', 'why', 'open'],
    ]);
    expect(button(reminder, 'open')).toMatchObject({
      web_app: { url: `https://app.example.org/leads/${leadId}?step=${stepId}` },
    });
    expect(button(reminder, 'done')).toMatchObject({ callback_data: `v1:done:${stepId}` });
  });

  it('without a draft has nothing to copy, and without an app nothing to open', async () => {
    const world = await openBotWorld(database.db, { app: null });
    const plan = planOf(0);
    const steps = plan.steps.map((step) => ({ ...step, draft: '', why: '' }));
    const { reminder } = await remindedLead(world, { plan: { ...plan, steps } });
    expect(buttons(reminder)).toEqual([['done', 'snooze', 'skip', 'hasReplied'], ['why']]);
    expect(reminder.text).not.toContain('Why now');
  });

  it('is remembered with its message, so that later changes reach it', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, stepId, reminder } = await remindedLead(world);
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'sent', messageId: reminder.id, attempts: 1, lastError: null },
      lastRemindedAt: world.clock.now(),
    });
    expect(await database.db.select().from(chatMessages)).toMatchObject([
      { chatId: olga, messageId: reminder.id, kind: 'reminder', leadId, stepId },
    ]);
  });

  it('never comes for a step that is not due, done, or of a closed lead', async () => {
    const world = await openBotWorld(database.db);
    await plannedLead(world, { plan: [1] });
    await world.tick('due-reminders');
    expect(await world.messages()).toHaveLength(1);
  });
});

describe('a draft of 10,000 characters', () => {
  it('is cut within Telegram’s limit and says where to read on', async () => {
    const world = await openBotWorld(database.db);
    const plan = planOf(0);
    const draft = '👩‍👩‍👧‍👦 é'.repeat(1000);
    const steps = plan.steps.map((step) => ({ ...step, draft }));
    const { reminder } = await remindedLead(world, { plan: { ...plan, steps } });
    expect(reminder.text.length).toBeLessThanOrEqual(4096);
    expect(reminder.text).toContain('…\n… Open to read on');
    expect(world.complaints()).toEqual([]);
  });
});
