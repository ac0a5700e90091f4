import { and, desc, eq, lt } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { markLeadMessagesStale, markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { acts, planSteps } from '../db/schema.ts';
import type { ActSnapshot, ToldMove } from '../db/stored-json.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { type ActRefusal, lockAct } from './lock-act.ts';
import { reopenChanges } from './proposals/take-back.ts';
import { remindAnew } from './remind-anew.ts';
import { restAgain } from './rest-again.ts';
import { restoreLead, restoreSteps } from './snapshot.ts';

export type Act = { id: number; moves: ToldMove[]; movedBy: number };

/** An act can be taken back for a week. */
const keepMs = 7 * 24 * 60 * 60_000;

/**
 * Keeps what was before an act, in the act's own transaction, so that the person can take it back. What the message of
 * the act before it offered is over.
 */
export async function recordAct(
  tx: Db,
  act: {
    leadId: string;
    stepId?: string;
    before: ActSnapshot;
    moves: ToldMove[];
    movedBy: number;
    now: Date;
  },
): Promise<Act> {
  const { now, moves, movedBy } = act;
  const [row] = await tx
    .insert(acts)
    .values({ ...act, at: now })
    .returning({ id: acts.id });
  if (!row) throw new Error('an insert returned no row');
  await refreshEarlier(tx, act.leadId, row.id);
  return { id: row.id, moves, movedBy };
}

async function refreshEarlier(tx: Db, leadId: string, actId: number): Promise<void> {
  const [earlier] = await tx
    .select({ stepId: acts.stepId, moves: acts.moves })
    .from(acts)
    .where(and(eq(acts.leadId, leadId), lt(acts.id, actId)))
    .orderBy(desc(acts.id))
    .limit(1);
  if (earlier?.stepId && earlier.moves.length > 0)
    await markStepMessagesStale(tx, { id: earlier.stepId, leadId });
}

type Taken = { ok: true; leadId: string; stepId: string | null; act: Act } | ActRefusal;

/**
 * Takes an act back: the lead, its steps and their reminders are as they were before it, and so are their messages;
 * proposed changes that it made can be decided on again. Only the last act of a lead can be taken back, since what came
 * later built on it.
 */
export function undoAct(
  db: Db,
  { userId, actId, now }: { userId: number; actId: number; now: Date },
): Promise<Taken> {
  return db.transaction(async (tx) => {
    const act = await lockAct(tx, userId, actId);
    if ('ok' in act) return act;
    const { leadId, stepId, before, moves, movedBy } = act;
    // An act about one step has changed nothing of the lead itself.
    if (stepId === null) await restoreLead(tx, leadId, before, now);
    await restoreSteps(tx, before, { stepIds: new Set(before.steps.map(({ id }) => id)), now });
    await putReminders(tx, { leadId, stepId, userId }, now);
    if (before.proposal) await reopenChanges(tx, before.proposal);
    await tx.delete(acts).where(eq(acts.id, actId));
    const about = stepId === null ? {} : { stepId, text: await titleOf(tx, stepId) };
    await recordActivity(tx, { leadId, userId, kind: 'undone', ...about, now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, leadId, stepId, act: { id: actId, moves, movedBy } };
  });
}

/**
 * "Keep the dates": the later steps go back to the dates they had before the act; the act itself stays, and tells that
 * they moved from there to there. Asking again changes nothing.
 */
export function keepDates(
  db: Db,
  { userId, actId, now }: { userId: number; actId: number; now: Date },
): Promise<Taken> {
  return db.transaction(async (tx) => {
    const act = await lockAct(tx, userId, actId);
    if ('ok' in act) return act;
    const { leadId, stepId, before } = act;
    const moves = act.moves.map((move) => ({ ...move, to: move.from }));
    const kept = { ok: true, leadId, stepId, act: { id: actId, moves, movedBy: 0 } } as const;
    if (areKept(act.moves)) return kept;
    await restoreSteps(tx, before, { stepIds: new Set(moves.map((move) => move.stepId)), now });
    await putReminders(tx, { leadId, stepId, userId }, now);
    await tx.update(acts).set({ moves, movedBy: 0 }).where(eq(acts.id, actId));
    await recordActivity(tx, { leadId, userId, kind: 'undone', text: 'the later dates', now });
    await markLeadMessagesStale(tx, leadId);
    return kept;
  });
}

/** An act about one step has not changed when the lead rests, and what was due in the meantime was due. */
async function putReminders(
  tx: Db,
  { leadId, stepId, userId }: { leadId: string; stepId: string | null; userId: number },
  now: Date,
): Promise<void> {
  const lead = await lockLead(tx, userId, leadId);
  if (lead) await (stepId === null ? remindAnew : restAgain)(tx, lead, now);
}

/** True for the moves of an act whose later steps were given their old dates back. */
export const areKept = (moves: ToldMove[]) => moves.every(({ from, to }) => from === to);

async function titleOf(tx: Db, stepId: string): Promise<string> {
  const [step] = await tx.select({ title: planSteps.title }).from(planSteps).where(eq(planSteps.id, stepId));
  return step?.title ?? '';
}

/** What was done longer ago cannot be taken back any more. */
export async function forgetOldActs(db: Db, now: Date): Promise<void> {
  await db.delete(acts).where(lt(acts.at, new Date(now.getTime() - keepMs)));
}
