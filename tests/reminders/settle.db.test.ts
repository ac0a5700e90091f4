import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getUser, markReachable } from '../../server/auth/users.ts';
import { planSteps, scheduledReminders } from '../../server/db/schema.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import type { ClaimedMessage } from '../../server/reminders/claim.ts';
import { holdPerson, type Outcome, recordOutcomes } from '../../server/reminders/settle.ts';
import { takeOverFromTheDead } from '../../server/reminders/take-over.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import {
  apart,
  blocked,
  claim,
  claimMessages,
  claimOne,
  endLeases,
  exhausted,
  type Fate,
  failed,
  here,
  lost,
  notTried,
  sent,
  settle,
  there,
} from '../support/reminders.ts';
import { later, messagesOf, one, reminderOf, remindersOf, stepAt, stepsOf } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;
let message: ClaimedMessage;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
  message = await claimOne(database.db, monday);
});

const reminder = () => reminderOf(database.db, stepId);
const ends = (fate: Fate, now = monday, instance = here) => settle(database.db, message, fate, now, instance);
const inFlightNoMore = { claimedBy: null, leaseUntil: null };

describe('a reminder that Telegram took', () => {
  it('is sent, and its message is known', async () => {
    await ends(sent(77), later({ seconds: 2 }));
    expect(await reminder()).toMatchObject({
      ...{ status: 'sent', messageId: 77, sentAt: later({ seconds: 2 }), lastError: null },
      ...inFlightNoMore,
    });
    expect(await messagesOf(database.db)).toMatchObject([
      { chatId: userId, messageId: 77, kind: 'reminder', leadId, stepId, stepIds: null, revision: 1 },
    ]);
  });

  it('is never claimed again', async () => {
    await ends(sent());
    expect(await claim(database.db, later({ days: 1 }))).toEqual([]);
  });

  it('is sent, not unconfirmed, even when the answer came after the lease', async () => {
    await endLeases(database.db);
    await takeOverFromTheDead(database.db, later({ minutes: 3 }));
    expect(await reminder()).toMatchObject({ status: 'unconfirmed' });
    await ends(sent(77), later({ minutes: 4 }));
    expect(await reminder()).toMatchObject({ status: 'sent', messageId: 77, ...inFlightNoMore });
    expect(await claim(database.db, later({ minutes: 15 }))).toEqual([]);
  });

  it('is left to the instance that is telling the person of it just now', async () => {
    await endLeases(database.db);
    await takeOverFromTheDead(database.db, later({ minutes: 3 }));
    const catchUp = await claimOne(database.db, later({ minutes: 3 }), { instance: there });
    await ends(sent(77), later({ minutes: 4 }));
    expect(await reminder()).toMatchObject({ status: 'sending', claimedBy: there, sentAt: null });
    await settle(database.db, catchUp, sent(78), later({ minutes: 5 }), there);
    expect(await reminder()).toMatchObject({ status: 'sent', messageId: 78, ...inFlightNoMore });
    expect((await messagesOf(database.db)).map(({ messageId }) => messageId)).toEqual([77, 78]);
  });
});

describe('a reminder that was not even tried', () => {
  it('keeps its place and its tries', async () => {
    await ends(notTried(later({ seconds: 17 })));
    expect(await reminder()).toMatchObject({
      ...{ status: 'pending', sendAt: later({ seconds: 17 }), attempts: 0, lastRemindedAt: null },
      ...{ lastError: 'Too Many Requests', ...inFlightNoMore },
    });
    expect(await claim(database.db, later({ seconds: 16 }))).toEqual([]);
    expect(await claim(database.db, later({ seconds: 17 }))).toMatchObject([{ stepId, attempts: 0 }]);
  });

  it('comes at once when no time is named', async () => {
    await ends(notTried());
    expect(await claim(database.db, later({ seconds: 1 }))).toMatchObject([{ stepId, dueAt: monday }]);
  });
});

describe('a reminder that was not delivered', () => {
  it('is tried again at the time that is named, as often as that', async () => {
    let at = monday;
    for (const minutes of [1, 2, 4]) {
      at = new Date(at.getTime() + minutes * 60_000);
      await ends(failed(at));
      expect(await reminder()).toMatchObject({ status: 'pending', sendAt: at, lastError: 'Bad Request' });
      message = await claimOne(database.db, at);
    }
    expect(await reminder()).toMatchObject({ attempts: 4 });
  });

  it('rests as failed after the last time', async () => {
    await ends(exhausted);
    expect(await reminder()).toMatchObject({
      ...{ status: 'failed', attempts: 1, lastError: 'Bad Request', ...inFlightNoMore },
    });
    expect(await claim(database.db, later({ days: 9 }))).not.toContainEqual(
      expect.objectContaining({ stepId }),
    );
  });

  it('is told no better by another instance', async () => {
    for (const fate of [notTried(), failed(monday), exhausted, lost(monday)]) await ends(fate, monday, there);
    expect(await reminder()).toMatchObject({ status: 'sending', claimedBy: here, lastError: null });
  });
});

