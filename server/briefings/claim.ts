import { and, asc, eq, lte } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { briefings, users } from '../db/schema.ts';
import { personTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import { type BriefingKind, comesOn, nextBriefingAt } from './next.ts';

/** A briefing that is ours to send. */
export type ClaimedBriefing = {
  user: typeof users.$inferSelect;
  kind: BriefingKind;
  /** When it was to come, and when the next one does. */
  at: Date;
  nextAt: Date;
};

/** Later than this, what was written for the morning is no news any more. */
const latestMs = 2 * 60 * 60_000;

/**
 * Takes up to `limit` briefings whose time has come, the oldest first. Each is moved to its next time in the same
 * transaction, before anything is sent: no restart and no second instance sends it twice.
 * @returns what is to be sent, and how many were looked at: one that is more than two hours late, of a person who is away
 *   or whom Telegram lets us write nothing, is only moved.
 */
export function claimBriefings(
  db: Db,
  now: Date,
  limit: number,
): Promise<{ looked: number; claimed: ClaimedBriefing[] }> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ briefing: briefings, user: users })
      .from(briefings)
      .innerJoin(users, eq(users.id, briefings.userId))
      .where(lte(briefings.nextAt, now))
      .orderBy(asc(briefings.nextAt), asc(briefings.userId), asc(briefings.kind))
      .limit(limit)
      .for('update', { of: briefings, skipLocked: true });
    const claimed: ClaimedBriefing[] = [];
    for (const { briefing, user } of rows) {
      const { kind, hour, nextAt: at } = briefing;
      const nextAt = nextBriefingAt(kind, hour, now, personTime(user));
      await tx.update(briefings).set({ nextAt }).where(isOf(user.id, kind));
      if (isNews(kind, at, user, now)) claimed.push({ user, kind, at, nextAt });
    }
    return { looked: rows.length, claimed };
  });
}

function isNews(kind: BriefingKind, at: Date, user: ClaimedBriefing['user'], now: Date): boolean {
  const person = personTime(user);
  const isLate = now.getTime() - at.getTime() > latestMs;
  const today = inZone(now, person.timeZone).toPlainDate();
  return !isLate && user.unreachableAt === null && comesOn(kind, today, person);
}

/** For sure not delivered: it is looked at again, unless the person has changed it meanwhile. */
export async function returnBriefing(db: Db, { user, kind, at, nextAt }: ClaimedBriefing): Promise<void> {
  await db
    .update(briefings)
    .set({ nextAt: at })
    .where(and(isOf(user.id, kind), eq(briefings.nextAt, nextAt)));
}

const isOf = (userId: number, kind: BriefingKind) =>
  and(eq(briefings.userId, userId), eq(briefings.kind, kind));
