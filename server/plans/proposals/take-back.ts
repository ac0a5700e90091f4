import { and, eq, gt, sql } from 'drizzle-orm';
import { markProposalMessagesStale } from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { proposals } from '../../db/schema.ts';
import type { ActSnapshot, ProposedChange } from '../../db/stored-json.ts';
import type { Lead } from '../../leads/lock-lead.ts';
import type { Step } from '../lock-step.ts';
import { takeSnapshot } from '../snapshot.ts';

/** What is kept so that accepted changes can be taken back, with what they change besides: a date's words, a place. */
export async function snapshotChanges(tx: Db, lead: Lead, rows: Step[]): Promise<ActSnapshot> {
  const before = await takeSnapshot(tx, lead);
  const steps = before.steps.map((step) => {
    const row = rows.find(({ id }) => id === step.id);
    return row ? { ...step, delayDays: row.delayDays, timing: row.timing, position: row.position } : step;
  });
  return { ...before, steps };
}

/** The same with the words of the steps that were reworded, and the lines of the list that are to be open again. Pure. */
export function withAccepted(
  before: ActSnapshot,
  rows: Step[],
  { proposalId, accepted }: { proposalId: string; accepted: ProposedChange[] },
): ActSnapshot {
  const reworded = new Set(accepted.flatMap((change) => (change.kind === 'reword' ? change.stepId : [])));
  const steps = before.steps.map((step) => {
    const row = reworded.has(step.id) && rows.find(({ id }) => id === step.id);
    return row ? { ...step, title: row.title, draft: row.draft } : step;
  });
  return { ...before, steps, proposal: { id: proposalId, changes: accepted.map(({ id }) => id) } };
}

/**
 * Accepted changes that were taken back can be decided on again; where another list of changes took the place of theirs
 * since, they stay undecided. In the transaction that takes them back, the lead being locked.
 */
export async function reopenChanges(
  tx: Db,
  { id, changes }: NonNullable<ActSnapshot['proposal']>,
): Promise<void> {
  const [row] = await tx.select().from(proposals).where(eq(proposals.id, id)).for('update');
  if (!row) return;
  const items = row.items.map((item) => (changes.includes(item.id) ? reopened(item) : item));
  const status = (await isReplaced(tx, row)) ? 'closed' : 'open';
  await tx.update(proposals).set({ items, status }).where(eq(proposals.id, id));
  await markProposalMessagesStale(tx, id);
}

function reopened(item: ProposedChange): ProposedChange {
  if (item.kind !== 'move') return { ...item, state: 'open' };
  const { told: _, ...move } = item;
  return { ...move, state: 'open' };
}

async function isReplaced(tx: Db, { leadId, createdAt }: typeof proposals.$inferSelect): Promise<boolean> {
  const later = and(eq(proposals.leadId, leadId), gt(proposals.createdAt, createdAt));
  const list = and(later, sql`jsonb_array_length(${proposals.items}) > 0`);
  return (await tx.select({ id: proposals.id }).from(proposals).where(list).limit(1)).length > 0;
}
