import type { PersonTime } from '../time/person.ts';
import { fromLocal, inZone, toDate, toLocal } from '../time/wall-time.ts';
import { deriveDue } from './derive.ts';
import { keepApart } from './keep-apart.ts';
import type { Step } from './lock-step.ts';
import { isOfEvent, isRelative } from './wish.ts';

/**
 * What holds when a person moves to another zone: "wall", what the clock shows there (09:00 stays 09:00); or "moment",
 * the instants of everything whose hour was meant, while day-based steps follow the reminder hour of the new zone.
 */
export type Keep = 'wall' | 'moment';

export type Moving = { from: PersonTime; to: PersonTime; keep: Keep; now: Date };

/**
 * The steps of one lead, in the order of the plan, that have another date or zone in the person's new time: those that
 * are not settled and still to come. Pure.
 */
export function retimeLead(steps: Step[], moving: Moving): { step: Step; after: Step }[] {
  const { from, to, now } = moving;
  const otherDays = !sameDays(from, to);
  let before: Step | null = null;
  const retimed: { step: Step; after: Step }[] = [];
  for (const step of steps) {
    // Those of a closed lead too, for the day it is opened again.
    const isLeft = step.status === 'open' || step.status === 'cancelled';
    const isComing = isLeft && step.dueAt !== null && step.dueAt > now;
    const carried = isComing ? carry(step, moving) : step;
    // The others are looked at only for what comes after them.
    const placed = isComing || otherDays ? place(carried, to) : step;
    // Other days off bring other steps together than those that were kept apart so far.
    const ordered: Step = otherDays && before ? keepApart(placed, before, to) : placed;
    const after = isComing ? notPast(ordered, step, moving) : ordered;
    if (isRelative(after) && after.dueAt) before = after;
    const same = after.dueAt?.getTime() === step.dueAt?.getTime() && after.timeZone === step.timeZone;
    if (isComing && !same) retimed.push({ step, after });
  }
  return retimed;
}

/** A wall time of the old zone as what the clock of the new zone shows at that instant. */
export function carryLocal(local: string, { from, to }: Pick<Moving, 'from' | 'to'>): string {
  const time = fromLocal(local, from.timeZone);
  if (!time) throw new Error(`stored time is no date and time: ${local}`);
  return toLocal(inZone(toDate(time), to.timeZone));
}

/** What was still to come does not go into the past: it comes at once inside the window, a pinned one at its moment. */
function notPast(after: Step, before: Step, { to, now }: Moving): Step {
  if (!after.dueAt || after.dueAt >= now || !before.dueAt) return after;
  if (after.anchor === 'pinned')
    return place({ ...after, dueLocal: toLocal(inZone(before.dueAt, to.timeZone)) }, to);
  const notBefore = toLocal(inZone(now, to.timeZone));
  const moves = [...after.moves, { by: 0, because: 'settings' as const, title: '', notBefore }];
  return place({ ...after, moves }, to);
}

const place = (step: Step, person: PersonTime): Step => ({ ...step, ...deriveDue(step, person) });

/** The step so that its new date is derived from the same instants, where "moment" asks for it. */
function carry(step: Step, moving: Moving): Step {
  const { from, to, keep } = moving;
  const isMeant = step.keepsHour || isOfEvent(step);
  if (keep === 'wall' || from.timeZone === to.timeZone || !isMeant || !step.dueAt) return step;
  const dueLocal = toLocal(inZone(step.dueAt, to.timeZone));
  if (step.anchor === 'pinned' || step.countedFrom === null) return { ...step, dueLocal };
  const counted = { ...step, countedFrom: carryLocal(step.countedFrom, moving) };
  if (!step.keepsHour || deriveDue(counted, to).dueAt?.getTime() === step.dueAt.getTime()) return counted;
  // "Tomorrow at 14:00" is another instant there, or outside the hours: the person wants this one.
  return { ...step, anchor: 'pinned', dueSource: 'person', countedFrom: null, moves: [], dueLocal };
}

const sameDays = (a: PersonTime, b: PersonTime) =>
  a.workingDays.join() === b.workingDays.join() &&
  a.holidays === b.holidays &&
  a.countWorkingDays === b.countWorkingDays;
