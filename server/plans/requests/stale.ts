import { and, eq } from 'drizzle-orm';
import {
  markPlanMessagesStale,
  markProposalMessagesStale,
  markStepMessagesStale,
} from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { type planRequests, proposals } from '../../db/schema.ts';

type Work = Pick<typeof planRequests.$inferInsert, 'leadId' | 'kind' | 'stepId'>;

/** The messages that wait for this work, or say how far it is, no longer tell the truth. */
export async function markWorkStale(tx: Db, { leadId, kind, stepId }: Work): Promise<void> {
  if (kind === 'draft' && stepId) return markStepMessagesStale(tx, { id: stepId, leadId });
  if (kind !== 'review') return markPlanMessagesStale(tx, leadId);
  const [open] = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(and(eq(proposals.leadId, leadId), eq(proposals.status, 'open')));
  if (open) await markProposalMessagesStale(tx, open.id);
}
