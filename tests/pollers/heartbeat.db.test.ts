import { randomUUID } from 'node:crypto';
import { eq, sql } from 'drizzle-orm';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instances } from '../../server/db/schema.ts';
import { createHeartbeat, type Heartbeat } from '../../server/pollers/heartbeat.ts';
import { claimDue } from '../../server/reminders/claim.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { openTestDatabase } from '../support/database.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { shakyDb } from '../support/shaky-db.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();
const seen = (instance: string) => database.db.select().from(instances).where(eq(instances.id, instance));

describe('a heartbeat', () => {
  // It counts by the process's own stopwatch, which stands still here.
  beforeEach(() => void vi.useFakeTimers({ toFake: ['performance'] }));
  afterEach(() => void vi.useRealTimers());

  async function openHeartbeat() {
    const world = await openBotWorld(database.db);
    const shaky = shakyDb(database.db);
    const instance = randomUUID();
    return { world, shaky, instance, heartbeat: createHeartbeat({ ...world.deps, instance, db: shaky.db }) };
  }

  it('is fresh from the first beat on, until three did not get through', async () => {
    const { heartbeat } = await openHeartbeat();
    expect(heartbeat.isFresh()).toBe(false);
    await heartbeat.run();
    vi.advanceTimersByTime(14_999);
    expect(heartbeat.isFresh()).toBe(true);
    vi.advanceTimersByTime(1);
    expect(heartbeat.isFresh()).toBe(false);
    await heartbeat.run();
    expect(heartbeat.isFresh()).toBe(true);
  });

  it('that the database did not hear is none', async () => {
    const { heartbeat, shaky } = await openHeartbeat();
    shaky.goAway();
    await expect(heartbeat.run()).rejects.toThrow('the connection was lost');
    expect(heartbeat.isFresh()).toBe(false);
  });

  it('is seen by the others until the process ends in order', async () => {
    const { heartbeat, instance } = await openHeartbeat();
    await heartbeat.run();
    expect(await seen(instance)).toHaveLength(1);
    await heartbeat.end();
    expect(await seen(instance)).toEqual([]);
  });

  it('takes over what the dead had in flight, says so, and wakes the sender', async () => {
    const { world, heartbeat } = await openHeartbeat();
    const { stepId } = await plannedLead(world, { plan: [0] });
    await claimDue(database.db, { now: world.clock.now(), instance: randomUUID(), limit: 5, rate: 0 });
    const woken = vi.fn();
    world.deps.wake.on('reminders', woken);
    await heartbeat.run();
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'unconfirmed', claimedBy: null });
    expect(woken).toHaveBeenCalledTimes(1);
    expect(world.complaints()).toMatchObject([{ level: 40, reminders: 1 }]);
    await heartbeat.run();
    expect(woken).toHaveBeenCalledTimes(1);
  });

  it('leaves what this process has in flight itself', async () => {
    const { world, heartbeat, instance } = await openHeartbeat();
    const { stepId } = await plannedLead(world, { plan: [0] });
    await heartbeat.run();
    await claimDue(database.db, { now: world.clock.now(), instance, limit: 5, rate: 0 });
    await heartbeat.run();
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'sending', claimedBy: instance });
  });

  it('takes over what a living instance did not settle within its lease', async () => {
    const { world, heartbeat, instance } = await openHeartbeat();
    const { stepId } = await plannedLead(world, { plan: [0] });
    await heartbeat.run();
    await claimDue(database.db, { now: world.clock.now(), instance, limit: 5, rate: 0 });
    await database.db.execute(sql`update scheduled_reminders set lease_until = now() - interval '1 second'
      where claimed_by is not null`);
    await heartbeat.run();
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'unconfirmed', claimedBy: null });
  });
});

describe('a process that the others may think dead', () => {
  it('sends nothing of what it claimed, and gives it back', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    const stale: Heartbeat = { ...world.deps.heartbeat, isFresh: () => false };
    await world.restart({ heartbeat: stale });
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'pending', attempts: 0, claimedBy: null, leaseUntil: null, lastRemindedAt: null },
    });
    await world.restart();
    await world.tick('due-reminders');
    expect(await told(world)).toEqual(['🔔 Anna Petrova']);
  });

  it('claims nothing while it cannot say that it lives', async () => {
    const world = await openBotWorld(database.db);
    const { stepId } = await plannedLead(world, { plan: [0] });
    const run = () => Promise.reject(new Error('the connection was lost'));
    await world.restart({ heartbeat: { ...world.deps.heartbeat, isFresh: () => false, run } });
    await world.tick('due-reminders');
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'pending', lastError: null });
    expect(world.complaints()).toMatchObject([{ poller: 'due-reminders', level: 50 }]);
  });
});
