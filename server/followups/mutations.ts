import { and, eq, inArray, isNull, lte, or } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leads } from '../db/schema.ts';
import { activeLead } from '../leads/status.ts';
import { staleBounds } from './stale.ts';

/**
 * Marks leads as nudged before the message leaves, so that no restart and no second instance nudges twice.
 * @returns the ids this caller won; the others were worked on, closed or nudged about meanwhile.
 */
export async function claimNudges(db: Db, leadIds: string[], now: Date): Promise<string[]> {
  const { quietSince, nudgedBefore } = staleBounds(now);
  const stillQuiet = and(activeLead, lte(leads.lastActivityAt, quietSince));
  const notNudged = or(isNull(leads.lastNudgedAt), lte(leads.lastNudgedAt, nudgedBefore));
  const won = await db
    .update(leads)
    .set({ lastNudgedAt: now })
    .where(and(inArray(leads.id, leadIds), stillQuiet, notNudged))
    .returning({ id: leads.id });
  return won.map((lead) => lead.id);
}

/** The nudge claimed at `claimedAt` was definitely not delivered: the next sweep may try again. A "not now" stays. */
export async function releaseNudges(db: Db, leadIds: string[], claimedAt: Date): Promise<void> {
  await db
    .update(leads)
    .set({ lastNudgedAt: null })
    .where(and(inArray(leads.id, leadIds), eq(leads.lastNudgedAt, claimedAt)));
}

/** "Not now": no nudge about this lead for another three days. False when it is not this person's lead. */
export async function postponeNudge(
  db: Db,
  { userId, leadId, now }: { userId: number; leadId: string; now: Date },
): Promise<boolean> {
  const found = await db
    .update(leads)
    .set({ lastNudgedAt: now })
    .where(and(eq(leads.id, leadId), eq(leads.userId, userId)))
    .returning({ id: leads.id });
  return found.length > 0;
}