describe('a reminder nobody knows about', () => {
  const at = later({ minutes: 1 });
  beforeEach(() => ends(lost(at), later({ seconds: 30 })));

  it('is unconfirmed, and is never sent again as it was: the person is told of it', async () => {
    expect(await reminder()).toMatchObject({
      ...{ status: 'unconfirmed', unconfirmedAt: later({ seconds: 30 }), sendAt: at, attempts: 1 },
      ...{ lastError: 'time-out', lastRemindedAt: monday, ...inFlightNoMore },
    });
    expect(await claim(database.db, later({ seconds: 59 }))).toEqual([]);
    expect(await claimMessages(database.db, at)).toMatchObject([{ kind: 'catch-up' }]);
  });

  it('is over once the person was told, and keeps why', async () => {
    message = await claimOne(database.db, at);
    await ends(sent(78), at);
    expect(await reminder()).toMatchObject({
      ...{ status: 'sent', sentAt: at, unconfirmedAt: later({ seconds: 30 }), lastError: 'time-out' },
    });
    expect(await claim(database.db, later({ days: 1 }))).toEqual([]);
  });

  it.each([
    ['was not tried', notTried(later({ minutes: 2 })), 1],
    ['failed', failed(later({ minutes: 2 })), 2],
    ['was lost as well', lost(later({ minutes: 2 })), 2],
  ])('is told of again when telling it %s', async (_, fate, attempts) => {
    message = await claimOne(database.db, at);
    await ends(fate, at);
    expect(await reminder()).toMatchObject({
      ...{ status: 'unconfirmed', unconfirmedAt: later({ seconds: 30 }), attempts, lastRemindedAt: at },
    });
    expect(await claimMessages(database.db, later({ minutes: 2 }))).toMatchObject([{ kind: 'catch-up' }]);
  });

  it('rests as failed when telling it failed for the last time', async () => {
    message = await claimOne(database.db, at);
    await ends(exhausted, at);
    expect(await reminder()).toMatchObject({ status: 'failed', unconfirmedAt: later({ seconds: 30 }) });
  });

  it('is a reminder like any other once it has a new date', async () => {
    await snoozeStep(database.db, { userId, stepId, to: '1h', now: at });
    expect(await reminder()).toMatchObject({ status: 'pending', unconfirmedAt: null, lastError: null });
    message = await claimOne(database.db, later({ hours: 1, minutes: 1 }));
    await ends(notTried(), later({ hours: 1, minutes: 1 }));
    expect(await reminder()).toMatchObject({ status: 'pending' });
  });

  it('is held, and unconfirmed again, when the person cannot be reached for a while', async () => {
    message = await claimOne(database.db, at);
    await ends(blocked, at);
    expect(await reminder()).toMatchObject({ status: 'held' });
    await markReachable(database.db, userId, later({ hours: 1 }));
    expect(await reminder()).toMatchObject({ status: 'unconfirmed', sendAt: monday, attempts: 0 });
  });
});

