import { Temporal } from 'temporal-polyfill';
import type { planSteps } from '../db/schema.ts';
import type { StepMove } from '../db/stored-json.ts';
import type { PersonTime } from '../time/person.ts';
import { isWorkingDay } from '../time/working-time.ts';
import { deriveDue } from './derive.ts';
import { isRelative, type StepTiming, type Wish } from './wish.ts';

type StepRow = typeof planSteps.$inferSelect;
/** As much of a step as its date follows from. */
export type Dated = StepTiming &
  Wish &
  Pick<StepRow, 'countedFrom' | 'moves' | 'dueLocal' | 'timeZone' | 'dueAt'>;

/** First and last day of an absence, "2026-08-01". */
export type Period = { from: string; until: string };

/** What a move because of this absence is called, so that it can be found again. */
const titleOf = ({ from, until }: Period) => `${from}/${until}`;

/**
 * Open steps of one lead, in the order of the plan, led around the person's absence: the first relative one that is due
 * within it and all relative ones after that come as many working days later as the absence takes, so that the rest of
 * the wait goes on afterwards and the plan keeps its spacing. Pinned steps and those of an event stay: the sender holds
 * them until the return. A step that was moved for this absence already is not moved twice. Pure.
 */
export function aroundAway<Step extends Dated>(steps: readonly Step[], person: PersonTime): Step[] {
  const { away } = person;
  const by = away ? workingDaysAway(away, person) : 0;
  if (!away || by === 0) return [...steps];
  const move: StepMove = { by, because: 'away', title: titleOf(away) };
  let pushed = false;
  return steps.map((step) => {
    if (!isRelative(step) || step.dueLocal === null || isMovedFor(step, away)) return step;
    const day = step.dueLocal.slice(0, 10);
    pushed ||= day >= away.from && day <= away.until;
    // What was due before it stays overdue.
    return pushed && day >= away.from ? withMoves(step, [...step.moves, move], person) : step;
  });
}

/** The same step without what an absence has added to it, and its date without that. Pure. */
export function withoutAbsence<Step extends Dated>(step: Step, absence: Period, person: PersonTime): Step {
  if (!isMovedFor(step, absence)) return step;
  const moves = step.moves.filter((move) => !isFor(move, absence));
  return withMoves(step, moves, person);
}

/** The step with these moves, and the date they give it. Pure. */
export const withMoves = <Step extends Dated>(step: Step, moves: StepMove[], person: PersonTime): Step => ({
  ...step,
  moves,
  ...deriveDue({ ...step, moves }, person),
});

/** How many days the person would have worked, had they not been away. */
function workingDaysAway({ from, until }: Period, person: PersonTime): number {
  const here = { ...person, away: null };
  let count = 0;
  for (let day = Temporal.PlainDate.from(from); day.toString() <= until; day = day.add({ days: 1 }))
    if (isWorkingDay(day, here)) count++;
  return count;
}

const isFor = (move: StepMove, absence: Period) => move.because === 'away' && move.title === titleOf(absence);
const isMovedFor = ({ moves }: Dated, absence: Period) => moves.some((move) => isFor(move, absence));
