import { z } from 'zod';
import { stepChannel } from '../../db/schema.ts';
import { checkDraft } from './check-draft.ts';

const line = (most: number) => z.string().trim().min(1).max(most);

const answeredStep = z.object({
  title: line(120),
  why: line(300),
  delay_days: z.number().int().min(0).max(365),
  timing: z.string().trim().max(100),
  anchor: z.enum(['start', 'previous', 'demo', 'call', 'meeting', 'reply', 'contract']),
  channel: z.enum(stepChannel.enumValues),
  /** Empty where the step is no message. */
  draft: z.string().trim().max(1500),
});

/** What a model may answer when it is asked for a plan. */
export const planAnswer = z.object({ title: line(120), steps: z.array(answeredStep).min(3).max(8) });

export type PlanAnswer = z.output<typeof planAnswer>;
export type AnsweredStep = PlanAnswer['steps'][number];

/** What is wrong with a plan's texts, in words for the model: anything that was not given (writing/check-draft.ts). */
export function checkPlan({ title, steps }: PlanAnswer, given: string): string[] {
  const inSteps = steps.flatMap(({ title: name, why, timing, draft }, index) => [
    ...checkDraft([name, why, timing].join('\n'), given).map((words) => `steps[${index}]: ${words}`),
    ...checkDraft(draft, given).map((words) => `steps[${index}].draft: ${words}`),
  ]);
  return [...checkDraft(title, given).map((words) => `title: ${words}`), ...inSteps];
}
