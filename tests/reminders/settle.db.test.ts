import { beforeEach, describe, expect, it } from 'vitest';
import { getUser, markReachable } from '../../server/auth/users.ts';
import { deleteLead, setLeadStatus } from '../../server/leads/mutations.ts';
import { setStepStatus, snoozeStep } from '../../server/plans/step-mutations.ts';
import {
  type ClaimedReminder,
  claimDueReminders,
  claimUnconfirmed,
  expireLeases,
} from '../../server/reminders/claim.ts';
import * as settle from '../../server/reminders/settle.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { later, messagesOf, one, reminderOf, remindersOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;
let claimed: ClaimedReminder;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
  claimed = one(await claim(monday));
});

const claim = (now: Date) => claimDueReminders(database.db, { now, limit: 10 });
const catchUp = (now: Date) => claimUnconfirmed(database.db, { now, limit: 10 });
const reminder = () => reminderOf(database.db, stepId);
const sent = (now = monday) => settle.recordSent(database.db, claimed, 77, now);
const setStatus = (status: 'open' | 'done' | 'skipped') =>
  setStepStatus(database.db, { userId, stepId, status, now: monday });

describe('a reminder that Telegram took', () => {
  it('is sent, and its message is known', async () => {
    await sent();
    expect(await reminder()).toMatchObject({ status: 'sent', messageId: 77, lastError: null });
    expect(await messagesOf(database.db)).toMatchObject([
      { chatId: userId, messageId: 77, kind: 'reminder', leadId, stepId, revision: 1, shown: 0 },
    ]);
  });

  it.each(['done', 'skipped'] as const)('stays %s when the step was settled meanwhile', async (status) => {
    await setStatus(status);
    await sent();
    expect(await reminder()).toMatchObject({ status, messageId: 77 });
    expect(await messagesOf(database.db)).toMatchObject([{ stepId, shown: 0 }]);
  });

  it('stays cancelled when the lead was closed meanwhile, and is not repeated when it is opened', async () => {
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    await sent();
    expect(await reminder()).toMatchObject({ status: 'cancelled' });
    await setLeadStatus(database.db, { userId, leadId, status: 'new', now: monday });
    expect(await reminder()).toMatchObject({ status: 'sent' });
  });

  it('comes back when it was snoozed meanwhile', async () => {
    await snoozeStep(database.db, { userId, stepId, length: '1d', now: monday });
    await sent();
    expect(await reminder()).toMatchObject({ status: 'pending', dueAt: later({ days: 1 }) });
  });

  it('of a lead that was deleted meanwhile leaves a message that will say so', async () => {
    await deleteLead(database.db, { userId, leadId });
    await sent();
    expect(await messagesOf(database.db)).toMatchObject([
      { messageId: 77, leadId: null, stepId: null, shown: 0 },
    ]);
    expect(await remindersOf(database.db, leadId)).toEqual([]);
  });

  it('is sent, not unconfirmed, even when the answer came after the lease', async () => {
    await expireLeases(database.db, later({ minutes: 3 }));
    await sent(later({ minutes: 4 }));
    expect(await reminder()).toMatchObject({ status: 'sent', messageId: 77, lastError: null });
    expect(await catchUp(later({ minutes: 15 }))).toEqual([]);
  });
});

describe('a reminder that has to wait', () => {
  it('keeps its place and its tries when Telegram names the seconds', async () => {
    await settle.recordWait(database.db, claimed, 17, monday);
    expect(await reminder()).toMatchObject({
      status: 'pending',
      retryAt: later({ seconds: 17 }),
      attempts: 0,
    });
    expect(await claim(later({ seconds: 16 }))).toEqual([]);
    expect(await claim(later({ seconds: 17 }))).toMatchObject([{ stepId, attempts: 1 }]);
  });

  it('comes at the hour it was put off to', async () => {
    await settle.postpone(database.db, claimed, later({ hours: 24 }));
    expect(await claim(later({ hours: 23 }))).toEqual([]);
    expect(await claim(later({ hours: 24 }))).toMatchObject([{ stepId, attempts: 1, dueAt: monday }]);
  });

  it.each(['done', 'skipped'] as const)('does not come when the step is %s meanwhile', async (status) => {
    await setStatus(status);
    await settle.recordWait(database.db, claimed, 17, monday);
    expect(await reminder()).toMatchObject({ status });
  });
});

