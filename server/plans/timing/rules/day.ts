import type { Pieces, Reading } from '../neighbours.ts';
import type { Piece } from '../pieces.ts';
import type { Day } from '../timing-type.ts';
import { date } from './date.ts';
import { anchored, bareUnit, impliedOne } from './delay.ts';
import { fixed, now } from './now.ts';
import { nthWeekday } from './nth-weekday.ts';
import { ordinal } from './ordinal.ts';
import { ordinalUnit } from './ordinal-unit.ts';
import { firstOf, period } from './period.ts';
import { span } from './span.ts';
import { weekday } from './weekday.ts';

type Rule = (pieces: Pieces, at: number) => Reading<Day>;
type Rules = Partial<Record<Piece['is'], readonly Rule[]>>;

/** Which rules a piece may begin. */
const CALENDAR: Rules = {
  number: [nthWeekday, date, firstOf],
  against: [nthWeekday],
  date: [date],
  month: [date, period],
  weekday: [weekday],
  ahead: [weekday, period],
  edge: [period],
  'quarter-sign': [period],
  'week-sign': [period],
  unit: [date, period],
};
const DELAYS: Rules = {
  number: [ordinalUnit, span],
  unit: [ordinal, bareUnit],
  now: [now],
  fixed: [fixed],
  anchor: [anchored],
  delay: [impliedOne],
};

/** A day of the calendar, whatever stands around it. */
export const calendarDay = (pieces: Pieces, at: number) => first(CALENDAR, pieces, at);

/** So long after the base; the rules look around for what would make it no delay. */
export const delayDay = (pieces: Pieces, at: number) => first(DELAYS, pieces, at);

function first(rules: Rules, pieces: Pieces, at: number): Reading<Day> {
  const piece = pieces[at];
  const begun = piece && rules[piece.is];
  if (!begun) return undefined;
  for (const rule of begun) {
    const reading = rule(pieces, at);
    if (reading !== undefined) return reading;
  }
  return undefined;
}
