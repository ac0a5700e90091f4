import { beforeEach, describe, expect, it } from 'vitest';
import { editStep } from '../../server/plans/edit-steps.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { monday } from '../support/people.ts';
import { later, one } from '../support/rows.ts';
import { plannedLead, remindedLead } from '../support/scenes.ts';

const database = openTestDatabase();
let world: BotWorld;

beforeEach(async () => {
  world = await openBotWorld(database.db);
});

/** What comes at `now` beside what was there before. */
async function cameAt(now: Date) {
  const before = (await world.messages()).length;
  world.clock.moveTo(now);
  await world.tick('nudges');
  await world.tick('due-reminders');
  await world.settle();
  return (await world.messages()).slice(before);
}

describe('a step that was not acted on', () => {
  it('is told of once more the next morning, and Done on that settles both messages', async () => {
    const { reminder } = await remindedLead(world);
    const [nudge, ...more] = await cameAt(later({ days: 1 }));
    expect(more).toEqual([]);
    expect(nudge?.text).toMatch(/^⏰ Still open\nAnna Petrova · Acme\nStep of day 0 · step 1 of 2\n/);
    if (nudge) await world.tap(nudge, 'done');
    for (const { id } of [reminder, one([nudge])])
      expect((await world.message(id)).text).toMatch(/^✅ Step of day 0/);
    expect(await cameAt(later({ days: 2 }))).toEqual([]);
  });

  it('is one of a list when there are more than three', async () => {
    for (const name of ['Ada', 'Ben', 'Cem', 'Dee']) await plannedLead(world, { name, plan: [0] });
    expect(await cameAt(monday)).toHaveLength(1);
    const [list, ...more] = await cameAt(later({ days: 1 }));
    expect(list?.text).toMatch(/^🔔 4 steps are due/);
    expect(more).toEqual([]);
    expect(await cameAt(later({ days: 2 }))).toEqual([]);
  });
});

describe('a pinned step that comes before an earlier one is settled', () => {
  it('says so, until it is', async () => {
    const { steps } = await remindedLead(world);
    const [first, second] = [one(steps), one(steps, 1)];
    const words = { title: 'Call Anna', draft: '', dueLocal: '2026-10-12T11:00' };
    await editStep(database.db, { userId: olga, stepId: second.id, ...words, now: monday });
    const reminder = one(await cameAt(later({ hours: 2 })));
    expect(reminder.text).toContain('“Step of day 0” is still open.');
    const done = { userId: olga, stepId: first.id, status: 'done' } as const;
    await setStepStatus(database.db, { ...done, now: later({ hours: 2 }) });
    await world.settle();
    expect((await world.message(reminder.id)).text).not.toContain('still open');
  });
});
