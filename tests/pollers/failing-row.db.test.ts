import { eq } from 'drizzle-orm';
import { describe, expect, it } from 'vitest';
import { planSteps, scheduledReminders } from '../../server/db/schema.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { minutes } from '../support/frozen-clock.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

/** A row that no card can be drawn from, as only a bug could leave it. */
const spoil = (stepId: string) =>
  database.db.update(planSteps).set({ timeZone: 'Nowhere/Land' }).where(eq(planSteps.id, stepId));

const remindedOf = async (world: BotWorld) =>
  (await world.messages()).flatMap(({ text }) => /^(?:⚠️.*\n\n)?🔔 (\w+) ·/u.exec(text)?.[1] ?? []).sort();

describe('one reminder that cannot be drawn', () => {
  it('stops none of the others, is logged and tried again', async () => {
    const world = await openBotWorld(database.db);
    const broken = await plannedLead(world, { name: 'Broken', plan: [0] });
    for (const name of ['A', 'B', 'C', 'D', 'E', 'F']) await plannedLead(world, { name, plan: [0] });
    await spoil(broken.stepId);
    await world.tick('due-reminders');
    expect(await remindedOf(world)).toEqual(['A', 'B', 'C', 'D', 'E', 'F']);
    expect(await reminderOf(database.db, broken.stepId)).toMatchObject({ status: 'pending', attempts: 1 });
    const reminderId = (await reminderOf(database.db, broken.stepId)).id;
    expect(world.complaints()).toMatchObject([{ level: 50, reminderId }]);
  });

  it('is not in the way of what else is unconfirmed or due either', async () => {
    const world = await openBotWorld(database.db);
    const broken = await plannedLead(world, { name: 'Broken', plan: [0] });
    const unsure = await plannedLead(world, { name: 'Unsure', plan: [0] });
    for (const { stepId } of [broken, unsure]) {
      await database.db
        .update(scheduledReminders)
        .set({ status: 'unconfirmed', lastError: 'no answer' })
        .where(eq(scheduledReminders.stepId, stepId));
    }
    await plannedLead(world, { name: 'Due', plan: [0] });
    await spoil(broken.stepId);
    await world.tick('due-reminders');
    expect(await remindedOf(world)).toEqual(['Due', 'Unsure']);
  });

  it('comes when it has been put right', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    await spoil(stepId);
    await world.tick('due-reminders');
    await database.db.update(planSteps).set({ timeZone: 'Europe/Berlin' }).where(eq(planSteps.id, stepId));
    world.clock.advance(minutes(1));
    await world.tick('due-reminders');
    expect((await world.last()).text).toContain('🔔 Anna Petrova');
  });
});

describe('a message in the chat that cannot be redrawn', () => {
  it('is logged once and stops none of the others', async () => {
    const world = await openBotWorld(database.db);
    const broken = await plannedLead(world, { name: 'Broken', plan: [0] });
    const fine = await plannedLead(world, { name: 'Fine', plan: [0] });
    await world.tick('due-reminders');
    await world.settle();
    await spoil(broken.stepId);
    await world.tapData(`v1:done:${broken.stepId}`);
    await world.tapData(`v1:done:${fine.stepId}`);
    await world.tick('chat-refresh');
    expect((await world.messages()).filter(({ text }) => text.startsWith('✅'))).toHaveLength(1);
    expect(world.complaints()).toMatchObject([{ level: 50, msg: 'a message could not be refreshed' }]);
  });
});
