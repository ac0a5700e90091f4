import { describe, expect, it } from 'vitest';
import { editStep } from '../../server/plans/edit-steps.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';

const database = openTestDatabase();

/** A reminder of Monday, 12 October 2026 at that wall time in Berlin. */
async function dueAt(dueLocal: string) {
  const world = await openBotWorld(database.db);
  const { stepId } = await plannedLead(world, { plan: [3] });
  const words = { title: 'Call', draft: '' };
  const edited = await editStep(database.db, {
    ...{ userId: olga, stepId, dueLocal, now: world.clock.now() },
    ...words,
  });
  expect(edited).toMatchObject({ ok: true });
  const look = async (at: string) => {
    world.clock.moveTo(new Date(at));
    await world.tick('due-reminders');
    return (await world.messages()).filter(({ text }) => text.startsWith('🔔')).length;
  };
  const warnings = async () => (await world.messages()).filter(({ text }) => text.startsWith('⚠️')).length;
  return { look, warnings, stepId, fault: world.fault };
}

describe('a reminder that is late because the program was down', () => {
  it('waits for the morning when now is outside the person’s hours', async () => {
    const { look, stepId } = await dueAt('2026-10-12T17:30');
    expect(await look('2026-10-12T20:00:00+02:00')).toBe(0);
    expect(await reminderOf(database.db, stepId)).toMatchObject({
      ...{ status: 'pending', attempts: 0 },
      sendAt: new Date('2026-10-13T09:00:00+02:00'),
    });
    expect(await look('2026-10-13T08:59:00+02:00')).toBe(0);
    expect(await look('2026-10-13T09:00:00+02:00')).toBe(1);
    expect(await look('2026-10-13T09:15:00+02:00')).toBe(1);
  });

  it('waits for Monday when it is the weekend', async () => {
    const { look } = await dueAt('2026-10-16T17:00');
    expect(await look('2026-10-17T11:00:00+02:00')).toBe(0);
    expect(await look('2026-10-18T11:00:00+02:00')).toBe(0);
    expect(await look('2026-10-19T09:00:00+02:00')).toBe(1);
  });

  it('comes at once inside those hours', async () => {
    const { look } = await dueAt('2026-10-12T10:00');
    expect(await look('2026-10-12T15:00:00+02:00')).toBe(1);
  });
});

describe('the word about a reminder that may not have arrived', () => {
  it('waits for the morning when now is outside the person’s hours', async () => {
    const { look, warnings, stepId, fault } = await dueAt('2026-10-12T17:30');
    await fault({ kind: '500', method: 'sendMessage' });
    await look('2026-10-12T17:30:00+02:00');
    await look('2026-10-13T03:00:00+02:00');
    expect(await warnings()).toBe(0);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ status: 'unconfirmed' });
    await look('2026-10-13T08:59:00+02:00');
    expect(await warnings()).toBe(0);
    await look('2026-10-13T09:00:00+02:00');
    await look('2026-10-13T09:15:00+02:00');
    expect(await warnings()).toBe(1);
  });
});

describe('a reminder on time', () => {
  it('comes at the hour the person picked, however odd, a few minutes late as well', async () => {
    const { look } = await dueAt('2026-10-12T22:30');
    expect(await look('2026-10-12T22:29:00+02:00')).toBe(0);
    expect(await look('2026-10-12T22:44:00+02:00')).toBe(1);
  });
});
