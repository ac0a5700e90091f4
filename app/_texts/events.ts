import type { EventName } from '#server/plans/timing.ts';
import type { StepAnchor } from '#server/views/step-view.ts';
import { counted } from './counted.ts';

const title = (event: EventName) => event.charAt(0).toUpperCase() + event.slice(1);

/** What a step's date counts from, as short as a chip. */
export const anchorWords: Record<StepAnchor, string> = {
  start: 'from start',
  previous: 'after the step before',
  demo: 'after demo',
  call: 'after call',
  meeting: 'after meeting',
  reply: 'after reply',
  contract: 'after contract',
  pinned: 'pinned',
};

/** The rows above a plan that ask when an event is, and the sheet behind them. */
export const eventTexts = {
  question(event: EventName): string {
    if (event === 'reply') return 'When did they reply?';
    return event === 'contract' ? 'When is the contract signed?' : `When is the ${event}?`;
  },
  dated: (event: EventName, when: string) => `${title(event)}: ${when}`,
  waiting: (count: number) => `${counted(count, 'step')} ${count === 1 ? 'waits' : 'wait'} for it`,
  following: (count: number) =>
    count === 0
      ? 'No open step counts from it'
      : `${counted(count, 'step')} ${count === 1 ? 'counts' : 'count'} from it`,
  waits: (event: StepAnchor) => `waits for: ${event}`,
  hint: 'The steps that count from it get their dates. All others stay.',
  day: 'Day and time',
  save: 'Save',
  clear: 'No date yet',
  cancel: 'Cancel',
};

/** What the server answers. */
export const eventAnswers = {
  saved: (event: EventName, when: string, dates: string[]) =>
    `${title(event)} on ${when}.${dates.length === 0 ? '' : ` ${counted(dates.length, 'step')} due ${dates.join(', ')}.`}`,
  cleared: (event: EventName, count: number) =>
    `The ${event} has no date.${count === 0 ? '' : ` ${counted(count, 'step')} ${count === 1 ? 'waits' : 'wait'} for it.`}`,
  same: (event: EventName) => `The ${event} has that date already.`,
  far: 'Pick a day from a month ago to five years ahead.',
};

/** The group in Today. */
export const waitingTexts = {
  title: 'Waiting',
  what: (event: EventName, count: number) =>
    `${counted(count, 'step')} ${count === 1 ? 'waits' : 'wait'} for the ${event}`,
};
