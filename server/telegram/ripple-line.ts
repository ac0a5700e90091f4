import type { FormattedString } from '@grammyjs/parse-mode';
import type { RippleView } from '../views/ripple-view.ts';
import { say } from './say.ts';

/** "Wed 21, Wed 28", and "…" where there are more. */
export const datesWords = ({ dates, count }: RippleView) =>
  [...dates, ...(count > dates.length ? ['…'] : [])].join(', ');

/** What an act did to the later steps, as a line of its card; null when nothing moved. */
export function rippleLine(ripple: RippleView | null): FormattedString | null {
  if (!ripple) return null;
  const dates = datesWords(ripple);
  if (ripple.kept) return say('reminder.kept', { dates });
  return say('reminder.moved', { count: ripple.count, by: ripple.by, dates });
}
