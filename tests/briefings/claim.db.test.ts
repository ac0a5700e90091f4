import { eq } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { rememberUser } from '../../server/auth/users.ts';
import { claimBriefings, returnBriefing } from '../../server/briefings/claim.ts';
import { setBriefing } from '../../server/briefings/mutations.ts';
import { getBriefingHours } from '../../server/briefings/queries.ts';
import { briefings, users } from '../../server/db/schema.ts';
import { setAway } from '../../server/plans/away.ts';
import { changePersonTime } from '../../server/plans/person-time.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';
import { later, one } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
const tuesday = later({ days: 1 });

beforeEach(async () => {
  await makeUser(database.db);
  await setBriefing(database.db, { userId, kind: 'morning', hour: 9, now: monday });
});

const claimed = async (now: Date) => (await claimBriefings(database.db, now, 20)).claimed;
const nextAt = async () => one(await database.db.select().from(briefings)).nextAt;

describe('a person', () => {
  it('has a morning briefing from the first sight on, and keeps their choice', async () => {
    await rememberUser(database.db, { id: 1002, firstName: 'Max', now: monday });
    const hours = () => getBriefingHours(database.db, 1002);
    expect(await hours()).toEqual({ morning: 9, evening: null, weekly: null });
    await setBriefing(database.db, { userId: 1002, kind: 'morning', hour: null, now: monday });
    await rememberUser(database.db, { id: 1002, firstName: 'Max', now: tuesday });
    expect(await hours()).toEqual({ morning: null, evening: null, weekly: null });
  });

  it('who moves to another zone has it at the same hour there', async () => {
    const change = { timeZone: 'America/New_York' };
    await changePersonTime(database.db, { userId, change, now: later({ hours: 1 }) });
    expect(await nextAt()).toEqual(new Date('2026-10-12T13:00:00Z'));
  });

  it('who goes away has it when they are back', async () => {
    await setAway(database.db, { userId, from: '2026-10-13', until: '2026-10-14', now: monday });
    expect(await nextAt()).toEqual(later({ days: 3 }));
  });
});

describe('a briefing whose time has come', () => {
  it('is claimed once, by one of two instances that look at the same moment', async () => {
    const both = await Promise.all([claimed(tuesday), claimed(tuesday)]);
    expect(both.flat()).toMatchObject([{ kind: 'morning', user: { id: userId } }]);
    expect(await claimed(later({ days: 1, hours: 1 }))).toEqual([]);
    expect(await nextAt()).toEqual(later({ days: 2 }));
  });

  it('is skipped when it is more than two hours late, and comes the next day', async () => {
    expect(await claimed(later({ days: 1, hours: 2, minutes: 1 }))).toEqual([]);
    expect(await nextAt()).toEqual(later({ days: 2 }));
    expect(await claimed(later({ days: 2, hours: 2 }))).toHaveLength(1);
  });

  it('is skipped for a person whom Telegram lets us write nothing', async () => {
    await database.db.update(users).set({ unreachableAt: monday }).where(eq(users.id, userId));
    expect(await claimed(tuesday)).toEqual([]);
  });

  it('that was for sure not delivered is looked at again, unless it was changed meanwhile', async () => {
    const briefing = one(await claimed(tuesday));
    await returnBriefing(database.db, briefing);
    expect(await claimed(tuesday)).toHaveLength(1);
    await setBriefing(database.db, { userId, kind: 'morning', hour: 8, now: tuesday });
    await returnBriefing(database.db, briefing);
    expect(await claimed(tuesday)).toEqual([]);
  });
});
