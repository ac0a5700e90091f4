import type { Db } from '../db/client.ts';
import { getTemplate, listTemplates } from '../plans/templates/queries.ts';
import type { TemplateStep } from '../plans/templates/template.ts';
import { timingMeaning } from '../plans/templates/timing-meaning.ts';
import { fillDraft } from '../plans/templates.ts';
import { defaultSpacingDays } from '../plans/wish.ts';
import type { TemplateList, TemplateStepView, TemplateView } from './template-view.ts';

/** Whom the example drafts are for. */
const anna = { name: 'Anna Petrova', company: 'Acme' };

/** The templates that a person can choose from. */
export async function getTemplateList(db: Db, userId: number): Promise<TemplateList> {
  const all = await listTemplates(db, userId);
  return {
    templates: all.map(({ steps, ...template }) => ({
      ...template,
      steps: steps.length,
      days: lastDay(steps),
    })),
  };
}

/** One template of a person, by its key; null when there is none, or it is somebody else's. */
export async function getTemplateView(db: Db, userId: number, key: string): Promise<TemplateView | null> {
  const template = await getTemplate(db, userId, key);
  return template && { ...template, steps: template.steps.map(stepView) };
}

function stepView({ delayDays, ...step }: TemplateStep): TemplateStepView {
  const timing = step.timing || (delayDays === null ? '' : `Day ${delayDays}`);
  return { ...step, timing, example: fillDraft(step.draft, anna), meaning: timingMeaning(timing) };
}

/** Days of an event count as if it were on the first day; what the calendar decides counts as no time. */
function lastDay(steps: TemplateStep[]): number {
  let before = 0;
  const days = steps.map(({ delayDays, timing }, index) => {
    const meaning = timingMeaning(timing);
    const said = delayDays ?? (meaning ? (meaning.days ?? 0) : (index + 1) * defaultSpacingDays);
    before = said + (delayDays === null && meaning?.from === 'previous' ? before : 0);
    return before;
  });
  return Math.max(0, ...days);
}
