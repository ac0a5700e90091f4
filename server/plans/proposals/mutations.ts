import { and, asc, eq } from 'drizzle-orm';
import { getUser, type User } from '../../auth/users.ts';
import { markProposalMessagesStale } from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { planSteps, proposals } from '../../db/schema.ts';
import type { ProposedChange } from '../../db/stored-json.ts';
import { type Lead, lockLead } from '../../leads/lock-lead.ts';
import { isClosed } from '../../leads/status.ts';
import { personTime } from '../../time/person.ts';
import { type Act, recordAct } from '../acts.ts';
import { getEventDates } from '../bases.ts';
import type { Step } from '../lock-step.ts';
import { applyChange } from './apply-change.ts';
import { type GoneReason, getEditTimes, goneReason } from './change-gone.ts';
import { snapshotChanges, withAccepted } from './take-back.ts';

/** One line of a proposal, or all that are still open (`changeId` null). */
type Choice = { userId: number; proposalId: string; changeId: number | null; now: Date };
/** decided: it was accepted or refused already, or newer news took its place. closed: the lead is. */
type Refusal = { ok: false; reason: 'not-found' | 'decided' | 'closed' };
type Gone = { ok: false; reason: 'gone'; why: GoneReason };
/** `act` can be undone; null where a step was added or dropped, or no date changed. `gone`: lines that had no place. */
type Accepted = { ok: true; accepted: number; gone: number; act: Act | null };

/**
 * Makes one proposed change, or all that are open, in one transaction. A second tap changes nothing; a change whose step
 * was settled, removed, pinned or edited since is marked as gone.
 */
export function acceptChanges(db: Db, choice: Choice): Promise<Accepted | Refusal | Gone> {
  return db.transaction(async (tx) => {
    const found = await lockProposal(tx, choice);
    if ('ok' in found) return found;
    const { lead, row } = found;
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    const steps = await lockSteps(tx, lead.id);
    const before = await snapshotChanges(tx, lead, steps);
    const { told, gone } = await applyChosen(tx, { ...found, steps }, choice.now);
    await saveItems(tx, row, told);
    const accepted = told.filter(({ state }) => state === 'accepted');
    const [why] = gone;
    if (accepted.length === 0 && why) return { ok: false, reason: 'gone', why };
    const stepId = undoableOf(accepted);
    const kept = withAccepted(before, steps, { proposalId: row.id, accepted });
    const made = { leadId: lead.id, before: kept, moves: [], movedBy: 0, now: choice.now };
    const act = stepId ? await recordAct(tx, { ...made, stepId }) : null;
    return { ok: true, accepted: accepted.length, gone: gone.length, act };
  });
}

/** Makes the chosen changes that have a place still; `gone` says why the others have none. */
async function applyChosen(
  tx: Db,
  { lead, user, row, chosen, steps }: Locked & { steps: Step[] },
  now: Date,
): Promise<{ told: ProposedChange[]; gone: GoneReason[] }> {
  const ids = steps.map(({ id }) => id);
  const since = { edits: await getEditTimes(tx, ids), askedAt: row.createdAt };
  const events = await getEventDates(tx, lead.id);
  const placing = { from: row.createdAt, events, person: personTime(user), now };
  const told: ProposedChange[] = [];
  const gone: GoneReason[] = [];
  // What is dropped last cannot be missed by a change before it.
  for (const change of dropsLast(chosen)) {
    const why = goneReason(change, steps, since);
    if (why) gone.push(why);
    told.push(
      why ? { ...change, state: 'gone' } : await applyChange(tx, change, { lead, user, placing, now }),
    );
  }
  return { told, gone };
}

/**
 * The step by which accepted changes can be taken back: the first that was moved; null where a step was added or dropped.
 * An act about a step has changed nothing of the lead itself.
 */
function undoableOf(accepted: ProposedChange[]): string | null {
  const [first] = accepted.flatMap((change) => (change.kind === 'move' ? change.stepId : []));
  return accepted.some(({ kind }) => kind === 'add' || kind === 'drop') ? null : (first ?? null);
}

/** The person wants one proposed change, or all that are open, not to be made. The plan stays as it is. */
export function refuseChanges(db: Db, choice: Choice): Promise<{ ok: true; refused: number } | Refusal> {
  return db.transaction(async (tx) => {
    const found = await lockProposal(tx, choice);
    if ('ok' in found) return found;
    const refused = found.chosen.map((change) => ({ ...change, state: 'refused' as const }));
    await saveItems(tx, found.row, refused);
    return { ok: true, refused: refused.length };
  });
}

type Row = typeof proposals.$inferSelect;
type Locked = { lead: Lead; user: User; row: Row; chosen: ProposedChange[] };

/** A proposal of this person with its lead locked first, and the lines of it that were chosen and are open. */
async function lockProposal(tx: Db, { userId, proposalId, changeId }: Choice): Promise<Locked | Refusal> {
  const mine = and(eq(proposals.id, proposalId), eq(proposals.userId, userId));
  const [found] = await tx.select({ leadId: proposals.leadId }).from(proposals).where(mine);
  const lead = found && (await lockLead(tx, userId, found.leadId));
  const user = lead && (await getUser(tx, userId));
  const [row] = await tx.select().from(proposals).where(mine).for('update');
  if (!lead || !user || !row) return { ok: false, reason: 'not-found' };
  const open = row.status === 'open' ? row.items.filter(({ state }) => state === 'open') : [];
  const chosen = open.filter(({ id }) => changeId === null || id === changeId);
  return chosen.length > 0 ? { lead, user, row, chosen } : { ok: false, reason: 'decided' };
}

const dropsLast = (changes: ProposedChange[]) =>
  changes.toSorted((a, b) => Number(a.kind === 'drop') - Number(b.kind === 'drop'));

/** The list with what became of some of its lines; it is closed once none is open. */
async function saveItems(tx: Db, row: Row, told: ProposedChange[]): Promise<void> {
  const items = row.items.map((item) => told.find(({ id }) => id === item.id) ?? item);
  const status = items.some(({ state }) => state === 'open') ? 'open' : 'closed';
  await tx.update(proposals).set({ items, status }).where(eq(proposals.id, row.id));
  await markProposalMessagesStale(tx, row.id);
}

/** Steps are locked before their reminders, as in every act. */
const lockSteps = (tx: Db, leadId: string): Promise<Step[]> =>
  tx.select().from(planSteps).where(eq(planSteps.leadId, leadId)).orderBy(asc(planSteps.id)).for('update');
