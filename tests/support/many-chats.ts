import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../server/db/client.ts';
import { scheduledReminders, sendGate } from '../../server/db/schema.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import { makeLead, makeUser, monday, planOf } from './people.ts';
import { one } from './rows.ts';

export type DueChat = { userId: number; name: string; leadId: string; stepId: string };

/** People 2001, 2002 …, each with a lead ("Lead 1", "Lead 2" …) whose one step is due at `now`. */
export async function dueChats(db: Db, count: number, now = monday): Promise<DueChat[]> {
  const chats: DueChat[] = [];
  for (let number = 1; number <= count; number += 1) {
    const [userId, name] = [2000 + number, `Lead ${number}`];
    await makeUser(db, { id: userId, now });
    const leadId = await makeLead(db, { userId, name, now });
    await savePlan(db, { leadId, plan: planOf(0), now });
    const rows = await db.select().from(scheduledReminders).where(eq(scheduledReminders.leadId, leadId));
    chats.push({ userId, name, leadId, stepId: one(rows).stepId });
  }
  return chats;
}

/** What Telegram told an instance about a pause is forgotten in the database; the instance itself still knows. */
export const reopenGate = (db: Db) => db.update(sendGate).set({ closedUntil: null });

/** All slots of the next `seconds` are taken, by the database's clock: whoever wants one has to wait. */
export const fillGate = (db: Db, seconds: number) =>
  db.update(sendGate).set({ freeAt: sql`now() + ${seconds} * interval '1 second'` });

/** The next free slot, in milliseconds since 1970 by the database's clock. */
export async function nextFreeSlot(db: Db): Promise<number> {
  const ms = sql<number>`(extract(epoch from ${sendGate.freeAt}) * 1000)::float8`;
  return one(await db.select({ ms }).from(sendGate)).ms;
}
