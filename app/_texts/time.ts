import type { TimeProblem } from '#server/plans/time-change.ts';
import { counted } from './counted.ts';

const zoneWords = (zone: string) => zone.replaceAll('_', ' ');
/** "New York" for America/New_York. */
const cityOf = (zone: string) => zoneWords(zone.split('/').at(-1) ?? zone);

/** A full hour of the day, 0 to 24: "09:00". */
export const hourWords = (hour: number) => `${String(hour).padStart(2, '0')}:00`;

/** The question whose time zone it is. */
export const zoneTexts = {
  label: 'Your time zone',
  right: (zone: string) => `Is ${zoneWords(zone)} your time zone?`,
  rightWhy: 'I took it from this device. Your reminders come by it.',
  yes: 'Yes',
  change: 'Change',
  moved: (device: string) => `You seem to be in ${cityOf(device)}.`,
  movedWhy: 'What should hold for your reminders?',
  wall: (hour: number) => `The clock: ${hourWords(hour)} there`,
  moment: 'The moment, where I picked a time',
  stay: (zone: string) => `Stay on ${cityOf(zone)} time`,
};

/** What a change of hours, days or zone moves, before it is saved. */
export const effectTexts = {
  title: (count: number) => `This moves ${counted(count, 'reminder')}`,
  at: (words: string, zone?: string) => (zone ? `${words} ${cityOf(zone)}` : words),
  move: (from: string, to: string) => `${from} → ${to}`,
  more: (count: number) => `… and ${count} more`,
  wall: 'They keep the time on the clock.',
  moment: 'Those with a time of their own keep their moment.',
  keepWall: 'Keep the time on the clock instead',
  keepMoment: 'Keep the moment instead',
  save: 'Save',
  cancel: 'Cancel',
};

/** Hours, days and holidays in Settings. */
export const weekTexts = {
  hours: 'Your hours',
  remindAt: 'Remind me at',
  from: 'Not before',
  to: 'Not after',
  days: 'Your working days',
  names: ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  count: 'Count working days only',
  countWhy: (counts: boolean) =>
    counts
      ? '“Day 3” is the third working day.'
      : '“Day 3” is the third day; a day off moves it to the next working day.',
  holidays: 'Public holidays',
  country: 'Days off in',
  noCountry: 'No country',
  next: (words: string) => `Next: ${words}`,
  noNext: 'Pick a country and its public holidays are days off.',
};

/** Why a change of a person's time was refused, in words for them. */
export const problemWords: Record<TimeProblem, string> = {
  'unknown-zone': 'This time zone is not known. Pick one from the list.',
  hour: 'Pick a full hour of the day.',
  window: 'Your last hour must be later than your first one.',
  'no-working-day': 'Leave at least one working day.',
  'unknown-country': 'I do not know the public holidays of this country. Pick one from the list.',
};
