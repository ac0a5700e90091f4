import type { Db } from '../db/client.ts';
import { chooseTemplate } from './choose-template.ts';
import type { DraftedPlan, LeadFacts } from './draft.ts';
import { getTemplate, isTemplateKey, type PlanTemplate } from './templates/queries.ts';
import { timingMeaning } from './templates/timing-meaning.ts';
import { fillDraft, type TemplateStep } from './templates.ts';

/**
 * The plan of a template: the one the person chose, else the one that fits what the lead's note says, as they edited it.
 * Steps that are done or skipped do not come again: the plan goes on after them. Once a whole template is behind, the one
 * for keeping in touch follows; one that was chosen begins anew.
 */
export async function draftFromTemplate(db: Db, lead: LeadFacts): Promise<DraftedPlan> {
  const template = await templateFor(db, lead);
  return {
    title: template.title,
    draftedBy: isTemplateKey(template.key) ? template.key : 'template',
    madeFrom: {
      ...{ model: null, template: template.title, notes: lead.template === null, playbook: false },
      ...{ examples: 0, fellBack: null },
    },
    steps: stepsAhead(template, lead).map((step) => ({ ...step, draft: fillDraft(step.draft, lead) })),
  };
}

/** The template that a plan for this lead follows. */
export async function templateFor(db: Db, lead: LeadFacts): Promise<PlanTemplate> {
  const chosen = lead.template === null ? null : await getTemplate(db, lead.userId, lead.template);
  if (chosen) return chosen;
  const fitting = await builtIn(db, lead, chooseTemplate(lead));
  return isBehind(fitting, lead) ? builtIn(db, lead, 'keep-in-touch') : fitting;
}

async function builtIn(db: Db, { userId }: LeadFacts, key: string): Promise<PlanTemplate> {
  const template = await getTemplate(db, userId, key);
  if (!template) throw new Error(`no built-in template is called ${key}`);
  return template;
}

const isSettled = (step: TemplateStep, lead: LeadFacts) => lead.settledTitles.includes(step.title);
const lastSettled = ({ steps }: PlanTemplate, lead: LeadFacts) =>
  steps.findLastIndex((step) => isSettled(step, lead));
const isBehind = (template: PlanTemplate, lead: LeadFacts) =>
  lastSettled(template, lead) === template.steps.length - 1;

/** The steps after the last settled one, counted from it; all of them when none is, or when the last one is. */
function stepsAhead(template: PlanTemplate, lead: LeadFacts): TemplateStep[] {
  const last = lastSettled(template, lead);
  if (last < 0 || isBehind(template, lead)) return template.steps;
  const passed = Math.max(0, ...template.steps.slice(0, last + 1).map((step) => daysFromStart(step) ?? 0));
  return template.steps.slice(last + 1).map((step) => {
    const days = daysFromStart(step);
    // The words were said of the whole plan; the days are what is left of it. Other words still say what they mean.
    return days === null ? step : { ...step, delayDays: Math.max(days - passed, 0), timing: '' };
  });
}

/** Null for what counts from the step before, from an event or by the calendar. */
function daysFromStart({ delayDays, timing }: TemplateStep): number | null {
  if (delayDays !== null) return delayDays;
  const meaning = timingMeaning(timing);
  return meaning?.from === 'start' ? meaning.days : null;
}
