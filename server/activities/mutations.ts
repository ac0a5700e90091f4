import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { activities, leads } from '../db/schema.ts';

export type ActivityKind = (typeof activities.$inferSelect)['kind'];

/**
 * Writes down who did what with a lead, and that the lead is not quiet: call it inside the act's transaction. Returns the
 * entry's id.
 */
export async function recordActivity(
  tx: Db,
  entry: { leadId: string; userId: number; stepId?: string; kind: ActivityKind; text?: string; now: Date },
): Promise<string> {
  const { now, ...row } = entry;
  const [written] = await tx
    .insert(activities)
    .values({ ...row, at: now })
    .returning({ id: activities.id });
  if (!written) throw new Error('an insert returned no row');
  await tx.update(leads).set({ lastActivityAt: now }).where(eq(leads.id, entry.leadId));
  return written.id;
}
