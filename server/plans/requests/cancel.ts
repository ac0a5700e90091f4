import { eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { leads, planRequests as requests } from '../../db/schema.ts';
import { lockLead } from '../../leads/lock-lead.ts';
import { isClosed } from '../../leads/status.ts';
import { openRequest } from './ask.ts';
import { markWorkStale } from './stale.ts';

/**
 * "Stop": what is being written for a lead is not wanted any more, and an answer that still comes is dropped. The plan
 * stays as it is.
 * @returns nothing: it was finished, or stopped, already
 */
export function cancelRequest(
  db: Db,
  { userId, leadId }: { userId: number; leadId: string },
): Promise<{ ok: true } | { ok: false; reason: 'not-found' | 'nothing' }> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return { ok: false, reason: 'not-found' };
    return (await dropRequest(tx, leadId)) ? { ok: true } : { ok: false, reason: 'nothing' };
  });
}

/** The same inside a transaction, the lead locked by the caller. False when nothing was being written. */
export async function dropRequest(tx: Db, leadId: string): Promise<boolean> {
  const open = await openRequest(tx, leadId);
  if (!open) return false;
  await tx.update(requests).set({ status: 'cancelled' }).where(eq(requests.id, open.id));
  await markWorkStale(tx, open);
  return true;
}

/** Nothing is written for a lead that is closed, and nobody's model is told of it. True when that is the case. */
export function dropWhenClosed(db: Db, { leadId }: { leadId: string }): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [lead] = await tx
      .select({ status: leads.status })
      .from(leads)
      .where(eq(leads.id, leadId))
      .for('update');
    if (!lead || !isClosed(lead.status)) return false;
    await dropRequest(tx, leadId);
    return true;
  });
}
