import { describe, expect, it, onTestFinished } from 'vitest';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { createPollers } from '../../server/pollers/index.ts';
import { neverByItself, openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { eventually } from '../support/eventually.ts';
import { minutes } from '../support/frozen-clock.ts';
import { later } from '../support/rows.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();

/** The sender of a program that was started: its cron expression never comes round, only its alarm wakes it. */
async function startedSender() {
  const world = await openBotWorld(database.db);
  const { stepId } = await plannedLead(world, { plan: [1] });
  const poller = createPollers(world.deps, neverByItself).find(({ name }) => name === 'due-reminders');
  if (!poller) throw new Error('there is no such poller');
  onTestFinished(() => poller.stop());
  poller.start();
  await eventually(() => poller.lastTick);
  /** The time is `ms` before the reminder's, and the sender is told that the rows have changed. */
  async function beforeDue(ms: number) {
    const { sendAt } = await reminderOf(database.db, stepId);
    world.clock.moveTo(new Date(sendAt.getTime() - ms));
    world.deps.wake.notify('reminders');
  }
  return { world, stepId, poller, beforeDue };
}

/** Well before the fifteen seconds after which it would look in any case. */
const untilSent = (stepId: string) =>
  eventually(async () => (await reminderOf(database.db, stepId)).status === 'sent', { seconds: 8 });

describe('a reminder whose instant comes', () => {
  it('is sent then, without waiting for a sweep, and not a millisecond before', async () => {
    const { world, stepId, poller, beforeDue } = await startedSender();
    await beforeDue(1);
    await poller.tick();
    await poller.idle();
    expect(await told(world)).toEqual([]);
    world.clock.advance(1);
    await untilSent(stepId);
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });

  it('is sent at its new instant when it was put off', async () => {
    const { world, stepId, poller, beforeDue } = await startedSender();
    await snoozeStep(database.db, {
      userId: olga,
      stepId,
      to: '1h',
      now: later({ days: 1, minutes: -1 }),
    });
    await beforeDue(minutes(59));
    await poller.tick();
    await poller.idle();
    expect(await told(world)).toEqual([]);
    await beforeDue(10);
    world.clock.advance(10);
    await untilSent(stepId);
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });

  it('is left alone by a sender that was stopped', async () => {
    const { world, stepId, poller, beforeDue } = await startedSender();
    await poller.stop();
    await beforeDue(0);
    await poller.tick();
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', claimedBy: null });
    expect(await told(world)).toEqual([]);
  });
});
