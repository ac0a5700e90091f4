import type { CapturedPersonView } from '#server/views/capture-view.ts';
import { captureListTexts as texts } from '../../_texts/captures.ts';
import type { Tone } from '../ui/chip.tsx';

/** Whether saving all saves them too: open, new, and nothing is missing. */
export const canBeSaved = ({ state, duplicate, problem }: CapturedPersonView): boolean =>
  state === 'open' && !duplicate && !problem;

/** Where they stand, in a word; null for those who are simply new. */
export function chipOfPerson({ state, duplicate, problem }: CapturedPersonView): {
  tone: Tone;
  words: string;
} | null {
  if (state !== 'open') return { tone: state === 'left-out' ? 'later' : 'done', words: texts.chips[state] };
  if (duplicate) return { tone: 'wait', words: texts.known };
  return problem ? { tone: 'late', words: texts.stuck } : null;
}

/** "CTO, Acme", or how to reach them; what is wrong with them comes first. */
export function lineOfPerson(person: CapturedPersonView): string {
  const { problem, role, company, email, phone, telegram } = person;
  if (problem) return problem;
  const work = [role, company].filter(Boolean).join(', ');
  return work || email || phone || (telegram && `@${telegram}`);
}