describe('a person who blocked the bot', () => {
  beforeEach(() => ends(blocked));
  const statuses = async () => (await remindersOf(database.db, leadId)).map((row) => row.status);

  it('has all reminders held, and nothing is claimed', async () => {
    expect(await getUser(database.db, userId)).toMatchObject({ unreachableAt: monday });
    expect(await statuses()).toEqual(['held', 'held', 'held', 'held']);
    expect(await reminder()).toMatchObject({
      lastError: expect.stringContaining('blocked'),
      ...inFlightNoMore,
    });
    expect(await claim(database.db, later({ days: 30, hours: 1 }))).toEqual([]);
  });

  it('has them back with /start: at once what is overdue, the others with their dates', async () => {
    await markReachable(database.db, userId, later({ minutes: 1 }));
    expect(await getUser(database.db, userId)).toMatchObject({ unreachableAt: null });
    expect(await statuses()).toEqual(['pending', 'pending', 'pending', 'pending']);
    const at = later({ minutes: 1 });
    expect(await claim(database.db, at)).toMatchObject([{ stepId, attempts: 0, lastRemindedAt: null }]);
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: at });
    expect(await claim(database.db, later({ days: 3 }))).toHaveLength(1);
  });

  it('has them back at once, also those that went out a moment ago and were moved since', async () => {
    const other = one(await remindersOf(database.db, leadId), 1);
    const moved = { dueAt: later({ minutes: 2 }), sendAt: later({ minutes: 2 }), lastRemindedAt: monday };
    await database.db.update(scheduledReminders).set(moved).where(eq(scheduledReminders.id, other.id));
    await database.db.update(planSteps).set({ anchor: 'pinned' }).where(eq(planSteps.id, other.stepId));
    await markReachable(database.db, userId, later({ minutes: 1 }));
    const due = await claim(database.db, later({ minutes: 2 }));
    due.push(...(await claim(database.db, later({ minutes: 2, seconds: 1 }))));
    expect(due.map(({ id }) => id)).toContain(other.id);
  });

  it('has nothing held of what is done or cancelled', async () => {
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    await markReachable(database.db, userId, monday);
    expect(await statuses()).toEqual(['done', 'pending', 'pending', 'pending']);
  });

  it('does not concern anybody else', async () => {
    await makeUser(database.db, { id: 2002 });
    await holdPerson(database.db, 2002, monday);
    await markReachable(database.db, 2002, monday);
    expect(await statuses()).toEqual(['held', 'held', 'held', 'held']);
  });
});

describe('a digest', () => {
  let steps: string[];
  let digest: ClaimedMessage;
  beforeEach(async () => {
    const lead = await makeLead(database.db);
    await savePlan(database.db, { leadId: lead, plan: planOf(0, 0, 0, 0), now: monday });
    steps = (await stepsOf(database.db, lead)).map(({ id }) => id);
    digest = await claimOne(database.db, later({ seconds: 1 }));
    expect(digest.reminders).toHaveLength(4);
  });
  const states = () => Promise.all(steps.map((id) => reminderOf(database.db, id)));

  it('that was taken is one message about all its steps', async () => {
    await settle(database.db, digest, sent(80));
    const told = digest.reminders.map(({ stepId: id }) => id);
    expect(await messagesOf(database.db)).toMatchObject([
      { messageId: 80, kind: 'digest', leadId: null, stepId: null, stepIds: told },
    ]);
    expect(new Set(told)).toEqual(new Set(steps));
    for (const state of await states()) expect(state).toMatchObject({ status: 'sent', messageId: 80 });
  });

  it('that was not leaves each of them as it would be alone', async () => {
    await settle(database.db, digest, lost(later({ minutes: 1 })));
    for (const state of await states()) expect(state).toMatchObject({ status: 'unconfirmed' });
  });

  it('of which one was done meanwhile leaves that one done', async () => {
    await setStepStatus(database.db, { userId, stepId: one(steps, 2), status: 'done', now: monday });
    await settle(database.db, digest, notTried());
    const after = (await states()).map(({ status }) => status);
    expect(after).toEqual(['pending', 'pending', 'done', 'pending']);
  });

  it('may be recorded in parts, together with other messages, in one go', async () => {
    const [first, ...others] = apart(digest);
    const outcomes = [
      { message, ...sent(81) },
      { message: one([first]), ...sent(82) },
      ...others.map((other, index) => ({
        message: other,
        ...one([notTried(), lost(monday), exhausted], index),
      })),
    ] as Outcome[];
    await recordOutcomes(database.db, outcomes, { instance: here, now: later({ seconds: 2 }) });
    expect(await reminder()).toMatchObject({ status: 'sent', messageId: 81 });
    const order = digest.reminders.map(({ stepId: id }) => reminderOf(database.db, id));
    const after = (await Promise.all(order)).map(({ status }) => status);
    expect(after).toEqual(['sent', 'pending', 'unconfirmed', 'failed']);
  });
});

it('recording nothing changes nothing', async () => {
  const before = await remindersOf(database.db, leadId);
  await recordOutcomes(database.db, [], { instance: here, now: monday });
  expect(await remindersOf(database.db, leadId)).toEqual(before);
});

it('recording the same answer twice, when the first time was not known to have worked, changes nothing more', async () => {
  await ends(sent(77));
  const before = await reminder();
  await ends(sent(77));
  expect(await reminder()).toEqual(before);
  expect(await messagesOf(database.db)).toHaveLength(1);
});
