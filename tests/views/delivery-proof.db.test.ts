import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { getUser, type User } from '../../server/auth/users.ts';
import { deliveryLog, scheduledReminders, users } from '../../server/db/schema.ts';
import { setLeadStatus } from '../../server/plans/close-lead.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { snoozeStep } from '../../server/plans/snooze-step.ts';
import { setStepStatus } from '../../server/plans/step-mutations.ts';
import { holdPerson } from '../../server/reminders/settle.ts';
import { getDeliveryProof } from '../../server/views/delivery-proof.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeLead, makePlannedLead, makeUser, monday, planOf } from '../support/people.ts';
import { later, one, reminderOf, remindersOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let user: User;
let leadId: string;

beforeEach(async () => {
  ({ user, leadId } = await makePlannedLead(database.db));
});

const proof = (now: Date, person = user) => getDeliveryProof(database.db, person, [], now);
const nextOf = async (now: Date, person = user) => (await proof(now, person)).next;
const troublesOf = async (now: Date, person = user) => (await proof(now, person)).troubles;

type Change = Partial<typeof scheduledReminders.$inferInsert>;

/** Brings the reminder of a step into a state, with the line of the log that tells of it. */
async function put(stepId: string, change: Change, log?: { cause: string; at: Date }): Promise<void> {
  const { id } = await reminderOf(database.db, stepId);
  await database.db.update(scheduledReminders).set(change).where(eq(scheduledReminders.id, id));
  if (!log || !change.status) return;
  await database.db.insert(deliveryLog).values({ reminderId: id, status: change.status, ...log });
}

const firstStep = async () => (await stepAt(database.db, leadId, 0)).id;

describe('the next reminders', () => {
  it('are those to come, the earliest first, with what they are about and when', async () => {
    const [first, ...others] = await nextOf(later({ hours: -1 }));
    expect(first).toEqual({
      ...{ stepId: await firstStep(), leadId, title: 'Step of day 0' },
      ...{ leadName: 'Anna Petrova', company: 'Acme', state: 'planned' },
      due: expect.objectContaining({ words: 'Mon 12 Oct, 09:00', short: '09:00', tone: 'today' }),
    });
    expect(others.map(({ due }) => due.words)).toEqual([
      'Thu 15 Oct, 09:00',
      'Mon 19 Oct, 09:00',
      'Mon 26 Oct, 09:00',
    ]);
  });

  it('are five of all leads, however many there are', async () => {
    const other = await makeLead(database.db, { name: 'Bernd' });
    await savePlan(database.db, { leadId: other, plan: planOf(1, 2, 4), now: monday });
    expect((await nextOf(later({ hours: 1 }))).map(({ title }) => title)).toEqual([
      'Step of day 0',
      'Step of day 1',
      'Step of day 2',
      'Step of day 3',
      'Step of day 4',
    ]);
  });

  it('are due now when their time has come and while they are being sent', async () => {
    expect((await nextOf(later({ minutes: 1 })))[0]).toMatchObject({ title: 'Step of day 0', state: 'now' });
    await put(await firstStep(), { status: 'sending', sendAt: later({ minutes: 5 }) });
    expect((await nextOf(later({ minutes: 1 })))[0]).toMatchObject({ title: 'Step of day 0', state: 'now' });
  });

  it('come when they are snoozed or put off to, not when the step was due', async () => {
    await snoozeStep(database.db, { userId, stepId: await firstStep(), to: 'tomorrow', now: monday });
    expect((await nextOf(monday))[0]?.due.words).toBe('Tue 13 Oct, 09:00');
    await put(await firstStep(), { sendAt: later({ days: 2 }) });
    expect((await nextOf(monday))[0]?.due.words).toBe('Wed 14 Oct, 09:00');
  });

  it('leave out what was sent, what is settled and closed leads', async () => {
    await put(await firstStep(), { status: 'sent', sentAt: monday });
    const { id: stepId } = await stepAt(database.db, leadId, 1);
    await setStepStatus(database.db, { userId, stepId, status: 'done', now: monday });
    expect((await nextOf(monday)).map(({ title }) => title)).toEqual(['Step of day 7', 'Step of day 14']);
    await setLeadStatus(database.db, { userId, leadId, status: 'won', now: monday });
    expect(await nextOf(monday)).toEqual([]);
  });

  it('keep their hour across the end of summer time, in the zone of the person', async () => {
    const dates = async (person: User) => (await nextOf(monday, person)).map(({ due }) => due.words);
    expect((await nextOf(monday)).map(({ due }) => [due.at, due.words]).slice(-2)).toEqual([
      ['2026-10-19T07:00:00.000Z', 'Mon 19 Oct, 09:00'],
      ['2026-10-26T08:00:00.000Z', 'Mon 26 Oct, 09:00'],
    ]);
    expect((await dates({ ...user, timeZone: 'America/New_York' })).slice(-2)).toEqual([
      'Mon 19 Oct, 03:00',
      'Mon 26 Oct, 04:00',
    ]);
    expect((await dates({ ...user, timeZone: null })).at(-1)).toBe('Mon 26 Oct, 08:00');
  });
});

describe('a reminder that went as it should', () => {
  it('is no trouble: planned, put off to a decent hour, being sent, sent, or done', async () => {
    expect(await troublesOf(monday)).toEqual([]);
    const stepId = await firstStep();
    for (const change of [
      { status: 'pending', sendAt: later({ hours: 12 }) },
      { status: 'sending', attempts: 1 },
      { status: 'sent', attempts: 1, sentAt: monday },
      { status: 'done', unconfirmedAt: monday },
    ] as const) {
      await put(stepId, change);
      expect(await troublesOf(later({ hours: 1 })), change.status).toEqual([]);
    }
  });
});

describe('a reminder that did not go as it should', () => {
  const about = { title: 'Step of day 0', leadName: 'Anna Petrova', company: 'Acme' };

  it('and is tried again says why, how often, and when', async () => {
    const stepId = await firstStep();
    const sendAt = later({ minutes: 8 });
    await put(stepId, { attempts: 3, lastError: 'ECONNREFUSED', sendAt });
    expect(await troublesOf(later({ minutes: 5 }))).toEqual([
      {
        ...{ ...about, stepId, leadId, kind: 'waiting' },
        why: 'Not delivered yet, after 3 tries: Telegram could not be reached. It was due on Mon 12 Oct, 09:00.',
        next: 'I try again on Mon 12 Oct, 09:08.',
      },
    ]);
    expect((await troublesOf(sendAt))[0]?.next).toBe('I try again as soon as I can.');
  });

  it('because Telegram asked to wait was never tried, as far as anyone counts', async () => {
    await put(await firstStep(), { lastError: '429 Too Many Requests: retry after 30' });
    expect(await troublesOf(later({ seconds: 5 }))).toMatchObject([
      {
        kind: 'waiting',
        why: 'Not delivered yet: Telegram asked me to slow down. It was due on Mon 12 Oct, 09:00.',
      },
    ]);
  });

  it('after all tries says when it was given up, and what helps', async () => {
    const at = later({ hours: 3 });
    const failed = { status: 'failed', attempts: 8, lastError: '400 Bad Request: x' } as const;
    await put(await firstStep(), failed, { cause: '400 Bad Request: x', at });
    expect(await troublesOf(later({ hours: 5 }))).toMatchObject([
      {
        ...{ ...about, kind: 'failed' },
        why:
          'I gave up on Mon 12 Oct, 12:00, after 8 tries: Telegram did not take the message as I wrote it, ' +
          'which is my mistake. It was due on Mon 12 Oct, 09:00.',
        next: 'The step is still open. Snooze it or give it a new date, and I try again.',
      },
    ]);
  });

  it('for a reason nobody foresaw says so, and shows none of it', async () => {
    await put(await firstStep(), { status: 'failed', attempts: 8, lastError: 'TypeError: x (query failed)' });
    expect((await troublesOf(later({ hours: 5 })))[0]?.why).toMatch(
      /8 tries: something went wrong on my side/,
    );
  });

  it('and is unconfirmed says what nobody knows, and that the person will hear of it', async () => {
    const lost = { status: 'unconfirmed', attempts: 1, unconfirmedAt: later({ seconds: 2 }) } as const;
    const sendAt = later({ minutes: 1 });
    await put(
      await firstStep(),
      { ...lost, sendAt },
      { cause: '502 Bad Gateway', at: later({ seconds: 2 }) },
    );
    expect(await troublesOf(later({ seconds: 3 }))).toMatchObject([
      {
        ...{ ...about, kind: 'unconfirmed' },
        why: 'Nobody knows whether it reached you: Telegram had trouble of its own on Mon 12 Oct, 09:00.',
        next: 'I write to you about it once more on Mon 12 Oct, 09:01.',
      },
    ]);
  });

  it('and was told of says when, and why it was unconfirmed at first', async () => {
    const stepId = await firstStep();
    const unconfirmedAt = later({ minutes: 5 });
    await put(stepId, { status: 'unconfirmed', unconfirmedAt }, { cause: 'ECONNRESET', at: unconfirmedAt });
    await put(
      stepId,
      { status: 'unconfirmed', lastError: '429 Too Many Requests' },
      { cause: '429 Too Many Requests', at: later({ minutes: 6 }) },
    );
    await put(stepId, { status: 'sent', sentAt: later({ minutes: 15 }) });
    expect(await troublesOf(later({ hours: 1 }))).toMatchObject([
      {
        kind: 'unconfirmed',
        why:
          'Nobody knows whether it reached you: Telegram did not answer on Mon 12 Oct, 09:05. ' +
          'It was due on Mon 12 Oct, 09:00.',
        next: 'I wrote to you about it once more on Mon 12 Oct, 09:15, with the same buttons.',
      },
    ]);
  });

  it('is not lost from sight while the person is being told', async () => {
    await put(await firstStep(), { status: 'sending', unconfirmedAt: monday });
    expect(await troublesOf(later({ minutes: 1 }))).toMatchObject([{ kind: 'unconfirmed' }]);
  });

  it('is forgotten once the step is done, and comes back when that is taken back', async () => {
    const stepId = await firstStep();
    await put(stepId, { status: 'sent', unconfirmedAt: monday, sentAt: later({ minutes: 1 }) });
    const now = later({ hours: 1 });
    await setStepStatus(database.db, { userId, stepId, status: 'done', now });
    expect(await troublesOf(now)).toEqual([]);
    await setStepStatus(database.db, { userId, stepId, status: 'open', now });
    expect(await troublesOf(now)).toMatchObject([{ kind: 'unconfirmed' }]);
  });
});

describe('a person whose messages Telegram refuses', () => {
  async function refuse(now: Date): Promise<User> {
    await holdPerson(database.db, userId, now);
    const held = await getUser(database.db, userId);
    if (!held) throw new Error('the person is gone');
    return held;
  }

  it('sees what was held, since when, and what brings it', async () => {
    const held = await refuse(later({ days: -1 }));
    expect(await troublesOf(later({ hours: 1 }), held)).toMatchObject([
      {
        ...{ title: 'Step of day 0', kind: 'held' },
        why: 'Telegram has refused my messages to you since Sun 11 Oct, 09:00. It was due on Mon 12 Oct, 09:00.',
        next: 'It comes as soon as you press Start in the chat.',
      },
    ]);
  });

  it('sees what is still ahead among the next, on hold', async () => {
    const held = await refuse(later({ seconds: 1 }));
    expect((await nextOf(later({ hours: 1 }), held)).map(({ title, state }) => [title, state])).toEqual([
      ['Step of day 3', 'held'],
      ['Step of day 7', 'held'],
      ['Step of day 14', 'held'],
    ]);
  });

  it('is not promised a try that cannot succeed', async () => {
    await put(await firstStep(), { attempts: 1, lastError: 'ECONNREFUSED' });
    const [{ id }] = [one(await remindersOf(database.db, leadId))];
    await refuse(later({ seconds: 1 }));
    await database.db
      .update(scheduledReminders)
      .set({ status: 'pending' })
      .where(eq(scheduledReminders.id, id));
    const held = (await getUser(database.db, userId)) ?? user;
    expect((await troublesOf(later({ hours: 1 }), held))[0]?.next).toBe(
      'I try again once you press Start in the chat.',
    );
  });
});

describe('many reminders that did not go as they should', () => {
  it('are the ten newest, the newest first', async () => {
    const days = Array.from({ length: 12 }, (_, day) => day * 7);
    await savePlan(database.db, { leadId, plan: planOf(...days), now: monday });
    for (const [index, { stepId }] of (await remindersOf(database.db, leadId)).entries()) {
      await put(stepId, { status: 'unconfirmed', unconfirmedAt: later({ days: index * 7 }) });
    }
    const titles = (await troublesOf(later({ days: 100 }))).map(({ title }) => title);
    expect(titles).toEqual(
      days
        .toReversed()
        .slice(0, 10)
        .map((day) => `Step of day ${day}`),
    );
  });
});

describe('another person', () => {
  it('sees none of it', async () => {
    await put(await firstStep(), { status: 'failed', attempts: 8 });
    const stranger = await makeUser(database.db, { id: 2002 });
    expect(await proof(later({ hours: 1 }), stranger)).toEqual({ next: [], troubles: [], pollers: [] });
    expect(await database.db.select().from(users)).toHaveLength(2);
  });
});
