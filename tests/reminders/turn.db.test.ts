import { sql } from 'drizzle-orm';
import { beforeEach, describe, expect, it } from 'vitest';
import { sendGate, users } from '../../server/db/schema.ts';
import { closeGate } from '../../server/reminders/gate.ts';
import { takeTurn } from '../../server/reminders/turn.ts';
import { openTestDatabase } from '../support/database.ts';
import { makePlannedLead, makeUser, monday } from '../support/people.ts';
import { claim } from '../support/reminders.ts';
import { later, one } from '../support/rows.ts';

const database = openTestDatabase();
const userId = 1001;
beforeEach(() => makeUser(database.db));

const turn = (now = monday, rate = 0, of = userId) => takeTurn(database.db, { userId: of, now, rate });
const freeAt = async () => one(await database.db.select().from(sendGate)).freeAt.getTime();

describe('a message that is no reminder', () => {
  it('may leave at once when nothing else does', async () => {
    expect(await turn()).toEqual({ inMs: 0 });
  });

  it('makes its chat quiet for a second, for others of its kind and for reminders', async () => {
    await makePlannedLead(database.db);
    await turn();
    expect(await turn(later({ seconds: 0.25 }))).toEqual({ askInMs: 750 });
    expect(await claim(database.db, later({ seconds: 0.5 }))).toEqual([]);
    expect(await claim(database.db, later({ seconds: 1 }))).toHaveLength(1);
    expect(await turn(later({ seconds: 1.5 }))).toEqual({ askInMs: 500 });
    expect(await turn(later({ seconds: 2 }))).toEqual({ inMs: 0 });
  });

  it('says nothing about other chats', async () => {
    await makeUser(database.db, { id: 2002 });
    await turn();
    expect(await turn(monday, 0, 2002)).toEqual({ inMs: 0 });
  });

  it('does not wait for a second that a wrong clock put far ahead', async () => {
    await database.db.update(users).set({ quietUntil: later({ days: 1 }) });
    expect(await turn()).toEqual({ inMs: 0 });
  });

  it('takes a slot of the same even flow as the reminders', async () => {
    await database.db.execute(sql`update send_gate set free_at = now() + interval '10 seconds'`);
    const before = await freeAt();
    expect(await turn(monday, 2)).toEqual({ inMs: expect.any(Number) });
    expect((await freeAt()) - before).toBe(500);
  });

  it('takes no slot while its chat is quiet', async () => {
    await turn(monday, 2);
    const before = await freeAt();
    expect(await turn(monday, 2)).toEqual({ askInMs: 1000 });
    expect(await freeAt()).toBe(before);
  });

  it('waits while the gate is closed, and its chat is not quiet for that', async () => {
    await closeGate(database.db, 60_000);
    expect(await turn()).toEqual({ askInMs: expect.any(Number) });
    expect(one(await database.db.select().from(users)).quietUntil).toBeNull();
  });

  it('is one at a time for one chat, however many ask at once', async () => {
    const turns = await Promise.all([turn(), turn(), turn(), turn()]);
    expect(turns.filter((one) => 'inMs' in one)).toEqual([{ inMs: 0 }]);
  });
});
