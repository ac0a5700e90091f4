import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { scheduledReminders } from '../../server/db/schema.ts';
import {
  type ClaimedReminder,
  claimDueReminders,
  claimUnconfirmed,
  expireLeases,
} from '../../server/reminders/claim.ts';
import { getNextDueAt } from '../../server/reminders/queries.ts';
import { holdPerson, recordUnconfirmed } from '../../server/reminders/settle.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { later, one, reminderOf, stepAt } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
let leadId: string;
let stepId: string;

beforeEach(async () => {
  ({ leadId } = await makePlannedLead(database.db));
  stepId = (await stepAt(database.db, leadId, 0)).id;
});

const claim = (now = monday, limit = 10) => claimDueReminders(database.db, { now, limit });
const catchUp = (now = monday) => claimUnconfirmed(database.db, { now, limit: 10 });
const reminder = () => reminderOf(database.db, stepId);
const put = (set: Partial<typeof scheduledReminders.$inferInsert>) =>
  database.db.update(scheduledReminders).set(set).where(eq(scheduledReminders.stepId, stepId));

describe('claiming due reminders', () => {
  it('takes what is due, once', async () => {
    expect(await claim()).toHaveLength(1);
    expect(await claim()).toHaveLength(0);
  });

  it('says whose it is, where it goes and how often it was tried', async () => {
    expect(await claim()).toEqual<ClaimedReminder[]>([
      { id: (await reminder()).id, stepId, leadId, userId, chatId: userId, dueAt: monday, attempts: 1 },
    ]);
  });

  it('is written down before anything is sent', async () => {
    await claim(later({ minutes: 3 }));
    expect(await reminder()).toMatchObject({
      status: 'sending',
      attempts: 1,
      lastRemindedAt: later({ minutes: 3 }),
      messageId: null,
    });
  });

  it('takes nothing a second before it is due', async () => {
    expect(await claim(later({ seconds: -1 }))).toEqual([]);
  });

  it('takes what fell due while nobody looked, oldest first', async () => {
    const dates = (await claim(later({ days: 30 }))).map((claimed) =>
      claimed.dueAt.toISOString().slice(0, 10),
    );
    expect(dates).toEqual(['2026-10-12', '2026-10-15', '2026-10-19', '2026-10-26']);
  });

  it('takes no more than asked for, and the rest the next time', async () => {
    const first = await claim(later({ days: 30 }), 3);
    const second = await claim(later({ days: 30 }), 3);
    expect([first.length, second.length]).toEqual([3, 1]);
    expect(new Set([...first, ...second].map((claimed) => claimed.id)).size).toBe(4);
  });

  it.each(['sending', 'sent', 'unconfirmed', 'held', 'failed', 'done', 'skipped', 'cancelled'] as const)(
    'leaves one that is %s',
    async (status) => {
      await put({ status });
      expect(await claim()).toEqual([]);
    },
  );
});

describe('the duplicate guard', () => {
  it('refuses a reminder that went out within fifteen minutes, however it came to be pending', async () => {
    await claim();
    await put({ status: 'pending' });
    expect(await claim(later({ minutes: 14, seconds: 59 }))).toEqual([]);
    expect(await claim(later({ minutes: 15 }))).toMatchObject([{ stepId, attempts: 2 }]);
  });
});

describe('a reminder that Telegram asked us to hold back', () => {
  it('waits for its time', async () => {
    await put({ retryAt: later({ minutes: 5 }) });
    expect(await claim(later({ minutes: 4, seconds: 59 }))).toEqual([]);
    expect(await claim(later({ minutes: 5 }))).toHaveLength(1);
  });
});

describe('a claim whose sender died', () => {
  it('is nobody else’s for two minutes, then unconfirmed', async () => {
    await claim();
    await expireLeases(database.db, later({ minutes: 1, seconds: 59 }));
    expect(await reminder()).toMatchObject({ status: 'sending' });
    await expireLeases(database.db, later({ minutes: 2 }));
    expect(await reminder()).toMatchObject({
      status: 'unconfirmed',
      lastError: 'the sender stopped before Telegram answered',
    });
  });

  it('is never claimed as it was', async () => {
    await claim();
    await expireLeases(database.db, later({ minutes: 2 }));
    expect(await claim(later({ days: 1 }))).toEqual([]);
  });

  it('is caught up on once', async () => {
    await claim();
    await expireLeases(database.db, later({ minutes: 2 }));
    expect(await catchUp(later({ minutes: 15 }))).toMatchObject([{ stepId, leadId, chatId: userId }]);
    expect(await reminder()).toMatchObject({ status: 'sent', lastRemindedAt: later({ minutes: 15 }) });
    await expireLeases(database.db, later({ days: 1 }));
    expect(await catchUp(later({ days: 1 }))).toEqual([]);
    expect(await claim(later({ days: 1 }))).toEqual([]);
  });

  it('leaves what is pending, sent or done alone', async () => {
    for (const status of ['pending', 'sent', 'done'] as const) {
      await put({ status, lastRemindedAt: monday });
      await expireLeases(database.db, later({ days: 1 }));
      expect(await reminder()).toMatchObject({ status });
    }
  });
});

describe('catching up with a person who cannot be reached', () => {
  it('waits until they can', async () => {
    await recordUnconfirmed(database.db, one(await claim()), 'time-out');
    await holdPerson(database.db, userId, monday);
    expect(await catchUp()).toEqual([]);
    expect(await reminder()).toMatchObject({ status: 'unconfirmed' });
  });

  it('keeps nobody else waiting', async () => {
    await recordUnconfirmed(database.db, one(await claim()), 'time-out');
    await makeUser(database.db, { id: 2002 });
    await holdPerson(database.db, 2002, monday);
    expect(await catchUp()).toHaveLength(1);
  });
});

describe('the next reminder to be sent', () => {
  const next = (of?: number) => getNextDueAt(database.db, of);

  it('is the earliest that is pending', async () => {
    expect(await next()).toEqual(monday);
    await claim();
    expect(await next()).toEqual(later({ days: 3 }));
  });

  it('is asked for everybody or for one', async () => {
    await makeUser(database.db, { id: 2002 });
    expect(await next(userId)).toEqual(monday);
    expect(await next(2002)).toBeNull();
  });

  it('is where it was put off to', async () => {
    await put({ retryAt: later({ hours: 2 }) });
    expect(await next()).toEqual(later({ hours: 2 }));
    await put({ retryAt: later({ days: 5 }) });
    expect(await next()).toEqual(later({ days: 3 }));
  });

  it('is none when nothing is scheduled', async () => {
    await claim(later({ days: 30 }));
    expect(await next()).toBeNull();
  });
});
