import { and, eq, inArray, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { chatMessages, planSteps } from '../db/schema.ts';
import { rememberMessages, type SentMessage } from './remember.ts';

/**
 * Remembers a message that mirrors a lead or a step. It starts out not yet shown: whatever changed between composing and
 * sending it is put right by the first refresh. The lead or step may be gone by now; then the message says so.
 */
export async function rememberMessage(db: Db, message: SentMessage & { now: Date }): Promise<void> {
  await db.transaction((tx) => rememberMessages(tx, [message], message.now));
}

/**
 * The messages of a step, those that list it, those that show it within its plan, and those of later steps that say it is
 * still open, no longer tell the truth.
 */
export const markStepMessagesStale = (tx: Db, step: { id: string; leadId: string }) =>
  markStale(
    tx,
    or(
      eq(chatMessages.stepId, step.id),
      lists(sql`array[${step.id}::uuid]`),
      showsPlan(step.leadId),
      mayNameEarlier(step.leadId),
    ),
  );

/** All messages about a lead, and those that list a step of it, no longer tell the truth. */
export const markLeadMessagesStale = (tx: Db, leadId: string) => markStale(tx, isAbout(leadId));

/**
 * The lead is about to go: its messages let go of it, and they and those that list a step of it are drawn once more.
 * PostgreSQL cannot do this by "set null" after a change in the same transaction: with two such columns it checks the
 * second while that row is gone already.
 */
export async function detachLeadMessages(tx: Db, leadId: string): Promise<void> {
  await tx
    .update(chatMessages)
    .set({ ...stale, leadId: null, stepId: null })
    .where(isAbout(leadId));
}

/** The messages that show a lead's plan no longer tell the truth. */
export const markPlanMessagesStale = (tx: Db, leadId: string) => markStale(tx, showsPlan(leadId));

/** The messages that show a confirm card no longer tell the truth. */
export const markCaptureMessagesStale = (tx: Db, captureId: string) =>
  markStale(tx, eq(chatMessages.captureId, captureId));

/** Of a confirm card of many the message shows the person at `place`; null: the list of all. */
export async function showPlace(
  db: Db,
  { chatId, messageId }: { chatId: number; messageId: number },
  place: number | null,
): Promise<void> {
  const where = and(eq(chatMessages.chatId, chatId), eq(chatMessages.messageId, messageId));
  const question = place === null ? null : `place:${place}`;
  await db
    .update(chatMessages)
    .set({ ...stale, question })
    .where(and(where, eq(chatMessages.kind, 'capture')));
}

/** Which person of a confirm card a message shows; null when it shows all. */
export function shownPlace({ question }: { question: string | null }): number | null {
  const [, place] = question?.match(/^place:(\d+)$/) ?? [];
  return place === undefined ? null : Number(place);
}

/** The messages that showed a confirm card show the plan of the lead it became. */
export async function showPlanInstead(tx: Db, captureId: string, leadId: string): Promise<void> {
  await tx
    .update(chatMessages)
    .set({ ...stale, kind: 'plan', leadId, captureId: null, question: null })
    .where(eq(chatMessages.captureId, captureId));
}

/** The messages that show a list of proposed changes no longer tell the truth. */
export const markProposalMessagesStale = (tx: Db, proposalId: string) =>
  markStale(tx, eq(chatMessages.proposalId, proposalId));

/** One message of a chat no longer tells the truth. */
export const markMessageStale = (tx: Db, { chatId, messageId }: { chatId: number; messageId: number }) =>
  markStale(tx, and(eq(chatMessages.chatId, chatId), eq(chatMessages.messageId, messageId)));

/** Proposed changes say what the plan is now, and what has no place in it any more. */
const showsPlan = (leadId: string) =>
  and(eq(chatMessages.leadId, leadId), inArray(chatMessages.kind, ['plan', 'proposal']));

/** Open steps that come although an earlier one is open: pinned ones, and those of an event. */
const mayNameEarlier = (
  leadId: string,
) => sql`${chatMessages.stepId} in (select ${planSteps.id} from ${planSteps}
  where ${planSteps.leadId} = ${leadId} and ${planSteps.status} = 'open'
  and ${planSteps.anchor} not in ('start', 'previous'))`;

/** Digests with one of these steps; they belong to no lead, and may list steps of several. */
const lists = (stepIds: SQL) => sql`${chatMessages.stepIds} && ${stepIds}`;

function isAbout(leadId: string): SQL | undefined {
  const steps = sql`array(select ${planSteps.id} from ${planSteps} where ${eq(planSteps.leadId, leadId)})`;
  return or(eq(chatMessages.leadId, leadId), lists(steps));
}

/** The message now shows `revision`; a later change keeps it stale. */
export async function markShown(db: Db, message: { id: string; revision: number }): Promise<void> {
  await db.update(chatMessages).set({ shown: message.revision }).where(eq(chatMessages.id, message.id));
}

const stale = { revision: sql`${chatMessages.revision} + 1` };

async function markStale(tx: Db, which: SQL | undefined): Promise<void> {
  await tx.update(chatMessages).set(stale).where(which);
}
