import { and, asc, eq, isNotNull, isNull, lte } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, users } from '../db/schema.ts';
import { personTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { isInWindow, moveIntoWindow } from '../time/working-time.ts';
import type { Lead } from './lock-lead.ts';
import { openLead } from './status.ts';

/** When a resting lead is looked at next, and when somebody last tried to tell of it. */
type Times = Pick<Lead, 'wakeAt' | 'wokenAt'>;

/** The wake-up of a lead that is ours to send. */
export type Wake = {
  user: User;
  leadId: string;
  before: Times;
  /** What the claim has made of it: as long as the lead has these, nobody else took it or changed it. */
  claimed: Times;
  /** A message that nobody could confirm went before: this one says so, and is the last. */
  isRepeat: boolean;
};

/** A claim that was not settled until then counts as unconfirmed: its process died, or Telegram's answer got lost. */
export const wakeLeaseMs = 10 * 60_000;

const rests = and(openLead, isNotNull(leads.pausedAt));

/**
 * Takes up to `limit` wake-ups that are due, of resting leads whose person can be reached, the longest waiting first. All
 * is written in the same transaction, before anything is sent, and rows that another instance is taking are left to it.
 * - Outside the person's window, or while they are away, a wake-up is only moved to their next window.
 * - The first time, the lead is looked at once more when the lease is over; settled in time, it is not.
 * - The second time was the last: whatever becomes of it, there is no third message.
 * @returns what is to be sent, and how many were looked at
 */
export function claimWakes(db: Db, now: Date, limit: number): Promise<{ looked: number; claimed: Wake[] }> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .select({ lead: leads, user: users })
      .from(leads)
      .innerJoin(users, eq(users.id, leads.userId))
      .where(and(rests, lte(leads.wakeAt, now), isNull(users.unreachableAt)))
      .orderBy(asc(leads.wakeAt), asc(leads.id))
      .limit(limit)
      .for('update', { of: leads, skipLocked: true });
    const claimed: Wake[] = [];
    for (const { lead, user } of rows) {
      const { later, wake } = take(lead, user, now);
      await tx.update(leads).set(later).where(eq(leads.id, lead.id));
      if (wake) claimed.push(wake);
    }
    return { looked: rows.length, claimed };
  });
}

function take(lead: Lead, user: User, now: Date): { later: Times; wake: Wake | null } {
  const { wakeAt, wokenAt } = lead;
  const person = personTime(user);
  const time = inZone(now, person.timeZone);
  if (!isInWindow(time, person))
    return { later: { wakeAt: toDate(moveIntoWindow(time, person)), wokenAt }, wake: null };
  const isRepeat = wokenAt !== null;
  const claimed = { wakeAt: isRepeat ? null : new Date(now.getTime() + wakeLeaseMs), wokenAt: now };
  return {
    later: claimed,
    wake: { user, leadId: lead.id, before: { wakeAt, wokenAt }, claimed, isRepeat },
  };
}

/** False when the lead goes on, was closed, deleted or put off since the claim, or the lease ran out and it was taken. */
export async function isStillClaimed(db: Db, wake: Wake): Promise<boolean> {
  return (await db.$count(leads, asClaimed(wake))) > 0;
}

/** The person was told. What they have wished for since the claim stays. */
export async function endWake(tx: Db, wake: Wake): Promise<void> {
  await tx.update(leads).set({ wakeAt: null, wokenAt: null }).where(asClaimed(wake));
}

/**
 * The message was definitely not delivered: it comes again, at once unless `wakeAt` says when, and the attempt does not
 * count. What the person has wished for since the claim stays.
 */
export async function returnWake(db: Db, wake: Wake, wakeAt = wake.before.wakeAt): Promise<void> {
  await db
    .update(leads)
    .set({ ...wake.before, wakeAt })
    .where(asClaimed(wake));
}

const asClaimed = ({ leadId, claimed: { wakeAt, wokenAt } }: Wake) =>
  and(
    ...[eq(leads.id, leadId), rests],
    wakeAt ? eq(leads.wakeAt, wakeAt) : isNull(leads.wakeAt),
    wokenAt ? eq(leads.wokenAt, wokenAt) : isNull(leads.wokenAt),
  );
