import type { EventName } from '../event-name.ts';
import type { Part } from '../timing-type.ts';
import type { Unit } from '../units.ts';

/**
 * The words of one language. A list is words or phrases parted by commas; case, accents and hyphens do not matter.
 * Every field is the part a word plays in the grammar (see ../pieces.ts). Where a word is listed twice, the field that
 * stands first here decides.
 */
export type WordTable = {
  /** Looks like a word below and is not: "now that", "Black Friday". */
  ignored: string;
  /** Written as another phrase of this table: "tonight" is "this evening". */
  same: Record<string, string>;
  articles: string;
  numbers: Record<string, number>;
  /** "First", "second": phrases for 1, 2, 3 and so on. */
  ordinals: readonly string[];
  units: Partial<Record<UnitName, string>>;
  /** Units that, after a number above one, describe a thing: "30 minute meeting". */
  attributive?: string;
  /** Units that say which half of the day when they follow an hour: Russian "в 3 дня". */
  afternoonUnits?: string;
  /** Units that after a number above one name its place, not how many: Russian "3 день". */
  singularUnits?: string;
  fixed: Record<string, [amount: number, unit: Unit]>;
  /** Means now wherever it stands. */
  now: string;
  /** Means now only at the beginning or the end of a clause. */
  nowAtEdge: string;
  /** In front of a span: "in 3 days". */
  leads: string;
  /** In front of a span that lasts until what comes next: "give it 3 days before the next call". */
  waits: string;
  /** Behind a span: "3 days later". */
  trails: string;
  /** Behind a span that is counted from the base itself: "3 days from now". */
  fromNow: string;
  /** Both, and in front of an event: "after the demo". */
  after: string;
  /** Behind a span and in front of an event, but never in front of a span: "3 days since the demo". */
  since: string;
  /** Leads a unit without a number: Russian "через неделю", "within the week". */
  impliesOne: string;
  /** "By Friday". */
  by: string;
  /** "Before Friday". */
  before: string;
  against: string;
  /** "Last": against, except in "the last Friday of the month". */
  last: string;
  lasting: string;
  /** "No", "silent". */
  silence: string;
  /** "Not". */
  denials: string;
  /** Opens a condition, so the span before it is complete: "3 days if they ask". */
  conditions: string;
  /** "Once", "when". */
  once: string;
  /** "The": says nothing about when, but that a name may follow ("the Friday newsletter"). */
  the?: string;
  /** Says nothing about when: "about 3 more days". */
  fillers: string;
  of: string;
  /** Between two choices, or two parts of a sum: "1 day and 3 hours". */
  and: string;
  /** Between two choices: "Monday or Tuesday". */
  choices: string;
  /** Between the ends of a range: "Monday to Friday". */
  ranges: string;
  /** In front of a day or a time of day. */
  on: string;
  /** In front of a day, and with a number a day of the month: Spanish "el 15", "el día 15". */
  onDay?: string;
  /** In front of an hour and nothing else: Spanish "a las". */
  atHour: string;
  /** Monday to Sunday. */
  weekdays: readonly string[];
  /** Weekdays that are other words too: they count only where nothing follows that they could describe. */
  unsureWeekdays: string;
  /** Words that look like a slip in a word for a day, a unit or a month, and are none: "mouths". */
  lookalikes: string;
  /** "Mondays": again and again. */
  recurring: string;
  /** January to December. */
  months: readonly string[];
  parts: Partial<Record<DayPart, string>>;
  edges: Partial<Record<Part, string>>;
  ahead: { this: string; next: string; soon: string; afterNext: string };
  hourSign: string;
  quarterSign: string;
  /** The sign of a calendar week: German "KW 12". */
  weekSign?: string;
  dayOfMonth?: string;
  andHalf: string;
  reviews: string;
  events: Record<EventName, string>;
  notYet: string;
  /** Words that texts in other languages must not be read with, mostly abbreviations: German "so", "do". */
  own?: string;
};

export type UnitName =
  | 'minute'
  | 'halfHour'
  | 'hour'
  | 'businessHour'
  | 'day'
  | 'halfDay'
  | 'businessDay'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'year';

export type DayPart = 'dawn' | 'am' | 'morning' | 'noon' | 'pm' | 'afternoon' | 'evening' | 'night' | 'close';
