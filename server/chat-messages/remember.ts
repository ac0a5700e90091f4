import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { asTable, isOneOf } from '../db/many.ts';
import { type chatMessages, leads, planSteps } from '../db/schema.ts';
import { stepVersion } from './step-version.ts';

/** A message that Telegram took, and what it mirrors. */
export type SentMessage = {
  userId: number;
  chatId: number;
  messageId: number;
  kind: (typeof chatMessages.$inferSelect)['kind'];
  leadId: string | null;
  stepId: string | null;
  /** Which briefing it is, where it is one. */
  briefing?: (typeof chatMessages.$inferSelect)['briefing'];
  /** The steps that a digest or briefing lists, in its order. */
  stepIds?: string[] | null;
  /** What a question asks (telegram/questions.ts). */
  question?: string | null;
  /** The confirm card or the proposed changes it shows. */
  captureId?: string | null;
  proposalId?: string | null;
  /** The versions of the step cards it was drawn from, in the same order; without them it counts as out of date. */
  versions?: string[] | null;
};

/**
 * Remembers messages that were just sent, in a few statements however many they are; call it inside a transaction. A
 * message is to be drawn once more only if a step it shows, or its lead, was changed or removed since it was drawn. What
 * a message was about may be gone by now; then the refresh says so.
 */
export async function rememberMessages(tx: Db, sent: SentMessage[], now: Date): Promise<void> {
  if (sent.length === 0) return;
  const known = await lockSubjects(tx, sent);
  const rows = sent.map((message) => ({
    ...{
      user_id: message.userId,
      chat_id: message.chatId,
      message_id: message.messageId,
      kind: message.kind,
    },
    lead_id: message.leadId && known.leads.has(message.leadId) ? message.leadId : null,
    step_id: message.stepId && known.versions.has(message.stepId) ? message.stepId : null,
    step_ids: message.stepIds ?? null,
    question: message.question ?? null,
    briefing: message.briefing ?? null,
    capture_id: message.captureId ?? null,
    proposal_id: message.proposalId ?? null,
    shown: isAsDrawn(stepsOf(message), message.versions ?? [], known.versions) ? 1 : 0,
  }));
  await tx.execute(sql`
    insert into chat_messages (user_id, chat_id, message_id, kind, lead_id, step_id, step_ids, question, briefing,
      capture_id, proposal_id, sent_at, revision, shown)
    select user_id, chat_id, message_id, kind, lead_id, step_id, step_ids, question, briefing,
      capture_id, proposal_id, ${now.toISOString()}::timestamptz, 1, shown
    from ${asTable('sent', columns, rows)}
    on conflict (chat_id, message_id) do update set kind = excluded.kind, lead_id = excluded.lead_id,
      step_id = excluded.step_id, step_ids = excluded.step_ids, question = excluded.question,
      briefing = excluded.briefing, capture_id = excluded.capture_id, proposal_id = excluded.proposal_id,
      revision = chat_messages.revision + 1`);
}

const columns =
  'user_id bigint, chat_id bigint, message_id bigint, kind chat_message_kind, lead_id uuid, step_id uuid, step_ids uuid[], question text, briefing briefing_kind, capture_id uuid, proposal_id uuid, shown int';

/** The steps that a message shows. */
const stepsOf = ({ stepId, stepIds }: SentMessage) => stepIds ?? (stepId ? [stepId] : []);

/**
 * Locks the leads the messages are about, as far as they still exist, in the order of their ids. Every act on a lead or
 * on one of its steps locks the lead first (leads/lock-lead.ts): one that is under way is waited for, and a later one
 * finds the messages. None falls in between.
 */
async function lockSubjects(tx: Db, sent: SentMessage[]) {
  const stepIds = [...new Set(sent.flatMap(stepsOf))];
  const listed = sent.flatMap((message) => message.stepIds ?? []);
  const ofLists = listed.length > 0 ? await leadsOf(tx, listed) : [];
  const leadIds = [...new Set([...sent.flatMap(({ leadId }) => leadId ?? []), ...ofLists])];
  const locked = await tx
    .select({ id: leads.id })
    .from(leads)
    .where(isOneOf(leads.id, leadIds))
    .orderBy(asc(leads.id))
    .for('key share');
  const steps = await tx
    .select({ id: planSteps.id, version: stepVersion })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(isOneOf(planSteps.id, stepIds));
  return {
    leads: new Set(locked.map(({ id }) => id)),
    versions: new Map(steps.map(({ id, version }) => [id, version])),
  };
}

async function leadsOf(tx: Db, stepIds: string[]): Promise<string[]> {
  const rows = await tx
    .select({ id: planSteps.leadId })
    .from(planSteps)
    .where(isOneOf(planSteps.id, stepIds));
  return rows.map(({ id }) => id);
}

function isAsDrawn(stepIds: string[], drawn: string[], current: Map<string, string>): boolean {
  return (
    stepIds.length > 0 && stepIds.every((id, index) => current.has(id) && current.get(id) === drawn[index])
  );
}
