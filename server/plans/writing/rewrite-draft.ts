import { and, eq } from 'drizzle-orm';
import { recordActivity } from '../../activities/mutations.ts';
import { markStepMessagesStale } from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { planSteps } from '../../db/schema.ts';
import { type Model, type NoAnswer, noAnswer } from '../../model/port.ts';
import type { LeadFacts, Stage } from '../draft.ts';
import { lockStep, type Step } from '../lock-step.ts';
import { type ClaimedRequest, finishRequest, getLeadFacts } from '../requests.ts';
import { checkDraft, givenIn } from './check-draft.ts';
import { draftAnswer } from './draft-answer.ts';
import { draftInstructions } from './draft-instructions.ts';
import { leadData } from './lead-data.ts';
import { playbookData } from './person-data.ts';

type Tools = { db: Db; now: Date; model: Model; onStage(stage: Stage): Promise<void> };

/**
 * Has the model write the draft of one open step anew. The one before stays in the lead's history, and can be taken back
 * (former-draft.ts). A draft that the person changed meanwhile is theirs: the answer is dropped.
 */
export async function rewriteDraft(tools: Tools, asked: ClaimedRequest): Promise<{ ok: true } | NoAnswer> {
  const { db, model, onStage } = tools;
  const facts = await getLeadFacts(db, asked);
  const step = asked.stepId && (await openStep(db, asked.leadId, asked.stepId));
  if (!facts || !step) {
    await finishRequest(db, asked.id);
    return { ok: true };
  }
  if (!facts.mayUseModel) return noAnswer('off', 'the model is switched off');
  const data = await draftData(db, facts, step, asked.wish);
  const given = givenIn(data);
  await onStage('writing');
  const answer = await model.ask({
    ...{ task: 'draft', userId: facts.userId, instructions: draftInstructions, data, answer: draftAnswer },
    check: ({ draft }) => [...checkDraft(draft, given), ...checkSame(draft, step)],
    onRepair: () => onStage('repairing'),
  });
  if (!answer.ok) return answer;
  await save(tools, asked, { userId: facts.userId, before: step, draft: answer.value.draft });
  return { ok: true };
}

/** A step that is settled, or gone, needs no other words. */
async function openStep(db: Db, leadId: string, stepId: string): Promise<Step | null> {
  const mine = and(eq(planSteps.id, stepId), eq(planSteps.leadId, leadId), eq(planSteps.status, 'open'));
  const [step] = await db.select().from(planSteps).where(mine);
  return step ?? null;
}

async function draftData(db: Db, facts: LeadFacts, step: Step, wish: string) {
  const { title, why, draft, timing, channel } = step;
  return {
    lead: leadData(facts),
    step: { title, why, draft, timing, channel },
    wish,
    playbook: await playbookData(db, facts.userId),
  };
}

const checkSame = (draft: string, step: Step): string[] =>
  draft === step.draft.trim() ? ['this is the draft that is there already: write other words'] : [];

function save(
  { db, now }: Tools,
  asked: ClaimedRequest,
  { userId, before, draft }: { userId: number; before: Step; draft: string },
): Promise<void> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, before.id);
    if (!owned || !(await finishRequest(tx, asked.id))) return;
    const { step } = owned;
    await markStepMessagesStale(tx, step);
    if (step.status === 'open' && step.draft === before.draft)
      await replaceDraft(tx, step, { userId, draft, now });
  });
}

/** Another draft for a locked step; the one before is kept in the lead's history. */
export async function replaceDraft(
  tx: Db,
  step: Step,
  { userId, draft, now }: { userId: number; draft: string; now: Date },
): Promise<void> {
  await tx.update(planSteps).set({ draft }).where(eq(planSteps.id, step.id));
  const entry = { leadId: step.leadId, userId, stepId: step.id, now };
  await recordActivity(tx, { ...entry, kind: 'reworded', text: step.draft });
  await markStepMessagesStale(tx, step);
}
