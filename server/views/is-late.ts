import { personTime } from '../time/person.ts';
import { inZone } from '../time/wall-time.ts';
import { dayOff } from '../time/working-time.ts';
import type { CardRow } from './step-card-rows.ts';

/** A reminder that goes out this long after it was due says so. */
const lateMs = 5 * 60_000;

/**
 * True for a reminder that we sent late, or would send late at `now`. What a person put off to later is not late, nor what
 * waited until they were back from an absence; a nudge comes when it comes.
 */
export function isLate(
  { sentAt, nudgedAt, dueAt }: NonNullable<CardRow['reminder']>,
  user: CardRow['user'],
  now: Date,
): boolean {
  if (nudgedAt || (sentAt ?? now).getTime() - dueAt.getTime() <= lateMs) return false;
  const person = personTime(user);
  return dayOff(inZone(dueAt, person.timeZone).toPlainDate(), person)?.why !== 'away';
}
