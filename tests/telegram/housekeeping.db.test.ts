import { randomUUID } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { deadUpdates, instances, processedUpdates } from '../../server/db/schema.ts';
import { buryUpdate } from '../../server/telegram/dead-updates.ts';
import { forgetOldUpdates, takeUpdates } from '../../server/telegram/updates.ts';
import { openTestDatabase } from '../support/database.ts';
import { days, hours } from '../support/frozen-clock.ts';
import { monday } from '../support/people.ts';

const database = openTestDatabase();
beforeEach(async () => {
  await database.db.delete(deadUpdates);
  await database.db.delete(instances);
});
const mondayPlus = (ms: number) => new Date(monday.getTime() + ms);

describe('the memory of handled updates', () => {
  it('holds for two days, longer than Telegram repeats one, and then forgets', async () => {
    const take = () => takeUpdates(database.db, { updateIds: [1], instance: randomUUID(), now: monday });
    expect(await take()).toEqual(['ours']);
    await forgetOldUpdates(database.db, mondayPlus(days(2)));
    expect(await database.db.$count(processedUpdates)).toBe(1);
    await forgetOldUpdates(database.db, mondayPlus(days(2) + hours(1)));
    expect(await database.db.$count(processedUpdates)).toBe(0);
  });
});

describe('a dead update', () => {
  it('is kept for thirty days, and then forgotten', async () => {
    await buryUpdate(database.db, { update: { update_id: 1 }, error: 'Error: x', now: monday });
    await forgetOldUpdates(database.db, mondayPlus(days(30)));
    expect(await database.db.$count(deadUpdates)).toBe(1);
    await forgetOldUpdates(database.db, mondayPlus(days(30) + hours(1)));
    expect(await database.db.$count(deadUpdates)).toBe(0);
  });
});

describe('an instance', () => {
  it('that was not seen for a day is forgotten, by the database’s own clock', async () => {
    const seen = (ms: number) => ({ id: randomUUID(), seenAt: new Date(Date.now() - ms) });
    const [lately, longAgo] = [seen(hours(23)), seen(hours(25))];
    await database.db.insert(instances).values([lately, longAgo]);
    await forgetOldUpdates(database.db, monday);
    expect((await database.db.select().from(instances)).map(({ id }) => id)).toEqual([lately.id]);
  });
});
