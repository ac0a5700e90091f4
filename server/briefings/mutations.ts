import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { briefings, users } from '../db/schema.ts';
import { timeColumns } from '../db/time-columns.ts';
import { type PersonTime, personTime, type TimeColumns } from '../time/person.ts';
import { type BriefingKind, nextBriefingAt } from './next.ts';

type Wish = { userId: number; kind: BriefingKind; hour: number | null; now: Date };

/** From now on this briefing comes at that hour (0 to 23) of the person's day; null: not any more. */
export async function setBriefing(db: Db, { userId, kind, hour, now }: Wish): Promise<void> {
  await db.transaction(async (tx) => {
    // Their zone stays as it is until the row is written, or else rescheduleBriefings finds the row.
    const [row] = await tx.select(timeColumns).from(users).where(eq(users.id, userId)).for('no key update');
    if (!row) return;
    const which = and(eq(briefings.userId, userId), eq(briefings.kind, kind));
    if (hour === null) {
      await tx.delete(briefings).where(which);
      return;
    }
    const wish = { hour, nextAt: nextBriefingAt(kind, hour, now, personTime(row)) };
    await tx
      .insert(briefings)
      .values({ userId, kind, ...wish })
      .onConflictDoUpdate({ target: [briefings.userId, briefings.kind], set: wish });
  });
}

/** A person seen for the first time hears in the morning what there is to do, at the hour of their reminders. */
export async function startBriefings(tx: Db, user: TimeColumns & { id: number }, now: Date): Promise<void> {
  const hour = user.reminderHour;
  const nextAt = nextBriefingAt('morning', hour, now, personTime(user));
  await tx.insert(briefings).values({ userId: user.id, kind: 'morning', hour, nextAt }).onConflictDoNothing();
}

/** The person's time has changed: their briefings come at the same hours of their days as they are now. */
export async function rescheduleBriefings(
  tx: Db,
  userId: number,
  person: PersonTime,
  now: Date,
): Promise<void> {
  const rows = await tx.select().from(briefings).where(eq(briefings.userId, userId)).for('update');
  for (const { kind, hour } of rows)
    await tx
      .update(briefings)
      .set({ nextAt: nextBriefingAt(kind, hour, now, person) })
      .where(and(eq(briefings.userId, userId), eq(briefings.kind, kind)));
}
