import { eq, sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { scheduledReminders, users } from '../../server/db/schema.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { type ClaimedMessage, claimDue } from '../../server/reminders/claim.ts';
import { closeGate } from '../../server/reminders/gate.ts';
import { getNextSendAt } from '../../server/reminders/queries.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { claim, claimMessages, claimOne, here, logOf, sent, settle } from '../support/reminders.ts';
import { later, one, pinSteps, reminderOf, remindersOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
});

const reminder = () => reminderOf(database.db, stepId);
const put = (set: Partial<typeof scheduledReminders.$inferInsert>) =>
  database.db.update(scheduledReminders).set(set).where(eq(scheduledReminders.stepId, stepId));

describe('claiming due reminders', () => {
  it('takes what is due, once', async () => {
    expect(await claim(database.db, monday)).toHaveLength(1);
    expect(await claim(database.db, later({ seconds: 5 }))).toEqual([]);
  });

  it('says whose it is, where it goes and how often it was tried before', async () => {
    const { id } = await reminder();
    const reminders = [
      {
        ...{ id, stepId, leadId, userId, chatId: userId, dueAt: monday, sendAt: monday },
        ...{ status: 'pending' as const, attempts: 0, lastRemindedAt: null, nudge: false, waits: false },
      },
    ];
    expect(await claimMessages(database.db, monday)).toEqual<ClaimedMessage[]>([
      { kind: 'reminder', userId, chatId: userId, reminders, nudgeAt: later({ days: 1 }) },
    ]);
  });

  it('is written down before anything is sent', async () => {
    await claim(database.db, later({ minutes: 3 }));
    expect(await reminder()).toMatchObject({
      status: 'sending',
      claimedBy: here,
      attempts: 1,
      lastRemindedAt: later({ minutes: 3 }),
      messageId: null,
      sentAt: null,
      unconfirmedAt: null,
    });
    expect(await logOf(database.db, stepId)).toEqual(['pending: scheduled', 'sending: claimed']);
  });

  it('holds for two minutes, by the clock of the database', async () => {
    await database.db.transaction(async (tx) => {
      await claim(tx, later({ days: 1, hours: 1 }));
      // now() is the same throughout a transaction.
      const [row] = await tx
        .select({ lease: sql<string>`(lease_until - now())::text` })
        .from(scheduledReminders)
        .where(eq(scheduledReminders.stepId, stepId));
      expect(row).toEqual({ lease: '00:02:00' });
    });
  });

  it('takes nothing a second before it is due', async () => {
    expect(await claim(database.db, later({ seconds: -1 }))).toEqual([]);
  });

  it('takes what fell due while nobody looked, oldest first', async () => {
    await pinSteps(database.db, leadId);
    const claimed = await claim(database.db, later({ days: 30, hours: 1 }));
    const dates = claimed.map(({ dueAt }) => dueAt.toISOString().slice(0, 10));
    expect(dates).toEqual(['2026-10-12', '2026-10-15', '2026-10-19', '2026-10-26']);
  });

  it.each(['sending', 'sent', 'held', 'failed', 'done', 'skipped', 'cancelled'] as const)(
    'leaves one that is %s',
    async (status) => {
      await put({ status });
      expect(await claim(database.db, monday)).toEqual([]);
      expect(await reminder()).toMatchObject({ status, claimedBy: null });
    },
  );

  it('leaves one that is in flight, although it was given another time meanwhile', async () => {
    const message = await claimOne(database.db, monday);
    await snoozeStep(database.db, { userId, stepId, to: '1h', now: monday });
    expect(await reminder()).toMatchObject({ status: 'pending', claimedBy: here });
    expect(await claim(database.db, later({ hours: 1 }))).toEqual([]);
    await settle(database.db, message, sent(), later({ minutes: 1 }));
    expect(await claim(database.db, later({ hours: 1 }))).toMatchObject([{ stepId }]);
  });

  it('takes one that nobody knows had arrived, to tell of it', async () => {
    await put({ status: 'unconfirmed', unconfirmedAt: monday, attempts: 1 });
    expect(await claimMessages(database.db, monday)).toMatchObject([
      { kind: 'catch-up', reminders: [{ stepId, status: 'unconfirmed', attempts: 1 }] },
    ]);
    expect(await reminder()).toMatchObject({ status: 'sending', unconfirmedAt: monday, attempts: 2 });
  });
});

describe('the duplicate guard', () => {
  it('refuses a reminder that went out within fifteen minutes, however it came to be pending', async () => {
    await claim(database.db, monday);
    await put({ status: 'pending', claimedBy: null });
    expect(await claim(database.db, later({ minutes: 14, seconds: 59 }))).toEqual([]);
    expect(await reminder()).toMatchObject({ status: 'pending', sendAt: later({ minutes: 15 }) });
    expect(await claim(database.db, later({ minutes: 15 }))).toMatchObject([{ stepId, attempts: 1 }]);
  });
});

