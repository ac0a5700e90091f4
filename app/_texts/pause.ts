import type { PauseView } from '#server/views/lead-view.ts';
import { counted } from './counted.ts';

/** "Waits for: contract sent, until Mon 26 Oct." */
export function pauseWords({ reason, waitingFor, wakes }: PauseView): string {
  const until = wakes ? `, until ${wakes}` : '';
  if (reason === 'replied') return `They replied, so the plan rests${until}.`;
  return reason === 'waiting' && waitingFor
    ? `Waits for: ${waitingFor}${until}.`
    : `The plan is paused${until}.`;
}

/** The same as short as a chip. */
export function pauseChip({ reason }: PauseView): string {
  if (reason === 'replied') return 'replied';
  return reason === 'waiting' ? 'waits' : 'paused';
}

/** What is asked before a plan is drafted again, which ends a pause. */
export const draftAgainWords = (rests: boolean): string =>
  `Open steps are replaced by newly drafted ones. Done and skipped steps stay${rests ? ', and the plan goes on' : ''}.`;

/** What the server answers. */
export const pauseAnswers = {
  paused: (wakes: string | null) =>
    `The plan rests, nothing is sent.${wakes ? ` You hear of it again on ${wakes}.` : ''}`,
  resumed: 'The plan goes on.',
  running: 'The plan is not paused.',
  past: 'Pick a day from tomorrow on, within the next five years.',
  noDay: 'This is no day. Pick one from the calendar.',
  noWhat: 'Say what it waits for.',
};

/** The banner of a resting lead, its acts, and the sheets behind them. */
export const pauseTexts = {
  banner: 'The plan rests',
  acts: 'Let the plan rest',
  pause: 'Pause',
  waiting: 'Waiting for…',
  replied: 'They replied',
  resume: 'Resume',
  resumeTitle: 'Shall the plan go on?',
  resumeNow: 'Resume now',
  looking: 'Looking at the new dates…',
  nothing: 'No date moves.',
  moves: (count: number, by: number) =>
    `${counted(count, 'step')} ${count === 1 ? 'moves' : 'move'}${by === 0 ? '' : ` by ${counted(by, 'working day')}`}:`,
  pauseTitle: 'Pause the plan',
  waitTitle: 'Wait for something',
  hint: 'Nothing is sent meanwhile; what was left to wait goes on afterwards.',
  what: 'Waiting for',
  example: 'contract sent',
  wake: 'Tell me again on (optional)',
  cancel: 'Cancel',
};
