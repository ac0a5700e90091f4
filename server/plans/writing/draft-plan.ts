import { getUser } from '../../auth/users.ts';
import type { MadeFrom } from '../../db/stored-json.ts';
import type { Model, NoAnswer } from '../../model/port.ts';
import { isEmptyPlaybook, type Playbook } from '../../playbook/playbook.ts';
import { personTime } from '../../time/person.ts';
import { defaultTimeZone } from '../../time/wall-time.ts';
import type { DraftedPlan, DraftedStep, DraftReport, DraftTools, LeadFacts } from '../draft.ts';
import { draftFromTemplate } from '../draft-from-template.ts';
import { givenIn } from './check-draft.ts';
import { type LeadData, leadData } from './lead-data.ts';
import { dayData, playbookData } from './person-data.ts';
import { checkPlan, type PlanAnswer, planAnswer } from './plan-answer.ts';
import { planInstructions } from './plan-instructions.ts';
import type { Place } from './said-timing.ts';
import { toStep } from './to-step.ts';

/** What a model gets to write a plan from. */
export type PlanData = {
  lead: LeadData;
  done: string[];
  playbook: Playbook | null;
  /** The template the person chose, filled for this lead; null when they chose none. */
  template: { title: string; steps: DraftedStep[] } | null;
  today: string;
  weekday: string;
};

/** Has the model write a plan for this lead. The plan says what it was made from. */
export async function draftWithModel(
  model: Model,
  lead: LeadFacts,
  tools: DraftTools,
): Promise<DraftedPlan | NoAnswer> {
  const { db, now, onStage } = tools;
  const user = await getUser(db, lead.userId);
  const timeZone = user ? personTime(user).timeZone : defaultTimeZone;
  const data = await planData(lead, tools, timeZone);
  const given = givenIn(data);
  await onStage('writing');
  const answer = await model.ask({
    ...{ task: 'plan', userId: lead.userId, instructions: planInstructions, data, answer: planAnswer },
    check: (plan) => checkPlan(plan, given),
    onRepair: () => onStage('repairing'),
  });
  if (!answer.ok) return answer;
  const { repaired, tokens, value } = answer;
  const { steps, timings } = readSteps(value, now, timeZone);
  const madeFrom = madeOf(answer.model, data);
  return { title: value.title, draftedBy: 'model', madeFrom, steps, report: { repaired, tokens, timings } };
}

async function planData(lead: LeadFacts, { db, now }: DraftTools, timeZone: string): Promise<PlanData> {
  const chosen = lead.template === null ? null : await draftFromTemplate(db, lead);
  return {
    lead: leadData(lead),
    done: lead.settledTitles,
    playbook: await playbookData(db, lead.userId),
    template: chosen && { title: chosen.title, steps: chosen.steps },
    ...dayData(now, timeZone),
  };
}

function madeOf(model: string, { lead, playbook, template }: PlanData): MadeFrom {
  const examples = playbook?.examples.length ?? 0;
  const says = playbook !== null && !isEmptyPlaybook({ ...playbook, examples: [] });
  const notes = lead.notes !== '' || lead.history.length > 0;
  return { model, template: template?.title ?? null, notes, playbook: says, examples, fellBack: null };
}

function readSteps(
  answer: PlanAnswer,
  now: Date,
  timeZone: string,
): Pick<DraftedPlan, 'steps'> & Pick<DraftReport, 'timings'> {
  const timings = { understood: 0, daysOnly: 0, contradicting: 0 };
  let before: Place | null = null;
  const steps = answer.steps.map((answered) => {
    const { step, place, agreement } = toStep(answered, { before, now, timeZone });
    timings[agreement] += 1;
    before = place;
    return step;
  });
  return { steps, timings };
}
