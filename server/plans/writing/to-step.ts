import type { DraftedStep } from '../draft.ts';
import type { AnsweredStep } from './plan-answer.ts';
import { type Agreement, type Place, readTiming } from './said-timing.ts';

/** A step as it is stored, where it lies, and how its days and words went together, from a step as a model answered it. Pure. */
export function toStep(
  answered: AnsweredStep,
  counting: { before: Place | null; now: Date; timeZone: string },
): { step: DraftedStep; place: Place; agreement: Agreement } {
  const { title, why, draft, channel } = answered;
  const { when, place, agreement } = readTiming(answered, counting);
  return { step: { title, why, draft, channel, ...when }, place, agreement };
}
