import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { activities, leads } from '../db/schema.ts';

export type ActivityKind = (typeof activities.$inferSelect)['kind'];

/** Writes down who did what with a lead, and that the lead is not quiet: call it inside the act's transaction. */
export async function recordActivity(
  tx: Db,
  entry: { leadId: string; userId: number; stepId?: string; kind: ActivityKind; text?: string; now: Date },
): Promise<void> {
  const { now, ...row } = entry;
  await tx.insert(activities).values({ ...row, at: now });
  await tx.update(leads).set({ lastActivityAt: now }).where(eq(leads.id, entry.leadId));
}