describe('a reminder that was not delivered', () => {
  it('is tried again after a minute, then two, then four', async () => {
    let now = monday;
    for (const minutes of [1, 2, 4]) {
      await settle.recordFailure(database.db, claimed, 'ECONNREFUSED', now);
      now = new Date(now.getTime() + minutes * 60_000);
      expect(await reminder()).toMatchObject({ status: 'pending', retryAt: now, lastError: 'ECONNREFUSED' });
      claimed = one(await claim(now));
    }
    expect(claimed.attempts).toBe(4);
  });

  it('rests as failed after the eighth time', async () => {
    await settle.recordFailure(database.db, { ...claimed, attempts: 7 }, 'x', monday);
    expect(await reminder()).toMatchObject({ status: 'pending' });
    claimed = one(await claim(later({ hours: 1 })));
    await settle.recordFailure(database.db, { ...claimed, attempts: 8 }, 'x', monday);
    expect(await reminder()).toMatchObject({ status: 'failed' });
    expect(await claim(later({ days: 9 }))).not.toContainEqual(expect.objectContaining({ stepId }));
  });

  it('does not undo what the person did meanwhile', async () => {
    await setStatus('done');
    await settle.recordFailure(database.db, claimed, 'x', monday);
    expect(await reminder()).toMatchObject({ status: 'done', lastError: null });
  });
});

describe('a reminder that reached nobody while the person settled its step', () => {
  const undelivered = {
    'had to wait': () => settle.recordWait(database.db, claimed, 17, monday),
    'was put off': () => settle.postpone(database.db, claimed, later({ hours: 24 })),
    failed: () => settle.recordFailure(database.db, claimed, 'ECONNREFUSED', monday),
  };

  it.each(Object.entries(undelivered))('and %s comes once the step is open again', async (_, record) => {
    await setStatus('done');
    await record();
    await setStatus('open');
    expect(await claim(later({ minutes: 1 }))).toMatchObject([{ stepId }]);
  });

  it.each(Object.entries(undelivered))('and %s comes once the lead is open again', async (_, record) => {
    await setLeadStatus(database.db, { userId, leadId, status: 'lost', now: monday });
    await record();
    await setLeadStatus(database.db, { userId, leadId, status: 'new', now: monday });
    expect(await claim(later({ minutes: 1 }))).toMatchObject([{ stepId }]);
  });
});

describe('a reminder nobody knows about', () => {
  it('is unconfirmed, is not sent again, and is caught up on once', async () => {
    await settle.recordUnconfirmed(database.db, claimed, 'time-out');
    expect(await reminder()).toMatchObject({ status: 'unconfirmed', lastError: 'time-out' });
    expect(await claim(later({ days: 1 }))).toEqual([]);
    expect(await catchUp(later({ minutes: 15 }))).toHaveLength(1);
    expect(await catchUp(later({ minutes: 30 }))).toEqual([]);
  });

  it('waits for the next sweep when the catch-up was refused', async () => {
    await settle.recordUnconfirmed(database.db, claimed, 'time-out');
    const again = one(await catchUp(later({ minutes: 15 })));
    await settle.returnUnconfirmed(database.db, again, 'Too Many Requests');
    expect(await reminder()).toMatchObject({ status: 'unconfirmed', lastError: 'Too Many Requests' });
    expect(await catchUp(later({ minutes: 30 }))).toHaveLength(1);
  });

  it('is not caught up on when the step was done between', async () => {
    await settle.recordUnconfirmed(database.db, claimed, 'time-out');
    const again = one(await catchUp(later({ minutes: 15 })));
    await setStatus('done');
    await settle.returnUnconfirmed(database.db, again, 'Too Many Requests');
    expect(await reminder()).toMatchObject({ status: 'done' });
  });
});

describe('a person who blocked the bot', () => {
  beforeEach(() => settle.recordUnreachable(database.db, claimed, monday));
  const statuses = async () => (await remindersOf(database.db, leadId)).map((row) => row.status);

  it('has all reminders held, and nothing is claimed', async () => {
    expect(await getUser(database.db, userId)).toMatchObject({ unreachableAt: monday });
    expect(await statuses()).toEqual(['held', 'held', 'held', 'held']);
    expect(await claim(later({ days: 30 }))).toEqual([]);
  });

  it('has them back with /start: at once what is overdue, the others with their dates', async () => {
    await markReachable(database.db, userId);
    expect(await getUser(database.db, userId)).toMatchObject({ unreachableAt: null });
    expect(await statuses()).toEqual(['pending', 'pending', 'pending', 'pending']);
    expect(await claim(later({ minutes: 1 }))).toMatchObject([{ stepId, attempts: 1 }]);
    expect(await claim(later({ days: 3 }))).toHaveLength(1);
  });

  it('has nothing held of what is done or cancelled', async () => {
    await setStatus('done');
    await markReachable(database.db, userId);
    expect(await statuses()).toEqual(['done', 'pending', 'pending', 'pending']);
  });

  it('does not concern anybody else', async () => {
    await makeUser(database.db, { id: 2002 });
    await settle.holdPerson(database.db, 2002, monday);
    await markReachable(database.db, 2002);
    expect(await statuses()).toEqual(['held', 'held', 'held', 'held']);
  });
});
