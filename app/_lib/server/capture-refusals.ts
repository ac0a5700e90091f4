import type { MergeRefusal } from '#server/capture/merge-person.ts';
import type { SaveRefusal } from '#server/capture/save-person.ts';
import { captureAnswers } from '../../_texts/captures.ts';
import { type Refusal, refuse } from './refusals.ts';

/** Nothing had to be done first. */
export const orNothing = { ok: true } as const;

/** What a confirm card refuses, in words. */
export function explainCapture(refused: SaveRefusal | MergeRefusal): Refusal {
  if (refused.reason === 'not-found') return refuse('not-found');
  if (refused.reason === 'other') return refuse('invalid', captureAnswers.other(refused.name));
  return refuse('invalid', 'words' in refused ? refused.words : captureAnswers[refused.reason]);
}
