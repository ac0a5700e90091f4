import { closesClause, isAfter, isWait, leads, type Pieces, type Reading } from '../neighbours.ts';
import type { PartPiece, Piece } from '../pieces.ts';
import type { Clock } from '../timing-type.ts';
import { HOUR, type Signs } from './clock-hour.ts';
import { clockTime } from './clock-time.ts';

const NOTHING_SAID: Signs = { hour: false, unit: false };

/** Pieces that a time of day may begin with. */
const BEGINNINGS = new Set(['number', 'clock', 'part', 'edge']);

/** "10am", "14:30 Uhr", "9 de la mañana", "in the morning", "end of the day": a time of day wherever it stands. */
export function clock(pieces: Pieces, start: number): Reading<Clock> {
  if (!BEGINNINGS.has(pieces[start]?.is ?? 'other')) return undefined;
  const lead = pieces[start - 1];
  // "A las 9", "um 10", where nothing follows that could be counted.
  const isHour = lead?.is === 'on' && lead.clock && closesClause(pieces[start + 1]);
  return named(pieces, start) ?? clockTime(pieces, start, isHour ? { hour: true, unit: true } : NOTHING_SAID);
}

/** The same behind a day, where an hour needs less to show that it is one: "Friday at 10", "Monday 09", "amanhã 14h". */
export function clockBehind(pieces: Pieces, start: number): Reading<Clock> {
  let from = start;
  let lead: Piece | undefined;
  for (; from < start + 4; from++) {
    const piece = pieces[from];
    if (isLead(piece)) lead = piece;
    else if (!piece || !['stop', 'dash', 'filler', 'anchor', 'of'].includes(piece.is)) break;
  }
  const piece = pieces[from];
  if (piece?.is === 'part') return partOfDay(pieces, from, piece);
  const isTouching = from === start && piece?.is === 'number';
  const hour = lead ? isHourAfter(lead, pieces, from) : isTouching && Boolean(piece.padded);
  return named(pieces, from) ?? clockTime(pieces, from, { hour, unit: isTouching || lead?.is === 'on' });
}

const isLead = (piece?: Piece) =>
  piece?.is === 'on' || piece?.is === 'deadline' || (leads(piece) && !isWait(piece)) || isAfter(piece);

/** "After 14 is fine" is an hour, "after 2 emails" is not. */
function isHourAfter(lead: Piece, pieces: Pieces, at: number): boolean {
  const [number, next] = [pieces[at], pieces[at + 1]];
  if (!isAfter(lead) || number?.is !== 'number') return true;
  return number.value >= 7 || !next || closesClause(next);
}

function named(pieces: Pieces, start: number): Reading<Clock> {
  const piece = pieces[start];
  if (piece?.is === 'part' && !piece.half) return partOfDay(pieces, start, piece);
  return piece?.is === 'edge' ? edgeOfDay(pieces, start) : undefined;
}

/** A part of the day, "noon ET", or the time within it that follows: "morning at 9". */
function partOfDay(pieces: Pieces, start: number, part: PartPiece): Reading<Clock> {
  let from = start + 1;
  while (from < start + 3 && (isLead(pieces[from]) || pieces[from]?.is === 'stop')) from++;
  const isLed = isLead(pieces[from - 1]);
  const within = part.half ? undefined : clockTime(pieces, from, { hour: isLed, unit: isLed });
  const zone = pieces[start + 1];
  if (!within && zone?.is === 'zone')
    return { value: { minutes: part.at, until: part.until, zone: zone.zone }, next: start + 2 };
  if (!within) return { value: { minutes: part.at, until: part.until }, next: start + 1 };
  const isSooner = part.from >= 12 * HOUR && within.value.minutes < 12 * HOUR;
  const minutes = within.value.minutes + (isSooner ? 12 * HOUR : 0);
  return { value: { minutes, until: minutes, zone: within.value.zone }, next: within.next };
}

/** "End of the day", "end of tomorrow", "start of Day 3": the day itself is read from what follows. */
function edgeOfDay(pieces: Pieces, start: number): Reading<Clock> {
  const edge = pieces[start];
  let next = start + 1;
  while (next < start + 4 && ['of', 'filler'].includes(pieces[next]?.is ?? '')) next++;
  const day = pieces[next];
  const isDay = day?.is === 'unit' && (day.unit === 'day' || day.unit === 'business-day') && day.size === 1;
  if (edge?.is !== 'edge' || edge.part === 'whole') return undefined;
  if (!isDay && day?.is !== 'fixed' && day?.is !== 'now') return undefined;
  const minutes = { start: 9, middle: 12, late: 17, end: 17 }[edge.part] * HOUR;
  const isNamed = !isDay || pieces[next + 1]?.is === 'number';
  return { value: { minutes, until: 24 * HOUR }, next: isNamed ? next : next + 1 };
}
