import { desc, eq } from 'drizzle-orm';
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
  // What is thought about is the latest, beside an older one that may be open.
  const [latest] = await tx
    .select({ id: proposals.id })
    .from(proposals)
    .where(eq(proposals.leadId, leadId))
    .orderBy(desc(proposals.createdAt))
    .limit(1);
  if (latest) await markProposalMessagesStale(tx, latest.id);
}
