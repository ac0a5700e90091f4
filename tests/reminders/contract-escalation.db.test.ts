import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { users } from '../../server/db/schema.ts';
import { undoAct } from '../../server/plans/acts.ts';
import { removeStep } from '../../server/plans/arrange-steps.ts';
import { editStep } from '../../server/plans/edit-steps.ts';
import { pauseLead } from '../../server/plans/pause.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { getNextNudgeAt, raiseNudges } from '../../server/reminders/nudges.ts';
import { listStepCards } from '../../server/views/step-card.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead } from '../support/people.ts';
import { claim, claimMessages, send, sent, settle } from '../support/reminders.ts';
import { later, one, reminderOf, stepAt, stepsOf } from '../support/rows.ts';

/** Cadence contract, T8: what is not acted on. Day 0 is Monday 12 October, then Thu 15, Mon 19 and Mon 26, at 09:00. */
const database = openTestDatabase();
const userId = 1001;
const [tuesday, thursday, friday] = [later({ days: 1 }), later({ days: 3 }), later({ days: 4 })];
let leadId: string;
let stepIds: string[];

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepIds = (await stepsOf(database.db, leadId)).map(({ id }) => id);
});

const paused = { reason: 'paused', waitingFor: null, wakeLocal: null } as const;

const step = (index: number) => one(stepIds, index);
const act = (index: number, status: 'done' | 'skipped' | 'open', now: Date) =>
  setStepStatus(database.db, { userId, stepId: step(index), status, now });
const card = async (index: number, now: Date) =>
  one([(await listStepCards(database.db, [step(index)], now)).get(step(index))]);

/** Looks three times a day from `from` to `until` as the pollers do, and tells what was sent: "Tue 13 07:00 step 0". */
async function watch(from: Date, until: Date): Promise<string[]> {
  const told: string[] = [];
  for (let now = from; now <= until; now = new Date(now.getTime() + 8 * 3600_000)) {
    await raiseNudges(database.db, now);
    for (const message of await claimMessages(database.db, now)) {
      const places = message.reminders.map(({ stepId }) => stepIds.indexOf(stepId));
      told.push(`${now.toISOString().slice(8, 16)} step ${places}`);
      await settle(database.db, message, sent(), now);
    }
  }
  return told;
}

describe('T8: a step that nobody acts on', () => {
  it('is told of once more at the next window, then not again, and later steps wait for it', async () => {
    expect(await watch(later({}), later({ days: 21 }))).toEqual(['12T07:00 step 0', '13T07:00 step 0']);
    expect(await stepAt(database.db, leadId, 0)).toMatchObject({ status: 'open' });
  });

  it('is told of after the weekend when it was due on Friday', async () => {
    await act(0, 'done', later({}));
    const dueLocal = '2026-10-16T09:00';
    await editStep(database.db, {
      userId,
      stepId: step(1),
      title: 'Call',
      draft: '',
      dueLocal,
      now: later({}),
    });
    expect(await watch(later({}), later({ days: 7 }))).toEqual(['16T07:00 step 1', '19T07:00 step 1']);
  });

  it('says that it is still open, at the time of the nudge and not late', async () => {
    await send(database.db);
    expect(await card(0, later({}))).toMatchObject({ nudge: false });
    expect(await raiseNudges(database.db, tuesday)).toBe(1);
    expect(await card(0, tuesday)).toMatchObject({
      nudge: true,
      late: null,
      step: { due: 'Mon 12 Oct, 09:00' },
    });
  });

  it('is nudged about once when two instances look at the same moment', async () => {
    await send(database.db);
    expect(await getNextNudgeAt(database.db)).toEqual(tuesday);
    const raised = await Promise.all([1, 2].map(() => raiseNudges(database.db, tuesday)));
    expect(raised.sort()).toEqual([0, 1]);
    expect(await claim(database.db, tuesday)).toMatchObject([{ stepId: step(0), nudge: true }]);
    expect(await getNextNudgeAt(database.db)).toBeNull();
  });

  it('is not nudged about once it is done, skipped, or its plan rests', async () => {
    await send(database.db);
    await act(0, 'done', later({ hours: 1 }));
    expect(await raiseNudges(database.db, tuesday)).toBe(0);
    await act(0, 'open', later({ hours: 2 }));
    await pauseLead(database.db, { userId, leadId, now: later({ hours: 3 }), ...paused });
    expect(await raiseNudges(database.db, tuesday)).toBe(0);
  });

  it('opened again before its nudge still has it; afterwards it is not made up for', async () => {
    await send(database.db);
    await act(0, 'done', later({ hours: 1 }));
    await act(0, 'open', later({ hours: 2 }));
    expect(await reminderOf(database.db, step(0))).toMatchObject({ status: 'sent', nudgeAt: tuesday });
    const done = await act(0, 'done', later({ hours: 3 }));
    if (!done.ok || !done.act) throw new Error('not done');
    await undoAct(database.db, { userId, actId: done.act.id, now: friday });
    expect(await reminderOf(database.db, step(0))).toMatchObject({ status: 'sent', nudgeAt: null });
  });
});

describe('T8: the step after one that is still open', () => {
  it('waits until that is done, and then has a date of its own', async () => {
    await send(database.db);
    expect(await claim(database.db, thursday)).toEqual([]);
    expect(await reminderOf(database.db, step(1))).toMatchObject({ dueAt: thursday, sendAt: friday });
    // Three working days late: Thursday becomes the Tuesday after.
    await act(0, 'done', later({ days: 3, hours: 6 }));
    expect(await reminderOf(database.db, step(1))).toMatchObject({ sendAt: later({ days: 8 }) });
    expect(await claim(database.db, later({ days: 8 }))).toMatchObject([{ stepId: step(1) }]);
  });

  it('comes alone when the overdue one before it is removed, and another one waits as well', async () => {
    await send(database.db);
    const now = later({ days: 9 });
    await removeStep(database.db, { userId, stepId: step(0), now });
    expect(await claim(database.db, now)).toMatchObject([{ stepId: step(1) }]);
    expect(await claim(database.db, later({ days: 9, hours: 1 }))).toEqual([]);
  });

  it('fires all the same when it is pinned, and says which one is open', async () => {
    await send(database.db);
    const pin = { userId, stepId: step(1), title: 'Step of day 3', draft: '', dueLocal: '2026-10-15T11:00' };
    await editStep(database.db, { ...pin, now: later({ hours: 1 }) });
    const now = later({ days: 3, hours: 2 });
    expect(await claim(database.db, now)).toMatchObject([{ stepId: step(1) }]);
    expect(await card(1, now)).toMatchObject({ earlierOpen: 'Step of day 0' });
    await act(0, 'done', now);
    expect(await card(1, now)).toMatchObject({ earlierOpen: null });
  });
});

describe('a person who is away', () => {
  it('hears nothing, and then what is due in the first window after it', async () => {
    const away = { awayFrom: '2026-10-12', awayUntil: '2026-10-16' };
    await database.db.update(users).set(away).where(eq(users.id, userId));
    // The Saturday and Sunday after the absence are days off as well.
    expect(await watch(later({}), later({ days: 7 }))).toEqual(['19T07:00 step 0']);
  });
});
