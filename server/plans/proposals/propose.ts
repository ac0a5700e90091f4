import { and, eq } from 'drizzle-orm';
import { getUser } from '../../auth/users.ts';
import { markProposalMessagesStale } from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { proposals } from '../../db/schema.ts';
import type { ProposedChange } from '../../db/stored-json.ts';
import { lockLead } from '../../leads/lock-lead.ts';
import { type Model, type NoAnswer, noAnswer } from '../../model/port.ts';
import { personTime } from '../../time/person.ts';
import type { LeadFacts, Stage } from '../draft.ts';
import type { Step } from '../lock-step.ts';
import { type ClaimedRequest, finishRequest, getLeadFacts } from '../requests.ts';
import { givenIn } from '../writing/check-draft.ts';
import { readTiming } from '../writing/said-timing.ts';
import { addProposal, closeProposal } from './open-review.ts';
import { type AnsweredChange, checkChanges, reviewAnswer, type Told } from './review-answer.ts';
import { changeableSteps, type ReviewData, reviewData } from './review-data.ts';
import { reviewInstructions } from './review-instructions.ts';

/** What a worker writes with. */
export type Tools = { db: Db; now: Date; model: Model; onStage(stage: Stage): Promise<void> };

type Proposed = { ok: true; contradictions: number } | NoAnswer;

/**
 * Has the model say what the news of a request changes, and writes that down as changes the person accepts or refuses.
 * Nothing of the plan is changed. `contradictions`: in how many changes words and days said different things.
 */
export async function proposeChanges(tools: Tools, asked: ClaimedRequest): Promise<Proposed> {
  const { db, now, onStage } = tools;
  const facts = await getLeadFacts(db, asked);
  const user = facts && (await getUser(db, facts.userId));
  if (!facts || !user) return { ok: true, contradictions: 0 };
  if (!facts.mayUseModel) return noAnswer('off', 'the model is switched off');
  const { timeZone } = personTime(user);
  const steps = await changeableSteps(db, asked.leadId);
  const data = await reviewData(db, facts, { steps, news: asked.wish, now, timeZone });
  await onStage('writing');
  const answer = await askModel(tools, facts.userId, data);
  if (!answer.ok) return answer;
  const at = { now: asked.createdAt, timeZone };
  const read = answer.changes.map((change, id) => toProposed(change, id, { steps, ...at }));
  await save(db, asked, { facts, items: read.map(({ item }) => item) });
  return { ok: true, contradictions: read.filter(({ clash }) => clash).length };
}

/** The changes that hold. What is wrong with one is told to the model once; a change that is still wrong is left out. */
async function askModel({ model, onStage }: Tools, userId: number, data: ReviewData) {
  const { steps, settled, pinned } = data;
  const told: Told = { steps, fixed: [...settled, ...pinned], given: givenIn(data) };
  let repaired = false;
  const answer = await model.ask({
    ...{ task: 'review', userId, instructions: reviewInstructions, data, answer: reviewAnswer },
    check: ({ changes }) => (repaired ? [] : checkChanges(changes, told).flat()),
    onRepair: () => {
      repaired = true;
      return onStage('repairing');
    },
  });
  if (!answer.ok) return answer;
  const { changes } = answer.value;
  const wrong = checkChanges(changes, told);
  const good = changes.filter((_, index) => wrong[index]?.length === 0);
  if (changes.length > 0 && good.length === 0) return noAnswer('invalid', 'no change of the answer held');
  return { ok: true as const, changes: good };
}

type Reading = { steps: Map<string, Step>; now: Date; timeZone: string };

function toProposed(change: AnsweredChange, id: number, { steps, now, timeZone }: Reading) {
  const base = { id, why: change.why, state: 'open' } as const;
  const timing =
    'timing' in change ? readTiming({ ...change, anchor: null }, { before: null, now, timeZone }) : null;
  return {
    item: toItem(change, { base, steps, when: timing?.when }),
    clash: timing?.agreement === 'contradicting',
  };
}

function toItem(
  change: AnsweredChange,
  {
    base,
    steps,
    when = { delayDays: null, timing: '' },
  }: {
    base: Pick<ProposedChange, 'id' | 'why' | 'state'>;
    steps: Map<string, Step>;
    when?: { delayDays: number | null; timing: string };
  },
): ProposedChange {
  if (change.kind === 'add') {
    const { title, draft } = change;
    return { ...base, kind: 'add', title, draft, ...when };
  }
  const step = steps.get(change.step);
  if (!step) throw new Error('a change of an unknown step was not left out');
  const of = { ...base, stepId: step.id, title: step.title };
  if (change.kind === 'move') return { ...of, kind: 'move', ...when };
  if (change.kind === 'drop') return { ...of, kind: 'drop' };
  return { ...of, kind: 'reword', newTitle: change.title, draft: change.draft };
}

/**
 * Writes the list, which takes the place of an older one, unless the person stopped it meanwhile. An empty one is decided
 * already, and takes no place.
 */
function save(
  db: Db,
  asked: ClaimedRequest,
  { facts, items }: { facts: LeadFacts; items: ProposedChange[] },
): Promise<void> {
  const { leadId, createdAt, wish } = asked;
  return db.transaction(async (tx) => {
    if (!(await lockLead(tx, facts.userId, leadId))) return;
    if (!(await finishRequest(tx, asked.id))) return;
    const [there] = await tx
      .select({ id: proposals.id })
      .from(proposals)
      .where(and(eq(proposals.leadId, leadId), eq(proposals.createdAt, createdAt)));
    const row = { userId: facts.userId, leadId, because: wish, createdAt };
    const id = there?.id ?? (await addProposal(tx, row));
    const status = items.length > 0 ? 'open' : 'closed';
    if (status === 'open') await closeProposal(tx, leadId);
    await tx.update(proposals).set({ items, status }).where(eq(proposals.id, id));
    await markProposalMessagesStale(tx, id);
  });
}
