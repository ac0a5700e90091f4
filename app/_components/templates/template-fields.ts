import type { StepChannel } from '#server/views/step-view.ts';
import type { TemplateView } from '#server/views/template-view.ts';

/** A step in the form. `id` only tells it from the others while the form is open. */
export type StepFields = {
  id: number;
  title: string;
  timing: string;
  why: string;
  draft: string;
  channel: StepChannel | null;
};

/** A template as the form holds it. */
export type TemplateFields = { title: string; fits: string; steps: StepFields[] };

export const maxSteps = 12;

const emptyStep = { title: '', timing: '', why: '', draft: '', channel: null };

export const noTemplate: TemplateFields = { title: '', fits: '', steps: [{ id: 1, ...emptyStep }] };

export const templateFields = ({ title, fits, steps }: TemplateView): TemplateFields => ({
  title,
  fits,
  steps: steps.map(({ title: step, timing, why, draft, channel }, place) => ({
    ...{ id: place + 1, title: step, timing, why, draft, channel },
  })),
});

/** The same with an empty step at its end. */
export function withStep(fields: TemplateFields): TemplateFields {
  const id = Math.max(0, ...fields.steps.map((step) => step.id)) + 1;
  return { ...fields, steps: [...fields.steps, { id, ...emptyStep }] };
}

/** The same with the step at `from` moved to `to`. */
export function withMoved(fields: TemplateFields, from: number, to: number): TemplateFields {
  const steps = [...fields.steps];
  const [moved] = steps.splice(from, 1);
  if (moved) steps.splice(to, 0, moved);
  return { ...fields, steps };
}

/** As the server takes it. */
export const toInput = ({ steps, ...fields }: TemplateFields) => ({
  ...fields,
  steps: steps.map(({ id: _, ...step }) => step),
});
