import { chooseTemplate } from './choose-template.ts';
import type { DraftedPlan, LeadFacts } from './draft.ts';
import { fillDraft, type Template, type TemplateStep, templates } from './templates.ts';

/**
 * The plan of the built-in template that fits what the lead's note says. Steps that are done or skipped do not come
 * again: the plan goes on after them, and once a whole template is behind, with the one for keeping in touch.
 */
export async function draftFromTemplate(lead: LeadFacts): Promise<DraftedPlan> {
  const chosen = templates[chooseTemplate(lead)];
  const template = isBehind(chosen, lead) ? templates['keep-in-touch'] : chosen;
  return {
    title: template.title,
    draftedBy: template.key,
    madeFrom: {
      ...{ model: null, template: template.title, notes: true, playbook: false },
      ...{ examples: 0, fellBack: null },
    },
    steps: stepsAhead(template, lead).map((step) => ({ ...step, draft: fillDraft(step.draft, lead) })),
  };
}

const isSettled = (step: TemplateStep, lead: LeadFacts) => lead.settledTitles.includes(step.title);
const lastSettled = ({ steps }: Template, lead: LeadFacts) =>
  steps.findLastIndex((step) => isSettled(step, lead));
const isBehind = (template: Template, lead: LeadFacts) =>
  lastSettled(template, lead) === template.steps.length - 1;

/** The steps after the last settled one, counted from it; all of them when none is, or when the last one is. */
function stepsAhead(template: Template, lead: LeadFacts): TemplateStep[] {
  if (isBehind(template, lead)) return template.steps;
  const last = lastSettled(template, lead);
  const passed = template.steps[last]?.delayDays ?? 0;
  const ahead = template.steps.slice(last + 1);
  // The words were said of the whole plan; the days are what is left of it.
  return last < 0
    ? ahead
    : ahead.map((step) => ({ ...step, delayDays: step.delayDays - passed, timing: '' }));
}
