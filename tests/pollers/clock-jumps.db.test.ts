import { describe, expect, it } from 'vitest';
import { editStep } from '../../server/plans/edit-steps.ts';
import { openBotWorld } from '../support/bot-world.ts';
import { olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { pinSteps } from '../support/rows.ts';
import { plannedLead, reminderOf } from '../support/scenes.ts';
import { told } from '../support/told.ts';

const database = openTestDatabase();

/** A wall time in Berlin in the week of Monday, 12 October 2026. */
const at = (day: number, time: string) => new Date(`2026-10-${day}T${time}:00+02:00`);

/** What the chat was told when the sender has looked at these times, in their order. */
async function openWatch() {
  const world = await openBotWorld(database.db);
  async function look(...times: Date[]) {
    for (const time of times) {
      world.clock.moveTo(time);
      await world.tick('due-reminders');
    }
    return told(world);
  }
  /** A step that is due on Monday at that wall time. */
  async function due(name: string, time: string) {
    const { stepId } = await plannedLead(world, { name, plan: [1] });
    const words = { title: 'Call', draft: '', dueLocal: `2026-10-12T${time}` };
    await editStep(database.db, { userId: olga, stepId, ...words, now: at(12, '09:00') });
    return stepId;
  }
  return { world, look, due };
}

describe('a clock that jumps a day forward and back', () => {
  it('loses nothing and sends nothing twice', async () => {
    const { world, look, due } = await openWatch();
    const { leadId } = await plannedLead(world, { name: 'Anna', plan: [0, 1, 3] });
    await pinSteps(database.db, leadId);
    await due('Noon', '12:00');
    expect(await look(at(12, '09:00'))).toEqual(['🔔 Anna']);
    const early = await look(at(13, '09:00'));
    expect(early.slice(1).sort()).toEqual(['⏳🔔 Noon', '🔔 Anna']);
    const back = [at(12, '09:05'), at(12, '12:00'), at(13, '09:00'), at(14, '09:00')];
    expect(await look(...back)).toEqual(early);
    expect(await look(at(15, '09:00'), at(15, '09:15'))).toEqual([...early, '🔔 Anna']);
  });

  it('keeps a reminder from no hour: what was put off by the wrong time comes at the right one', async () => {
    const { look, due } = await openWatch();
    const stepId = await due('Four', '16:00');
    // Saturday, it seems: late, and no day for it.
    expect(await look(at(12, '10:00'), at(17, '15:00'))).toEqual([]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ sendAt: at(19, '09:00') });
    expect(await look(at(12, '10:05'), at(12, '15:59'))).toEqual([]);
    expect(await look(at(12, '16:00'))).toEqual(['🔔 Four']);
  });

  it('keeps nothing waiting that was due already', async () => {
    const { look, due } = await openWatch();
    await due('Ten', '10:00');
    expect(await look(at(12, '09:59'), at(17, '15:00'))).toEqual([]);
    expect(await look(at(12, '10:02'))).toEqual(['🔔 Ten']);
  });

  it('keeps no failed attempt waiting for the wrong time', async () => {
    const { world, look, due } = await openWatch();
    await due('Ten', '10:00');
    await world.fault({ kind: 'reset', method: 'sendMessage' });
    expect(await look(at(13, '10:00'))).toEqual([]);
    expect(await look(at(12, '10:01'), at(12, '10:02'))).toEqual(['⚠️ Ten']);
  });
});

describe('a clock that is a little off', () => {
  it('moves nothing when it goes back by seconds', async () => {
    const { world, look, due } = await openWatch();
    const stepId = await due('Ten', '10:00');
    await world.fault({ kind: 'reset', method: 'sendMessage' });
    await look(at(12, '10:00'));
    world.clock.advance(-5000);
    await world.tick('due-reminders');
    expect(await told(world)).toEqual([]);
    expect(await reminderOf(database.db, stepId)).toMatchObject({ sendAt: at(12, '10:01') });
  });
});
