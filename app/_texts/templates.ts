import type { TimingMeaning } from '#server/plans/templates/timing-meaning.ts';
import type { StepChannel } from '#server/views/step-view.ts';
import type { TemplateRow } from '#server/views/template-view.ts';
import { counted } from './counted.ts';

/** How a step reaches the lead, as short as a chip. */
export const channelWords: Record<StepChannel, string> = {
  telegram: 'Telegram',
  email: 'E-mail',
  call: 'Call',
  linkedin: 'LinkedIn',
  meeting: 'Meeting',
  other: 'Another way',
};

export const templateTexts = {
  title: 'Plan templates',
  subtitle: 'What your plans are made from',
  open: 'Open plan templates',
  about: 'Ten plans to start from. Change them so that they sound like you, or write your own.',
  create: 'New template',
  loading: 'Loading the templates',
  loadingOne: 'Loading the template',
  opening: 'Opening the form',
  chips: { 'built-in': null, edited: 'edited', own: 'yours' } satisfies Record<
    TemplateRow['origin'],
    string | null
  >,
  size: ({ steps, days }: Pick<TemplateRow, 'steps' | 'days'>) =>
    `${counted(steps, 'step')} over ${counted(Math.max(days, 1), 'day')}`,
  missingTitle: 'This template is not here',
  missingText: 'It may have been deleted, or the link is not one of yours.',
  toList: 'Go to your templates',
  example: 'Drafts as Anna Petrova of Acme would get them.',
  edit: 'Edit',
  copy: 'Copy',
  remove: 'Delete',
  removeTitle: 'Delete this template?',
  removeText: 'It cannot be brought back. Plans that were made from it stay as they are.',
  reset: 'Back to the original',
  resetTitle: 'Back to the original?',
  resetText: 'Your version goes and cannot be brought back. Plans that were made from it stay as they are.',
  removed: 'Deleted.',
  wasReset: 'The original is back.',
  running: 'Plans that run already stay as they are.',
};

/** The form of a template. */
export const templateForm = {
  newTitle: 'New template',
  editTitle: 'Edit template',
  about: 'About this template',
  title: 'Title',
  titleExample: 'After the workshop',
  fits: 'When to use it',
  fitsExample: 'They took part in one of our workshops.',
  steps: 'Steps',
  addStep: 'Add a step',
  unnamed: 'New step',
  stepTitle: 'Step',
  stepExample: 'Send the notes',
  timing: 'When, in words',
  timingExample: 'Day 3',
  why: 'Why it helps',
  whyExample: 'They still remember the talk.',
  draft: 'Draft message',
  draftHint:
    '{firstName} and {company} are filled in for each lead. [[at {company}|in your team]] has other words for when the company is not known.',
  channel: 'Channel',
  anyChannel: 'Not said',
  up: (step: string) => `Move “${step}” up`,
  down: (step: string) => `Move “${step}” down`,
  remove: (step: string) => `Remove “${step}”`,
  create: 'Create template',
  save: 'Save template',
  cancel: 'Cancel',
};

/** What the server answers. */
export const templateAnswers = {
  created: 'Template created.',
  saved: 'Saved. Plans that run already stay as they are.',
  copied: 'This is your copy.',
};

/** Choosing one for a lead. */
export const followTexts = {
  button: 'Use a template',
  title: 'Which template?',
  confirmTitle: 'Use this template?',
  action: 'Use it',
};

/** What a timing means, below the words of it; `words` may be empty. */
export function meaningWords(words: string, meaning: TimingMeaning | null): string {
  if (words.trim() === '') return 'Without a timing, steps come three days apart.';
  if (!meaning) return 'Not understood yet. Try “Day 3”, “in two weeks” or “2 days after the demo”.';
  const { from, days } = meaning;
  if (from === 'start') {
    if (days === null) return 'Counted from the day the plan starts.';
    return days === 0 ? 'On the day the plan starts.' : `${counted(days, 'day')} after the plan starts.`;
  }
  const after = from === 'previous' ? 'the step before' : `the ${from}`;
  const when = days === null ? `Counted from ${after}.` : `${counted(days, 'day')} after ${after}.`;
  return from === 'previous' ? when : `${when} It waits until there is a date for it.`;
}
