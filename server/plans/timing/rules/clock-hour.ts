import { afternoon } from '../digits.ts';
import { closesClause, type Found, type Pieces } from '../neighbours.ts';
import type { NumberPiece, PartPiece, Piece } from '../pieces.ts';

/** Minutes. */
export const HOUR = 60;

/** What shows that a number is a time of day: `hour` by itself ("at 10"), `unit` with an hour's sign ("às 14h"). */
export type Signs = { hour: boolean; unit: boolean };

/** Minutes after midnight. */
export type Time = Found<number>;

/** The time of day that begins with a number; undefined where nothing shows that it is one. */
export function hourAt(pieces: Pieces, start: number, number: NumberPiece, signs: Signs): Time | undefined {
  const next = pieces[start + 1];
  if (number.spelled || number.ordinal || number.value > 24) return undefined;
  if (number.dotted) {
    const [hour, minute, digits] = number.dotted;
    const isTime = digits === 2 && minute < 60 && (next?.is === 'hour-sign' || signs.hour);
    return isTime
      ? { value: hour * HOUR + minute, next: start + (next?.is === 'hour-sign' ? 2 : 1) }
      : undefined;
  }
  const hour = number.value;
  if (next?.is === 'part') return { value: inHalf(hour, next), next: start + 2 };
  if (next?.is === 'hour-sign') return withMinutes(pieces, start, hour);
  if (next?.is === 'unit') return withUnit(pieces, start, hour, signs);
  return beginning(pieces, start, hour) ?? (signs.hour && isBare(next) ? bare(number, start) : undefined);
}

const bare = ({ value, padded }: NumberPiece, start: number): Time => ({
  value: (padded ? value : afternoon(value)) * HOUR,
  next: start + 1,
});

/** What may follow an hour that stands for itself; a month or a percentage makes it something else. */
const isBare = (next?: Piece) =>
  closesClause(next) || ['other', 'zone', 'on', 'joiner', 'filler', 'deadline'].includes(next?.is ?? '');

/** "10 Uhr", "10 Uhr 30", "8 Uhr abends". */
function withMinutes(pieces: Pieces, start: number, hour: number): Time {
  const next = pieces[start + 2];
  if (next?.is === 'part') return { value: inHalf(hour, next), next: start + 3 };
  const isMinute = next?.is === 'number' && next.value < 60 && pieces[start + 3]?.is !== 'unit';
  return { value: hour * HOUR + (isMinute ? next.value : 0), next: start + (isMinute ? 3 : 2) };
}

/** "14h", "9h30", "15 часов", "3 дня" (3 p.m.): a time of day where one is expected, otherwise a duration. */
function withUnit(pieces: Pieces, start: number, hour: number, signs: Signs): Time | undefined {
  const [unit, after] = [pieces[start + 1], pieces[start + 2]];
  if (unit?.is !== 'unit') return undefined;
  if (unit.afternoon && signs.hour && hour <= 6) return { value: (hour + 12) * HOUR, next: start + 2 };
  if (unit.unit !== 'hour') return undefined;
  // "1h30" is how long, unless a time of day is expected.
  const mayBeTime = signs.hour || signs.unit || hour >= 7;
  const isGlued = unit.link === 'glued' && after?.is === 'number' && after.value < 60;
  if (isGlued && mayBeTime && pieces[start + 3]?.is !== 'unit')
    return { value: hour * HOUR + after.value, next: start + 3 };
  if (after?.is === 'part') return { value: inHalf(hour, after), next: start + 3 };
  const isExpected = signs.unit && (signs.hour || unit.link === 'glued') && after?.is !== 'delay';
  return isExpected ? { value: afternoon(hour) * HOUR, next: start + 2 } : undefined;
}

/** "9-11 am", "6 to 8 pm": when it begins. */
function beginning(pieces: Pieces, start: number, hour: number): Time | undefined {
  const [between, last, half] = [pieces[start + 1], pieces[start + 2], pieces[start + 3]];
  if (between?.is !== 'joiner' && between?.is !== 'dash') return undefined;
  if (last?.is !== 'number' || half?.is !== 'part') return undefined;
  return { value: hour < last.value ? inHalf(hour, half) : hour * HOUR, next: start + 4 };
}

/** An hour in that half of the day: 12 am is midnight, 12 pm noon, "8 in the evening" 20. */
export function inHalf(hour: number, { from, half }: PartPiece): number {
  const isAfternoon = from >= 12 * HOUR;
  if (hour >= 12) return (hour === 12 && !isAfternoon && half ? 0 : hour) * HOUR;
  return (isAfternoon ? hour + 12 : hour) * HOUR;
}
