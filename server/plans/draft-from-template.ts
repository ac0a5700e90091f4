import { chooseTemplate } from './choose-template.ts';
import type { Drafter } from './draft.ts';
import { fillDraft, templates } from './templates.ts';

/** The plan of the built-in template that fits what the lead's note says. */
export const draftFromTemplate: Drafter = async (lead) => {
  const template = templates[chooseTemplate(lead)];
  return {
    title: template.title,
    draftedBy: template.key,
    steps: template.steps.map((step) => ({ ...step, draft: fillDraft(step.draft, lead) })),
  };
};
