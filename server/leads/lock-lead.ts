import { and, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leads } from '../db/schema.ts';

export type Lead = typeof leads.$inferSelect;

/**
 * A lead of this person, locked until the transaction ends: every act on a lead or on one of its steps takes this lock
 * first, so that acts at the same time wait in line. Null when there is none, or it is somebody else's.
 */
export async function lockLead(tx: Db, userId: number, leadId: string): Promise<Lead | null> {
  const [lead] = await tx
    .select()
    .from(leads)
    .where(and(eq(leads.id, leadId), eq(leads.userId, userId)))
    .for('update');
  return lead ?? null;
}
