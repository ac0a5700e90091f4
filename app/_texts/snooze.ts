import type { SnoozeKind } from '#server/plans/snooze.ts';

/** What the server answers. */
export const snoozeAnswers = {
  snoozed: (until: string) => `Snoozed until ${until}.`,
  moved: (until: string, asked: string) => `Snoozed until ${until}: ${asked} is outside your hours.`,
  asks: (title: string, count: number, until: string) =>
    `You have put off “${title}” ${count} times. Snooze it once more, until ${until}, or rather do something about it?`,
  notOpen: 'Only an open step with a date can be snoozed, while its lead is neither closed nor resting.',
  wakesNow: 'Its reminder comes now.',
  wakes: (at: string) => `Its reminder comes ${at}.`,
  awake: 'It is not snoozed any more.',
};

/** The sheet with the choices of when. */
export const snoozeTexts = {
  title: 'Remind me again',
  kinds: {
    '1h': 'In 1 hour',
    evening: 'This evening',
    tomorrow: 'Tomorrow',
    monday: 'Monday',
  } satisfies Record<SnoozeKind, string>,
  loading: 'Working out when',
  pick: 'Another day and time',
  picked: 'Snooze until then',
};

/** The question before a step is put off for the third time. */
export const thirdTexts = {
  title: 'Once more?',
  anyway: 'Snooze anyway',
  smaller: 'Make it smaller',
  drop: 'Drop the step',
  close: 'Close the lead as lost',
  loading: 'Opening the form',
};

/** What is put off, in Today. */
export const snoozedTexts = {
  title: 'Snoozed',
  until: (when: string) => `until ${when}`,
  wake: 'Wake now',
  wakeLabel: (title: string) => `Wake “${title}” now`,
};
