import { counted } from './counted.ts';

/** What the server answers when a lead's status changes. */
export const statusAnswers = {
  closed: (cancelled: number) =>
    cancelled === 0
      ? 'Closed. No more reminders about this lead.'
      : `Closed. ${counted(cancelled, 'step')} cancelled, no more reminders.`,
  opened: (cancelled: number) => `Open again. ${counted(cancelled, 'step')} can be restored.`,
  saved: 'Status saved.',
};

export const restoreAnswers = {
  restored: (count: number, moved: number) =>
    `${counted(count, 'step')} restored${moved === 0 ? '.' : `, ${moved} of them with a later date.`}`,
  nothing: 'No step is cancelled any more.',
};

/** The offer on an open lead with cancelled steps. */
export const restoreTexts = {
  label: 'Cancelled steps',
  offer: (count: number) =>
    `${counted(count, 'step')} ${count === 1 ? 'was' : 'were'} cancelled when this lead was closed.`,
  action: (count: number) => `Restore ${counted(count, 'step')}`,
};
