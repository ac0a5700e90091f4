import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { scheduledReminders } from '../../server/db/schema.ts';
import { beat, leave } from '../../server/instances/instances.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { ClaimedMessage } from '../../server/reminders/claim.ts';
import { forgetWaits, returnUnknownClaims, takeOverFromTheDead } from '../../server/reminders/take-over.ts';
import { setStatusAndRestore } from '../support/closing.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, monday } from '../support/people.ts';
import {
  claim,
  claimMessages,
  claimOne,
  endLeases,
  here,
  logOf,
  lost,
  notTried,
  settle,
  there,
} from '../support/reminders.ts';
import { later, reminderOf, remindersOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;
let message: ClaimedMessage;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
  await beat(database.db, here);
  message = await claimOne(database.db, monday);
});

const reminder = () => reminderOf(database.db, stepId);
const takeOver = (now = later({ minutes: 1 })) => takeOverFromTheDead(database.db, now);
const put = (set: Partial<typeof scheduledReminders.$inferInsert>) =>
  database.db.update(scheduledReminders).set(set).where(eq(scheduledReminders.stepId, stepId));
const lastSeen = (seconds: number) =>
  database.db.execute(sql`update instances set seen_at = now() - ${seconds} * interval '1 second'`);
const setStep = (status: 'open' | 'done') =>
  setStepStatus(database.db, { userId, stepId, status, now: monday });
const inFlightNoMore = { claimedBy: null, leaseUntil: null };

describe('what an instance has in flight', () => {
  it('is its own as long as it lives', async () => {
    expect(await takeOver()).toBe(0);
    expect(await reminder()).toMatchObject({ status: 'sending', claimedBy: here });
  });

  it('is its own while it was seen a moment ago, whatever the time of day is said to be', async () => {
    await lastSeen(5);
    expect(await takeOver(later({ days: 1 }))).toBe(0);
  });

  it.each<[string, () => Promise<unknown>]>([
    ['was not seen for more than twenty seconds', () => lastSeen(21)],
    ['has left', () => leave(database.db, here)],
    ['did not settle it within its lease', () => endLeases(database.db)],
  ])('is unconfirmed when it %s, and the person is told at once', async (_, die) => {
    await die();
    expect(await takeOver()).toBe(1);
    expect(await reminder()).toMatchObject({
      ...{ status: 'unconfirmed', unconfirmedAt: later({ minutes: 1 }), sendAt: later({ minutes: 1 }) },
      ...{ attempts: 1, lastRemindedAt: monday, ...inFlightNoMore },
      lastError: 'the sender stopped before Telegram answered',
    });
    expect(await claimMessages(database.db, later({ minutes: 1 }))).toMatchObject([{ kind: 'catch-up' }]);
  });

  it('is taken over once, with a line in the log', async () => {
    await leave(database.db, here);
    expect([await takeOver(), await takeOver()]).toEqual([1, 0]);
    expect((await logOf(database.db, stepId)).slice(1)).toEqual([
      'sending: claimed',
      'unconfirmed: the sender stopped before Telegram answered',
    ]);
  });

  it('is taken over from the dead only', async () => {
    await beat(database.db, there);
    await put({ claimedBy: there });
    await leave(database.db, here);
    expect(await takeOver()).toBe(0);
    expect(await reminder()).toMatchObject({ claimedBy: there });
  });

  it('waits for a decent hour to be told of', async () => {
    await leave(database.db, here);
    const night = later({ hours: 14 });
    await takeOver(night);
    expect(await claim(database.db, night)).toEqual([]);
    expect(await claimMessages(database.db, later({ days: 1 }))).toMatchObject([{ kind: 'catch-up' }]);
  });
});

