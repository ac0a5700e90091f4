import type { StepMove } from '../db/stored-json.ts';
import type { PersonTime } from '../time/person.ts';
import { fromLocal, inZone, toDate, toLocal } from '../time/wall-time.ts';
import { aroundAway } from './around-away.ts';
import { countTime, movedTime, type Placed, placedAt, placeTime, type Unplaced } from './derive.ts';
import { keepApart } from './keep-apart.ts';
import type { EventName } from './timing.ts';
import { isOfEvent, isRelative, type StepTiming, type Wish, wishOf } from './wish.ts';

/** When a step is due, and everything it follows from: the columns of its row. */
export type Due = Wish & { countedFrom: string | null; moves: StepMove[] } & (Placed | Unplaced);

/** The events of a lead that have a date, as wall times in its owner's zone. */
export type EventDates = Partial<Record<EventName, string>>;

/**
 * What dates are counted from: the plan's start, the step before (its due date, or when it was settled; null where there
 * is none to count from), events.
 */
export type Bases = { start: Date; previous: Date | null; events: EventDates };

/**
 * Places a step in the person's own time: counted from its anchor, then moved off days off and into the window. A step
 * whose event has no date waits without one. `index` is the step's place in the plan, from 0.
 */
export function scheduleStep(step: StepTiming, index: number, bases: Bases, person: PersonTime): Due {
  const said = wishOf(step, index);
  const isFirst = said.anchor === 'previous' && bases.previous === null;
  const wish: Wish = isFirst ? { ...said, anchor: 'start' } : said;
  const base = baseOf(wish, bases, person);
  if (!base)
    return { ...wish, countedFrom: null, moves: [], dueLocal: null, timeZone: person.timeZone, dueAt: null };
  const counted = countTime({ ...step, ...wish }, base, person);
  // "3 March 2025", said in 2026: words that name no day from here on are as good as none.
  if (!counted) return scheduleStep({ delayDays: null, timing: '' }, index, bases, person);
  const time = placeTime(counted, wish, person);
  const moves = isOfEvent(wish) && toDate(time) < bases.start ? [atOnce(bases.start, person)] : [];
  const placed = moves.reduce((at, move) => movedTime(at, move, person), time);
  return { ...wish, countedFrom: toLocal(base), moves, ...placedAt(placed) };
}

/** The event was a while ago, and what follows it would have been due: it comes now, inside the window. */
export function atOnce(now: Date, { timeZone }: PersonTime): StepMove {
  return { by: 0, because: 'event', title: '', notBefore: toLocal(inZone(now, timeZone)) };
}

/** The same for a step that is added to a plan: led around the person's absence. */
export function scheduleAdded(step: StepTiming, index: number, bases: Bases, person: PersonTime): Due {
  const due = { ...step, ...scheduleStep(step, index, bases, person) };
  return aroundAway([due], person)[0] ?? due;
}

function baseOf({ anchor }: Wish, { start, previous, events }: Bases, person: PersonTime) {
  if (anchor === 'start' || anchor === 'pinned') return inZone(start, person.timeZone);
  if (anchor === 'previous') return inZone(previous ?? start, person.timeZone);
  const local = events[anchor];
  return local === undefined ? null : fromLocal(local, person.timeZone);
}

/**
 * The steps of a whole plan with their dates. Where a weekend or the end of a day would bring two relative steps
 * together, the later one moves to the next working day; steps that were meant for the same day stay together. The
 * person's absence is led around.
 */
export function schedulePlan<Step extends StepTiming>(
  steps: Step[],
  bases: Bases,
  person: PersonTime,
): (Step & Due)[] {
  const placed: (Step & Due)[] = [];
  let before: (Step & Due) | null = null;
  for (const [index, step] of steps.entries()) {
    const previous = before?.dueAt ?? bases.previous;
    const due = scheduleStep(step, index, { ...bases, previous }, person);
    const ordered: Step & Due = before ? keepApart({ ...step, ...due }, before, person) : { ...step, ...due };
    placed.push(ordered);
    if (isRelative(ordered)) before = ordered;
  }
  return aroundAway(placed, person);
}

/** A moment the person picked, as wall time in their zone: it never moves by itself. Null when it is no date and time. */
export function pickedDue(local: string, person: PersonTime): (Due & Placed) | null {
  const time = fromLocal(local, person.timeZone);
  if (!time) return null;
  const wish = { dueSource: 'person', anchor: 'pinned', spacingDays: null, keepsHour: true } as const;
  return { ...wish, countedFrom: null, moves: [], ...placedAt(time) };
}

/** The instant a wall time of this person means; null when it is no date and time. */
export const instantOf = (local: string, person: PersonTime): Date | null => {
  const time = fromLocal(local, person.timeZone);
  return time && toDate(time);
};
