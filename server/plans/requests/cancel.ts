import { eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planRequests as requests } from '../../db/schema.ts';
import { lockLead } from '../../leads/lock-lead.ts';
import { openRequest } from './ask.ts';
import { markWorkStale } from './stale.ts';

/**
 * "Stop": what is being written for a lead is not wanted any more, and an answer that still comes is dropped. The plan
 * stays as it is.
 * @returns nothing: it was finished, or stopped, already
 */
export function cancelRequest(
  db: Db,
  { userId, leadId }: { userId: number; leadId: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: 'not-found' | 'nothing' }> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return { ok: false, reason: 'not-found' };
    const open = await openRequest(tx, leadId);
    if (!open) return { ok: false, reason: 'nothing' };
    await tx.update(requests).set({ status: 'cancelled' }).where(eq(requests.id, open.id));
    await markWorkStale(tx, open);
    return { ok: true };
  });
}
