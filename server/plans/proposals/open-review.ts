import { and, eq, ne, sql } from 'drizzle-orm';
import { getUser } from '../../auth/users.ts';
import { markProposalMessagesStale } from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { leads, planSteps, proposals } from '../../db/schema.ts';
import { type Lead, lockLead } from '../../leads/lock-lead.ts';
import { isClosed } from '../../leads/status.ts';
import { type Model, mayUseModel } from '../../model/port.ts';
import { type AskRefusal, insertRequest } from '../requests.ts';

type Ask = { userId: number; leadId: string; news: string; model: Pick<Model, 'name'>; now: Date };
/** off: no model may think about it. */
type Asked = { ok: true; proposalId: string } | AskRefusal | { ok: false; reason: 'off' };

/** Open steps whose date and words are not the person's own: the only ones that news can change. */
export const changeable = and(eq(planSteps.status, 'open'), ne(planSteps.anchor, 'pinned'));

/**
 * Asks what the news changes in the open steps of a lead's plan. The list of changes is there from now on, empty until
 * it was thought about; an older one of this lead can be decided on until the new one takes its place.
 */
export function openReview(db: Db, { userId, leadId, news, model, now }: Ask): Promise<Asked> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    if (!(await mayAsk(tx, model, lead))) return { ok: false, reason: 'off' };
    if (!(await hasChangeable(tx, leadId))) return { ok: false, reason: 'not-open' };
    const isFirst = await insertRequest(tx, { leadId, kind: 'review', wish: news }, now);
    if (!isFirst) return { ok: false, reason: 'busy' };
    const proposalId = await addProposal(tx, { userId, leadId, because: news, createdAt: now });
    return { ok: true, proposalId };
  });
}

/** An empty list of changes beside the one that is open. */
export async function addProposal(
  tx: Db,
  row: { userId: number; leadId: string; because: string; createdAt: Date },
): Promise<string> {
  const [added] = await tx
    .insert(proposals)
    .values({ ...row, items: [], status: 'closed' })
    .returning({ id: proposals.id });
  if (!added) throw new Error('an insert returned no row');
  return added.id;
}

/** Another list takes the place of the one that is open; the lead is locked by the caller. */
export async function closeProposal(tx: Db, leadId: string): Promise<void> {
  const closed = await tx
    .update(proposals)
    .set({ status: 'closed' })
    .where(and(eq(proposals.leadId, leadId), eq(proposals.status, 'open')))
    .returning({ id: proposals.id });
  for (const { id } of closed) await markProposalMessagesStale(tx, id);
}

/** Whether news about a lead of this person could change its plan, and a model may think about it. */
export async function mayReview(
  db: Db,
  { userId, leadId, model }: Pick<Ask, 'userId' | 'leadId' | 'model'>,
): Promise<boolean> {
  const [lead] = await db
    .select()
    .from(leads)
    .where(and(eq(leads.id, leadId), eq(leads.userId, userId)));
  if (!lead || isClosed(lead.status) || !(await mayAsk(db, model, lead))) return false;
  return hasChangeable(db, leadId);
}

async function mayAsk(tx: Db, model: Pick<Model, 'name'>, lead: Lead): Promise<boolean> {
  const user = model.name === null ? null : await getUser(tx, lead.userId);
  return user !== null && mayUseModel(user, lead);
}

async function hasChangeable(tx: Db, leadId: string): Promise<boolean> {
  const [row] = await tx
    .select({ one: sql`1` })
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), changeable))
    .limit(1);
  return row !== undefined;
}