describe('a reminder that was put off', () => {
  it('waits for its time', async () => {
    await put({ sendAt: later({ minutes: 5 }) });
    expect(await claim(database.db, later({ minutes: 4, seconds: 59 }))).toEqual([]);
    expect(await claim(database.db, later({ minutes: 5 }))).toMatchObject([{ stepId, dueAt: monday }]);
  });

  it('by a stupid hour comes in the morning, and no line of the log says so: it is pending all the time', async () => {
    const evening = later({ hours: 13 });
    expect(await claim(database.db, evening)).toEqual([]);
    expect(await reminder()).toMatchObject({ status: 'pending', sendAt: later({ days: 1 }), attempts: 0 });
    expect(await logOf(database.db, stepId)).toEqual(['pending: scheduled']);
    expect(await claim(database.db, later({ days: 1 }))).toMatchObject([{ stepId }]);
  });
});

describe('a person who cannot be reached', () => {
  beforeEach(() => database.db.update(users).set({ unreachableAt: monday }));

  it('has what is due held, and nothing else', async () => {
    expect(await claim(database.db, monday)).toEqual([]);
    const statuses = (await remindersOf(database.db, leadId)).map(({ status }) => status);
    expect(statuses).toEqual(['held', 'pending', 'pending', 'pending']);
    expect((await logOf(database.db, stepId)).at(-1)).toBe('held: the person cannot be reached');
  });

  it('is not told of what nobody could confirm either, until they can', async () => {
    await put({ status: 'unconfirmed', unconfirmedAt: monday });
    expect(await claim(database.db, monday)).toEqual([]);
    expect(await reminder()).toMatchObject({ status: 'held', unconfirmedAt: monday });
  });

  it('keeps nobody else waiting', async () => {
    await makeUser(database.db, { id: 2002 });
    await database.db.update(users).set({ unreachableAt: null });
    await holdPerson(database.db, 2002, monday);
    expect(await claim(database.db, monday)).toHaveLength(1);
  });
});

describe('while the gate is closed', () => {
  it('nothing is taken, and the claim says for how long', async () => {
    await closeGate(database.db, 60_000);
    const claimed = await claimDue(database.db, { now: monday, instance: here, limit: 10, rate: 0 });
    expect(Object.keys(claimed)).toEqual(['closedForMs']);
    expect(claimed.closedForMs).toBeGreaterThan(0);
    expect(claimed.closedForMs).toBeLessThanOrEqual(60_000);
    expect(await reminder()).toMatchObject({ status: 'pending', sendAt: monday });
  });
});

describe('the next reminder to be sent', () => {
  const next = (of?: number) => getNextSendAt(database.db, of);

  it('is the earliest that waits', async () => {
    expect(await next()).toEqual(monday);
    await claim(database.db, monday);
    expect(await next()).toEqual(later({ days: 3 }));
  });

  it('is asked for everybody or for one', async () => {
    await makeUser(database.db, { id: 2002 });
    expect(await next(userId)).toEqual(monday);
    expect(await next(2002)).toBeNull();
  });

  it('is where it was put off to', async () => {
    await put({ sendAt: later({ hours: 2 }) });
    expect(await next()).toEqual(later({ hours: 2 }));
    await put({ sendAt: later({ days: 5 }) });
    expect(await next()).toEqual(later({ days: 3 }));
  });

  it('may be one that nobody could confirm', async () => {
    await put({ status: 'unconfirmed', sendAt: later({ minutes: 1 }) });
    expect(await next()).toEqual(later({ minutes: 1 }));
  });

  it('is not one in flight, whatever its date', async () => {
    await claim(database.db, monday);
    await snoozeStep(database.db, { userId, stepId, to: '1h', now: monday });
    expect(await next()).toEqual(later({ days: 3 }));
  });

  it('is none when nothing is scheduled', async () => {
    for (const { stepId: id } of await remindersOf(database.db, leadId))
      await setStepStatus(database.db, { userId, stepId: id, status: 'done', now: monday });
    expect(await next()).toBeNull();
  });
});

it('a person who never opened the app has reminders by UTC', async () => {
  await database.db.update(users).set({ timeZone: null });
  const late = new Date('2026-10-12T18:30:00Z');
  expect(await claim(database.db, late)).toEqual([]);
  expect(one([await reminder()]).sendAt).toEqual(new Date('2026-10-13T09:00:00Z'));
});
