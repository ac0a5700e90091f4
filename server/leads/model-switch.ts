import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leads } from '../db/schema.ts';
import { lockLead } from './lock-lead.ts';

type Switch = { userId: number; leadId: string; off: boolean };

/** Whether a model may read and write about this lead (`off`: it may not). What was written before stays. */
export function setLeadModel(
  db: Db,
  { userId, leadId, off }: Switch,
): Promise<{ ok: true; name: string } | { ok: false; reason: 'not-found' }> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return { ok: false, reason: 'not-found' };
    await tx.update(leads).set({ modelOff: off }).where(eq(leads.id, leadId));
    return { ok: true, name: lead.name };
  });
}
