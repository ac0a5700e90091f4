import type { Temporal } from 'temporal-polyfill';
import { cut } from '../cut.ts';
import type { planSteps } from '../db/schema.ts';
import type { StepMove } from '../db/stored-json.ts';
import type { PersonTime } from '../time/person.ts';
import { fromLocal, toDate } from '../time/wall-time.ts';
import { clockWords, dayWords, momentWords } from '../time/when.ts';
import { atReminderHour, type DayOff, dayOff, isInWindow } from '../time/working-time.ts';
import { countTime, movedTime, placeTime } from './derive.ts';
import { defaultSpacingDays, type StepTiming, type Wish, wordsOf } from './wish.ts';

type Time = Temporal.ZonedDateTime;
type StepRow = typeof planSteps.$inferSelect;
type Explained = StepTiming & Wish & Pick<StepRow, 'countedFrom' | 'moves' | 'dueAt'>;
/** Puts instants into words, relative to when the step was counted. */
type Words = { day(time: Time): string; moment(time: Time): string };

/**
 * "Why then?" in one sentence: what the date was counted from, what moved it, whose clock it is, such as "Day 6 from
 * Mon 12 Oct is Sun 18 Oct, a weekend, so Mon 19 Oct; 09:00 is your reminder hour (Europe/Berlin)."
 */
export function explainDue(step: Explained, { away: _, ...always }: PersonTime): string {
  // An absence moves dates by moves of its own (derive.ts), and those are told.
  const person = { ...always, away: null };
  const zone = person.timeZone;
  if (step.anchor === 'pinned')
    return `You picked this time, ${step.dueAt ? momentWords(step.dueAt, step.dueAt, zone) : ''} (${zone}).`;
  const base = step.countedFrom === null ? null : fromLocal(step.countedFrom, zone);
  if (!base) return `“${step.timing}” waits for the ${step.anchor}: it has no date yet.`;
  const said = step.dueSource === 'timing' ? `“${step.timing}”` : wordsOf(step);
  const reason = step.dueSource === 'default' ? `Without a timing, ${defaultSpacingDays} days a step: ` : '';
  return `${reason}${said} ${step.keepsHour ? toTheMinute(step, base, person) : toTheDay(step, base, person)}`;
}

/** The reminder hour decides; days off and moves change the day. */
function toTheDay(step: Explained, base: Time, person: PersonTime): string {
  const words = wordsFrom(base, person);
  const counted = countTime(step, base, person) ?? base;
  const placed = placeTime(counted, step, person);
  const off = dayOff(counted.toPlainDate(), person);
  const rolled = off ? `, ${offWords(off)}, so ${words.day(placed)}` : '';
  const end = movedBy(step.moves, placed, person);
  const clock = clockWords(toDate(end), person.timeZone);
  // What was late comes at once, whatever the hour.
  const atHour = clock === clockWords(toDate(atReminderHour(end, person)), person.timeZone);
  const moved = moveWords(step.moves, atHour ? words.day(end) : words.moment(end));
  const hour = atHour ? `; ${clock} is your reminder hour` : '';
  return `${fromWords(step, words.day(base))} is ${words.day(counted)}${rolled}${moved}${hour} (${person.timeZone}).`;
}

/** The time of day was meant; it may lie outside the hours in which reminders come. */
function toTheMinute(step: Explained, base: Time, person: PersonTime): string {
  const words = wordsFrom(base, person);
  const counted = countTime(step, base, person) ?? base;
  const placed = placeTime(counted, step, person);
  const rolled = isInWindow(counted, person) ? '' : `, outside your hours, so ${words.moment(placed)}`;
  const moved = moveWords(step.moves, words.moment(movedBy(step.moves, placed, person)));
  return `is ${words.moment(counted)}${rolled}${moved} (${person.timeZone}).`;
}

function wordsFrom(base: Time, { timeZone }: PersonTime): Words {
  return {
    day: (time) => dayWords(toDate(time), toDate(base), timeZone),
    moment: (time) => momentWords(toDate(time), toDate(base), timeZone),
  };
}

function fromWords({ anchor }: Explained, day: string): string {
  if (anchor === 'previous') return `from the step before, ${day},`;
  return anchor === 'start' ? `from ${day}` : `from the ${anchor} on ${day}`;
}

function offWords({ why, name }: DayOff): string {
  return why === 'holiday' ? name : 'a weekend';
}

const movedBy = (moves: StepMove[], placed: Time, person: PersonTime): Time =>
  moves.reduce((time, move) => movedTime(time, move, person), placed);

/** All moves as one: where they lead, in words, and why. */
function moveWords(moves: StepMove[], end: string): string {
  if (moves.length === 0) return '';
  const causes = [...new Set(moves.map(causeWords))];
  return `, moved to ${end} ${causes.join(' and ')}`;
}

/** Enough of a title to know it by; the sentence is to fit into an alert. */
const maxQuoted = 40;

function causeWords({ because, title: whole }: StepMove): string {
  const title = cut(whole, maxQuoted);
  switch (because) {
    case 'order':
      return 'to follow the step before';
    case 'late':
      return `because “${title}” was done late`;
    case 'skipped':
      return title ? `because “${title}” was skipped late` : 'to follow a step that is gone';
    case 'edited':
      return `because “${title}” got a later date`;
    case 'event':
      return 'because that had passed already';
    case 'resumed':
      return 'because the plan was paused';
    case 'settings':
      return 'because your hours changed';
    case 'away':
      return 'because of your absence';
  }
}
