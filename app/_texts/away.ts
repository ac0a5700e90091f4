import { counted } from './counted.ts';

/** Why days cannot be an absence. */
export const awayProblems = {
  'no-date': 'Pick the first and the last day from the calendar.',
  past: 'Those days are over. Pick days from today on.',
  backwards: 'That would end before it starts.',
  'too-long': 'An absence can last a year at most, and begin within the next five.',
} as const;

/** What the server answers. */
export const awayAnswers = {
  set: (moved: number) =>
    `Set: nothing is sent on these days.${moved === 0 ? '' : ` ${counted(moved, 'step')} moved.`}`,
  ended: (moved: number) =>
    `Not away any more: reminders come as usual.${moved === 0 ? '' : ` ${counted(moved, 'step')} moved.`}`,
};

/** The days off in Settings. */
export const awayTexts = {
  title: 'Away',
  hint: 'Nothing is sent on these days, and plans go on behind them.',
  from: 'First day',
  until: 'Last day',
  set: 'Set',
  change: 'Change',
  end: 'I am not away',
  sheet: 'Away',
  sheetEnd: 'Not away any more',
  looking: 'Looking what moves…',
  nothing: 'No step has to move.',
  moves: (count: number) => `${counted(count, 'step')} ${count === 1 ? 'moves' : 'move'}:`,
  save: 'Save',
  cancel: 'Cancel',
};
