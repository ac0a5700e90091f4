import { eventIn } from './event.ts';
import type { EventName } from './event-name.ts';
import { readPieces } from './grammar.ts';
import { opensClause, type Pieces } from './neighbours.ts';
import { tokenize } from './tokenize.ts';
import { vocabularyFor } from './vocabulary.ts';

/**
 * The event of a timing text that says nothing but how long after it: "2 days after the demo", "once they reply". Null
 * for words that name a time of their own beside the event: "in 3 weeks, after their reply", "Friday after the demo".
 */
export function eventOffset(text: string, language?: string): EventName | null {
  const pieces = tokenize(text, vocabularyFor(language));
  const event = eventIn(pieces);
  if (!event || hasClauses(pieces)) return null;
  const day = readPieces(pieces)?.day;
  if (!day) return event;
  // "In 3 weeks, once they reply": how long, and then a condition.
  return day.is === 'span' && !pieces.some(({ is }) => is === 'once') ? event : null;
}

const hasClauses = (pieces: Pieces) => pieces.slice(0, -1).some(opensClause);
