import { and, eq, or, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { chatMessages, leads, planSteps } from '../db/schema.ts';

type NewMessage = {
  userId: number;
  chatId: number;
  messageId: number;
  kind: 'reminder' | 'plan' | 'nudge';
  leadId: string;
  stepId: string | null;
  now: Date;
};

/**
 * Remembers a message that mirrors a lead or a step. It starts out not yet shown: whatever changed between composing and
 * sending it is put right by the first refresh. The lead or step may be gone by now; then the message says so.
 */
export async function rememberMessage(db: Db, message: NewMessage): Promise<void> {
  const { now, leadId, stepId, ...row } = message;
  await db.transaction(async (tx) => {
    const [lead] = await tx.select({ id: leads.id }).from(leads).where(eq(leads.id, leadId)).for('key share');
    const [step] = stepId
      ? await tx.select({ id: planSteps.id }).from(planSteps).where(eq(planSteps.id, stepId)).for('key share')
      : [];
    await tx
      .insert(chatMessages)
      .values({ ...row, leadId: lead?.id ?? null, stepId: step?.id ?? null, sentAt: now })
      .onConflictDoUpdate({
        target: [chatMessages.chatId, chatMessages.messageId],
        set: { kind: message.kind, leadId: lead?.id ?? null, stepId: step?.id ?? null, ...stale },
      });
  });
}

/** The messages of a step, and those that show it within its plan, no longer tell the truth. */
export const markStepMessagesStale = (tx: Db, step: { id: string; leadId: string }) =>
  markStale(tx, or(eq(chatMessages.stepId, step.id), showsPlan(step.leadId)));

/** All messages about a lead no longer tell the truth. */
export const markLeadMessagesStale = (tx: Db, leadId: string) =>
  markStale(tx, eq(chatMessages.leadId, leadId));

/**
 * The lead is about to go: its messages let go of it and are drawn once more. PostgreSQL cannot do this by "set null"
 * after a change in the same transaction: with two such columns it checks the second while that row is gone already.
 */
export async function detachLeadMessages(tx: Db, leadId: string): Promise<void> {
  await tx
    .update(chatMessages)
    .set({ ...stale, leadId: null, stepId: null })
    .where(eq(chatMessages.leadId, leadId));
}

/** The messages that show a lead's plan no longer tell the truth. */
export const markPlanMessagesStale = (tx: Db, leadId: string) => markStale(tx, showsPlan(leadId));

const showsPlan = (leadId: string) => and(eq(chatMessages.leadId, leadId), eq(chatMessages.kind, 'plan'));

/** The message now shows `revision`; a later change keeps it stale. */
export async function markShown(db: Db, message: { id: string; revision: number }): Promise<void> {
  await db.update(chatMessages).set({ shown: message.revision }).where(eq(chatMessages.id, message.id));
}

const stale = { revision: sql`${chatMessages.revision} + 1` };

async function markStale(tx: Db, which: SQL | undefined): Promise<void> {
  await tx.update(chatMessages).set(stale).where(which);
}
