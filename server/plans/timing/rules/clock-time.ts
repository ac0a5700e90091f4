import type { Found, Pieces } from '../neighbours.ts';
import type { Clock } from '../timing-type.ts';
import { HOUR, hourAt, inHalf, type Signs, type Time } from './clock-hour.ts';

/** "10am", "14:30 Uhr", "9 de la mañana", "9-11 am", with the zone behind it. */
export function clockTime(pieces: Pieces, start: number, signs: Signs): Found<Clock> | undefined {
  const piece = pieces[start];
  if (piece?.is !== 'clock' && piece?.is !== 'number') return undefined;
  const time =
    piece.is === 'clock' ? written(pieces, start, piece.minutes) : hourAt(pieces, start, piece, signs);
  if (!time || time.value >= 24 * HOUR) return undefined;
  const next = endOfRange(pieces, time.next);
  const isRange = next > time.next || pieces[start + 1]?.is === 'joiner';
  const zoneAt = pieces[next]?.is === 'stop' ? next + 1 : next;
  const zone = pieces[zoneAt];
  const value: Clock = { minutes: time.value, until: time.value, isRange };
  return zone?.is === 'zone' ? { value: { ...value, zone: zone.zone }, next: zoneAt + 1 } : { value, next };
}

/** Behind "14:30": "Uhr", "h", or the half of the day ("2:30 pm"). */
function written(pieces: Pieces, start: number, minutes: number): Time {
  const sign = pieces[start + 1];
  if (sign?.is === 'part') {
    const hour = Math.floor(minutes / HOUR);
    return { value: inHalf(hour > 12 ? hour - 12 : hour, sign) + (minutes % HOUR), next: start + 2 };
  }
  const isSigned = sign?.is === 'hour-sign' || (sign?.is === 'unit' && sign.unit === 'hour');
  return { value: minutes, next: start + (isSigned ? 2 : 1) };
}

/** Behind the second time of "9am to 5pm", "14:00 – 16:00". */
function endOfRange(pieces: Pieces, start: number): number {
  if (!['joiner', 'dash', 'minus'].includes(pieces[start]?.is ?? '')) return start;
  const [last, sign] = [pieces[start + 1], pieces[start + 2]];
  const isSigned =
    sign?.is === 'part' || sign?.is === 'hour-sign' || (sign?.is === 'unit' && sign.unit === 'hour');
  if (last?.is === 'clock') return start + (isSigned ? 3 : 2);
  return last?.is === 'number' && isSigned ? start + 3 : start;
}
