import { eq } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { leaveOutMany } from '../../server/capture/leave-out-many.ts';
import { emptyPerson } from '../../server/capture/person.ts';
import { startCapture } from '../../server/capture/start-capture.ts';
import { captures } from '../../server/db/schema.ts';
import { openTestDatabase } from '../support/database.ts';
import { makeUser, monday } from '../support/people.ts';
import { one } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;

async function card() {
  await makeUser(database.db);
  const people = ['Olaf', 'Lena', 'Max'].map((name) => emptyPerson({ name }));
  people[2] = emptyPerson({ name: 'Max', state: 'saved' });
  const captureId = await startCapture(database.db, {
    ...{ userId, source: 'csv', people, status: 'open', now: monday },
  });
  const leave = (...places: number[]) => leaveOutMany(database.db, { userId, captureId, places });
  const row = async () => one(await database.db.select().from(captures).where(eq(captures.id, captureId)));
  return { leave, captureId, states: async () => (await row()).people.map(({ state }) => state), row };
}

it('several people of a card are left out at once; who was saved stays, and nobody else is touched', async () => {
  const { leave, states } = await card();
  expect(await leave(1, 2, 99)).toEqual({ ok: true });
  expect(await states()).toEqual(['open', 'left-out', 'saved']);
});

it('a card on which nobody is left open is settled, and takes no more of it', async () => {
  const { leave, row } = await card();
  await leave(0, 1);
  expect((await row()).status).toBe('saved');
  expect(await leave(0)).toEqual({ ok: false, reason: 'settled' });
});

it('the card of another person is not found', async () => {
  const { captureId, states } = await card();
  await makeUser(database.db, { id: 1002 });
  const other = { userId: 1002, captureId, places: [0] };
  expect(await leaveOutMany(database.db, other)).toEqual({ ok: false, reason: 'not-found' });
  expect(await states()).toEqual(['open', 'open', 'saved']);
});
