import { and, desc, eq, ne, sql } from 'drizzle-orm';
import { markProposalMessagesStale } from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { activities, leads, planSteps, proposals, users } from '../../db/schema.ts';
import { lockLead } from '../../leads/lock-lead.ts';
import { isClosed } from '../../leads/status.ts';
import { mayUseModel } from '../../model/port.ts';
import { type AskRefusal, insertRequest } from '../requests.ts';

type Ask = { userId: number; leadId: string; news: string; now: Date };
type Asked = { ok: true; proposalId: string } | AskRefusal;

/** Open steps whose date and words are not the person's own: the only ones that news can change. */
export const changeable = and(eq(planSteps.status, 'open'), ne(planSteps.anchor, 'pinned'));

/**
 * Asks what the news changes in the open steps of a lead's plan. The list of changes is there from now on, empty until
 * it was thought about; an older one of this lead that is still open is replaced.
 */
export function openReview(db: Db, { userId, leadId, news, now }: Ask): Promise<Asked> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    if (!(await hasChangeable(tx, leadId))) return { ok: false, reason: 'not-open' };
    const isFirst = await insertRequest(tx, { leadId, kind: 'review', wish: news }, now);
    if (!isFirst) return { ok: false, reason: 'busy' };
    const proposalId = await replaceProposal(tx, { userId, leadId, because: news, createdAt: now });
    return { ok: true, proposalId };
  });
}

/** The same with the latest note of the lead as the news; not-found also when it has none. */
export async function reviewLatestNote(db: Db, ask: Omit<Ask, 'news'>): Promise<Asked> {
  const [note] = await db
    .select({ text: activities.text })
    .from(activities)
    .innerJoin(leads, eq(leads.id, activities.leadId))
    .where(and(eq(leads.id, ask.leadId), eq(leads.userId, ask.userId), eq(activities.kind, 'note')))
    .orderBy(desc(activities.at))
    .limit(1);
  return note ? openReview(db, { ...ask, news: note.text }) : { ok: false, reason: 'not-found' };
}

/** An empty list of changes in place of the one that is open; the lead is locked by the caller. */
export async function replaceProposal(
  tx: Db,
  row: { userId: number; leadId: string; because: string; createdAt: Date },
): Promise<string> {
  const closed = await tx
    .update(proposals)
    .set({ status: 'closed' })
    .where(and(eq(proposals.leadId, row.leadId), eq(proposals.status, 'open')))
    .returning({ id: proposals.id });
  for (const { id } of closed) await markProposalMessagesStale(tx, id);
  const [opened] = await tx
    .insert(proposals)
    .values({ ...row, items: [] })
    .returning({ id: proposals.id });
  if (!opened) throw new Error('an insert returned no row');
  return opened.id;
}

/** Whether news about a lead of this person could change its plan, and a model may think about it. */
export async function mayReview(
  db: Db,
  { userId, leadId }: { userId: number; leadId: string },
): Promise<boolean> {
  const [row] = await db
    .select({ lead: leads, modelOff: users.modelOff })
    .from(leads)
    .innerJoin(users, eq(users.id, leads.userId))
    .where(and(eq(leads.id, leadId), eq(leads.userId, userId)));
  if (!row || isClosed(row.lead.status) || !mayUseModel(row, row.lead)) return false;
  return hasChangeable(db, leadId);
}

async function hasChangeable(tx: Db, leadId: string): Promise<boolean> {
  const [row] = await tx
    .select({ one: sql`1` })
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), changeable))
    .limit(1);
  return row !== undefined;
}
