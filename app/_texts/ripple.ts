import type { RippleView } from '#server/views/ripple-view.ts';
import { counted } from './counted.ts';

/** What an act did to later steps: "2 later steps moved by 2 working days: Wed 21, Wed 28."; '' when nothing. */
export function rippleWords(ripple: RippleView | null): string {
  if (!ripple) return '';
  const dates = [...ripple.dates, ...(ripple.count > ripple.dates.length ? ['…'] : [])].join(', ');
  if (ripple.kept) return `Dates kept: ${dates}.`;
  const by = ripple.by > 0 ? ` by ${counted(ripple.by, 'working day')}` : '';
  return `${counted(ripple.count, 'later step')} moved${by}: ${dates}.`;
}

/** What the server answers when an act is taken back, or its step opened again. */
export const undoTexts = {
  takenBack: 'Taken back.',
  datesBack: 'Taken back. The dates are as they were.',
  opened: 'Open again.',
  openBack: 'Open again. The later dates are as they were.',
  openStay: 'Something else was done with this lead since: the step is open again, the later dates stay.',
  tooLate: 'Something else was done with this lead since: it is too late for that.',
};

/** The buttons of the bar that tells of an act. */
export const toastTexts = { undo: 'Undo', keepDates: 'Keep dates' };
