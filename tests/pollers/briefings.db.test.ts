import { beforeEach, describe, expect, it } from 'vitest';
import { setBriefing } from '../../server/briefings/mutations.ts';
import type { BriefingKind } from '../../server/briefings/next.ts';
import { addStep, editStep } from '../../server/plans/edit-steps.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { type BotWorld, openBotWorld } from '../support/bot-world.ts';
import { buttons, olga } from '../support/chat-client.ts';
import { openTestDatabase } from '../support/database.ts';
import { failingDb } from '../support/failing-db.ts';
import { makeLead, monday } from '../support/people.ts';
import { later, one, stepsOf } from '../support/rows.ts';
import { plannedLead } from '../support/scenes.ts';

const database = openTestDatabase();
let world: BotWorld;

beforeEach(async () => {
  world = await openBotWorld(database.db);
});

const wanted = (kind: BriefingKind, hour: number) =>
  setBriefing(database.db, { userId: olga, kind, hour, now: monday });

/** What came at `now` beside what was there before. */
async function briefingsAt(now: Date) {
  const before = (await world.messages()).length;
  world.clock.moveTo(now);
  await world.tick('briefings');
  await world.settle();
  return (await world.messages()).slice(before);
}

describe('the morning briefing', () => {
  it('tells what is overdue, due today and waiting, with a button for each step', async () => {
    const { leadId } = await plannedLead(world, { plan: [0, 3] });
    await plannedLead(world, { name: 'Max Weber', plan: [1] });
    const demo = { title: 'Ask for the order', draft: '', timing: '2 weeks after the demo', dueLocal: null };
    await addStep(database.db, { userId: olga, leadId, ...demo, now: monday });
    const resting = await makeLead(database.db, { name: 'Ida Holm' });
    const waiting = { reason: 'waiting', waitingFor: 'contract sent', wakeLocal: null } as const;
    await pauseLead(database.db, { userId: olga, leadId: resting, now: monday, ...waiting });
    await wanted('morning', 8);
    const [message, ...more] = await briefingsAt(new Date('2026-10-13T06:00:00Z'));
    expect(more).toEqual([]);
    expect(message?.text).toBe(
      [
        '☀️ Tuesday, 13 October',
        '',
        'Overdue',
        '1. Step of day 0 · Anna Petrova · 1 day late',
        '',
        'Today',
        '2. Step of day 1 · Max Weber · 09:00',
        '',
        'Waiting',
        '3. Ask for the order · Anna Petrova · waits for the demo',
        'Ida Holm · waits for: contract sent',
      ].join('\n'),
    );
    expect(message && buttons(message)).toEqual([['✓ Done 1', '✓ Done 2'], ['today']]);
  });

  it('follows what is done with its steps, where they stand', async () => {
    const { stepId } = await plannedLead(world);
    await wanted('morning', 10);
    const message = one(await briefingsAt(later({ hours: 1 })));
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: later({ hours: 2 }) });
    await world.settle();
    const shown = await world.message(message.id);
    expect(shown.text).toBe('☀️ Monday, 12 October\n\nToday\n1. ✅ Step of day 0 · Anna Petrova');
    expect(buttons(shown)).toEqual([['Undo 1'], ['today']]);
  });

  it('that the database kept from being drawn comes with the next look', async () => {
    await plannedLead(world);
    await wanted('morning', 10);
    let broken = true;
    await world.restart({ db: failingDb(database.db, 'select', () => broken) });
    expect(await briefingsAt(later({ hours: 1 }))).toEqual([]);
    expect(world.complaints().map(({ msg }) => msg)).toContain('a briefing could not be sent');
    broken = false;
    expect(await briefingsAt(later({ hours: 1, minutes: 1 }))).toHaveLength(1);
    expect(await briefingsAt(later({ hours: 1, minutes: 2 }))).toEqual([]);
  });

  it('marks a lead whose plan was paused since, and takes its button away', async () => {
    const { leadId } = await plannedLead(world);
    await wanted('morning', 10);
    const message = one(await briefingsAt(later({ hours: 1 })));
    const replied = { reason: 'replied', waitingFor: null, wakeLocal: '2026-10-19' } as const;
    await pauseLead(database.db, { userId: olga, leadId, now: later({ hours: 2 }), ...replied });
    await world.settle();
    const shown = await world.message(message.id);
    expect(shown.text).toContain('1. Step of day 0 · Anna Petrova · ⏸ they replied, until Mon 19 Oct');
    expect(buttons(shown)).toEqual([['today']]);
  });

  it('says nothing when there is nothing to do, and nothing twice', async () => {
    const { stepId } = await plannedLead(world);
    await wanted('morning', 10);
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: monday });
    for (const days of [0, 1, 2]) expect(await briefingsAt(later({ days, hours: 1 }))).toEqual([]);
    expect(await briefingsAt(later({ days: 3, hours: 1 }))).toHaveLength(1);
    expect(await briefingsAt(later({ days: 3, hours: 2 }))).toEqual([]);
  });

  it('comes again when Telegram did not take it', async () => {
    await plannedLead(world);
    await wanted('morning', 10);
    await world.fault({ kind: '429', retryAfter: 1 });
    expect(await briefingsAt(later({ hours: 1 }))).toEqual([]);
    expect(await briefingsAt(later({ hours: 1, minutes: 1 }))).toHaveLength(1);
  });
});