describe('a claim whose lease ran out', () => {
  beforeEach(() => endLeases(database.db));

  it('leaves what is not in flight alone', async () => {
    for (const status of ['pending', 'sent', 'done', 'unconfirmed'] as const) {
      await put({ status, claimedBy: null });
      expect(await takeOver()).toBe(0);
      expect(await reminder()).toMatchObject({ status });
    }
  });

  it('is unconfirmed also of a step that was done meanwhile, in case that is taken back', async () => {
    await setStep('done');
    expect(await takeOver()).toBe(1);
    expect(await reminder()).toMatchObject({ status: 'done', ...inFlightNoMore });
    await setStep('open');
    expect(await reminder()).toMatchObject({ status: 'unconfirmed' });
    expect(await claimMessages(database.db, later({ minutes: 2 }))).toMatchObject([{ kind: 'catch-up' }]);
  });

  it('is unconfirmed also of a lead that was closed meanwhile, in case it is opened again', async () => {
    await setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday });
    expect(await takeOver()).toBe(1);
    expect(await reminder()).toMatchObject({ status: 'cancelled', ...inFlightNoMore });
    await setStatusAndRestore(database.db, { userId, leadId, status: 'new', now: monday });
    expect(await reminder()).toMatchObject({ status: 'unconfirmed' });
  });

  it('is nothing to tell of when the person gave it another date: it comes then', async () => {
    await snoozeStep(database.db, { userId, stepId, to: '1h', now: monday });
    expect(await takeOver()).toBe(1);
    expect(await reminder()).toMatchObject({
      ...{ status: 'pending', sendAt: later({ hours: 1 }), unconfirmedAt: null, ...inFlightNoMore },
    });
    expect(await claimMessages(database.db, later({ hours: 1 }))).toMatchObject([{ kind: 'reminder' }]);
  });

  it('keeps since when nobody knows, when telling it was lost as well', async () => {
    await takeOver(later({ minutes: 1 }));
    await claim(database.db, later({ minutes: 2 }));
    await endLeases(database.db);
    await takeOver(later({ minutes: 5 }));
    expect(await reminder()).toMatchObject({
      ...{ status: 'unconfirmed', unconfirmedAt: later({ minutes: 1 }), attempts: 2 },
    });
  });
});

describe('a claim that the instance does not know of, because the database did not answer', () => {
  const returnUnknown = (known: string[], instance = here) =>
    returnUnknownClaims(database.db, { instance, known, now: later({ minutes: 1 }) });
  const ids = () => message.reminders.map(({ id }) => id);

  it('is as if it had never been', async () => {
    await returnUnknown([]);
    expect(await reminder()).toMatchObject({
      ...{ status: 'pending', attempts: 0, lastRemindedAt: null, unconfirmedAt: null, ...inFlightNoMore },
    });
    expect((await logOf(database.db, stepId)).at(-1)).toBe('pending: the database did not answer the claim');
    expect(await claimMessages(database.db, later({ minutes: 1 }))).toMatchObject([
      { kind: 'reminder', reminders: [{ stepId, attempts: 0 }] },
    ]);
  });

  it('is not one that it is just sending', async () => {
    await returnUnknown(ids());
    expect(await reminder()).toMatchObject({ status: 'sending', claimedBy: here });
  });

  it('is not one of another instance', async () => {
    await returnUnknown([], there);
    expect(await reminder()).toMatchObject({ status: 'sending', claimedBy: here });
  });

  it('of what nobody could confirm is unconfirmed again', async () => {
    await settle(database.db, message, lost(later({ minutes: 1 })));
    await claim(database.db, later({ minutes: 1 }));
    await returnUnknown([]);
    expect(await reminder()).toMatchObject({ status: 'unconfirmed', attempts: 1, ...inFlightNoMore });
  });

  it('leaves what the person did meanwhile', async () => {
    await setStep('done');
    await returnUnknown([]);
    expect(await reminder()).toMatchObject({ status: 'done', attempts: 0, ...inFlightNoMore });
    await setStep('open');
    expect(await claimMessages(database.db, later({ minutes: 1 }))).toMatchObject([{ kind: 'reminder' }]);
  });
});

describe('a clock that was put back', () => {
  it('ends the waits that were counted by the wrong time', async () => {
    await settle(database.db, message, notTried(later({ days: 1 })));
    await forgetWaits(database.db, later({ minutes: 1 }));
    expect(await reminder()).toMatchObject({ status: 'pending', sendAt: monday });
    expect(await claim(database.db, later({ minutes: 1 }))).toMatchObject([{ stepId }]);
  });

  it('also those of what nobody could confirm', async () => {
    await settle(database.db, message, lost(later({ days: 1 })));
    await forgetWaits(database.db, later({ minutes: 1 }));
    expect(await claimMessages(database.db, later({ minutes: 1 }))).toMatchObject([{ kind: 'catch-up' }]);
  });

  it('brings nothing forward that is to come, but to its own date, and takes nothing that is over', async () => {
    const before = await remindersOf(database.db, leadId);
    await forgetWaits(database.db, later({ minutes: 1 }));
    expect(await remindersOf(database.db, leadId)).toEqual(before);
    await put({
      status: 'pending',
      claimedBy: null,
      dueAt: later({ hours: 1 }),
      sendAt: later({ hours: 2 }),
    });
    await forgetWaits(database.db, later({ minutes: 1 }));
    expect(await reminder()).toMatchObject({ sendAt: later({ hours: 1 }) });
    await put({ status: 'sent', dueAt: monday, sendAt: later({ days: 1 }) });
    await forgetWaits(database.db, later({ minutes: 1 }));
    expect(await reminder()).toMatchObject({ sendAt: later({ days: 1 }) });
  });
});
