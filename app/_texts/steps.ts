/** What is said after an act on a step. */
export const stepAnswers = {
  settled: { done: 'Done.', skipped: 'Skipped.' },
  saved: 'Saved.',
  wasCancelled: 'This step was cancelled with its lead. Open it again first.',
  waits: (event: string) => `Waits for the ${event}: give it a date.`,
  due: (when: string) => `Due ${when}.`,
  notUnderstood: (timing: string, when: string) => `I did not understand “${timing}”, so it is due ${when}.`,
};

/** What a step's own fields are refused for. */
export const stepFields = {
  title: 'The title',
  noTitle: 'A step needs a title',
  draft: 'The draft',
  timing: 'The timing',
};

/** The ways to send a draft, and what is asked afterwards. */
export const sendTexts = {
  telegram: 'Write it in Telegram',
  mail: 'Write the e-mail',
  sentIt: 'Sent it?',
  yes: 'Yes, done',
  no: 'Not yet',
};
