import { eventIn } from './event.ts';
import type { EventName } from './event-name.ts';
import { afterFillers, type Pieces } from './neighbours.ts';
import type { Piece } from './pieces.ts';
import { tokenize } from './tokenize.ts';
import { vocabularyFor } from './vocabulary.ts';

/** What a timing is counted from: the day the plan began, the step before, or an event of the lead. */
export type Anchor = 'start' | 'previous' | EventName;

/**
 * What a timing text counts from. "Two weeks after the demo" counts from the demo, "3 days later" from the step before,
 * "Day 3" and "next Friday" from the start. A negation or a "before" beside an event leaves it out of account.
 * @param language as in parseTiming
 */
export function anchorOf(text: string, language?: string): Anchor {
  const pieces = tokenize(text, vocabularyFor(language));
  return eventIn(pieces) ?? (isAfterStep(pieces) ? 'previous' : 'start');
}

/** The event a timing text counts from, also where it says no more than "after the demo"; null when there is none. */
export function eventOf(text: string, language?: string): EventName | null {
  return eventIn(tokenize(text, vocabularyFor(language)));
}

/** "3 days later", "2 days after the last email", "wait 2 days", "5 days without an answer"; not "3 days from now". */
function isAfterStep(pieces: Pieces): boolean {
  const isLong = pieces.some((piece, at) => piece.is === 'unit' && pieces[at - 1]?.is === 'number');
  return pieces.some((piece, at) => {
    if (piece.is === 'silence') return isLong;
    if (piece.is !== 'delay' || !(piece.trails || piece.waits) || piece.fromNow) return false;
    const objectAt = pieces[at + 1]?.is === 'stop' ? at + 2 : at + 1;
    const [before, after] = [pieces[at - 1], pieces[afterFillers(pieces, objectAt)]];
    const isLeading = piece.leads && (after?.is === 'number' || after?.is === 'unit');
    if (!piece.takesEvent) return before?.is === 'unit' || isLeading;
    return !isOfCalendar(after) && (after?.is !== 'number' || (isLong && piece.leads));
  });
}

/** What a timing counts from that says itself when it is: "after Day 3", "2 days after Friday". */
const isOfCalendar = (piece?: Piece) =>
  [
    'unit',
    'weekday',
    'date',
    'month',
    'clock',
    'part',
    'edge',
    'ahead',
    'quarter-sign',
    'fixed',
    'now',
  ].includes(piece?.is ?? '');