describe('the evening briefing', () => {
  it('tells what was done today, and what is left', async () => {
    const { stepId } = await plannedLead(world);
    await plannedLead(world, { name: 'Max Weber', plan: [0] });
    await wanted('evening', 18);
    await setStepStatus(database.db, { userId: olga, stepId, status: 'done', now: later({ hours: 1 }) });
    const message = one(await briefingsAt(later({ hours: 9 })));
    expect(message.text).toBe(
      [
        '🌙 Monday, 12 October',
        '',
        'Done today',
        '1. ✅ Step of day 0 · Anna Petrova',
        '',
        'Left',
        '2. Step of day 0 · Max Weber · 09:00',
      ].join('\n'),
    );
    expect(buttons(message)).toEqual([['✓ Done 2'], ['today']]);
  });
});

describe('the week ahead', () => {
  it('tells next week’s steps by day, on Sunday', async () => {
    await plannedLead(world, { plan: [3, 7, 9, 14] });
    await wanted('weekly', 18);
    const message = one(await briefingsAt(new Date('2026-10-18T16:00:00Z')));
    expect(message.text).toBe(
      [
        '🗓 The week ahead',
        '',
        'Monday, 19 October',
        '1. Step of day 7 · Anna Petrova · 09:00',
        '',
        'Wednesday, 21 October',
        '2. Step of day 9 · Anna Petrova · 09:00',
      ].join('\n'),
    );
  });

  it('moves a step to its new day, and keeps the days in their order', async () => {
    const { leadId } = await plannedLead(world, { plan: [7] });
    await plannedLead(world, { name: 'Max Weber', plan: [9] });
    await wanted('weekly', 18);
    const message = one(await briefingsAt(new Date('2026-10-18T16:00:00Z')));
    const [first] = await stepsOf(database.db, leadId);
    const words = { title: 'Call', draft: '', dueLocal: '2026-10-23T11:00' };
    const now = new Date('2026-10-18T17:00:00Z');
    await editStep(database.db, { userId: olga, stepId: first?.id ?? '', ...words, now });
    await world.settle();
    const lines = (await world.message(message.id)).text.split('\n').filter((line) => line !== '');
    expect(lines.slice(1)).toEqual([
      'Wednesday, 21 October',
      '2. Step of day 9 · Max Weber · 09:00',
      'Friday, 23 October',
      '1. Call · Anna Petrova · 11:00',
    ]);
  });
});
