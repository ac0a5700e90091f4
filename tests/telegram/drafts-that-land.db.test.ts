import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { leads } from '../../server/db/schema.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons, formatted, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { planOf } from '../support/people.ts';
import { plannedLead, remindedLead, stepsOf } from '../support/scenes.ts';

const database = openTestDatabase();
const long = 'Hello *there* {x} '.repeat(20).trim();

/** A reminder whose draft is too long for Telegram's copy button, and the message that asks whether it was sent. */
async function asked(world: BotWorld) {
  const plan = planOf(0, 3);
  const steps = plan.steps.map((step) => ({ ...step, draft: long }));
  const scene = await remindedLead(world, { plan: { ...plan, steps } });
  await world.tap(scene.reminder, 'copy');
  const [draft, question] = (await world.messages()).slice(-2);
  if (!draft || !question) throw new Error('nothing was asked');
  return { ...scene, draft, question };
}

describe('a long draft', () => {
  it('comes as code, which a tap copies, and then the bot asks whether it was sent', async () => {
    const { draft, question } = await asked(await openBotWorld(database.db));
    expect(draft.text).toBe(long);
    expect(formatted(draft)).toEqual([`pre: ${long}`]);
    expect(draft.keyboard ?? []).toEqual([]);
    expect(question.text).toBe('Sent it?\nStep of day 0 · Anna Petrova · Acme');
    expect(buttons(question)).toEqual([['sent', 'notYet']]);
  });

  it('that was sent settles the step, and both messages say so', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder, question } = await asked(world);
    expect(await world.tap(question, 'sent')).toMatchObject({ text: '✅ Done' });
    expect((await stepsOf(database.db, leadId))[0]).toMatchObject({ status: 'done' });
    for (const { id } of [reminder, question])
      expect((await world.message(id)).text).toMatch(/^✅ Step of day 0\n.*\nDone Mon 12 Oct/);
    await world.tap(await world.message(question.id), 'undo');
    expect((await stepsOf(database.db, leadId))[0]).toMatchObject({ status: 'open' });
  });

  it('that was not sent leaves the step open, with its buttons at hand', async () => {
    const world = await openBotWorld(database.db);
    const { leadId, reminder, question } = await asked(world);
    expect(await world.tap(question, 'notYet')).toMatchObject({ text: 'Fine, it stays open.' });
    expect((await stepsOf(database.db, leadId))[0]).toMatchObject({ status: 'open' });
    expect(buttons(await world.message(question.id))).toEqual(buttons(reminder));
  });

  it('of a step that was settled meanwhile is given, and nothing is asked', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await asked(world);
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: world.clock.now() });
    await world.tapData(`v1:draft:${stepId}`);
    expect((await world.last()).text).toBe(long);
  });
});

it('a reminder about a lead with a Telegram name opens their chat with the draft', async () => {
  const world = await openBotWorld(database.db);
  const { leadId } = await plannedLead(world);
  await database.db.update(leads).set({ telegram: 'anna_p' }).where(eq(leads.id, leadId));
  await world.tick('due-reminders');
  await world.settle();
  expect((await world.last()).keyboard?.[1]).toMatchObject([
    { text: '✉️ Write to Anna', url: 'https://t.me/anna_p?text=Draft%20for%20day%200' },
    { text: 'Copy draft', copy_text: { text: 'Draft for day 0' } },
  ]);
});
