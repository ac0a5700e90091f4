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
  lasting: string;
  /** "No", "silent". */
  silence: string;
  /** "Not". */
  denials: string;
  /** Opens a condition, so the span before it is complete: "3 days if they ask". */
  conditions: string;
  /** "Once", "when". */
  once: string;
  /** Says nothing about when: "about 3 more days". */
  fillers: string;
  of: string;
  /** Between two choices: "Monday or Tuesday". */
  choices: string;
  /** Between the ends of a range: "Monday to Friday". */
  ranges: string;
  /** In front of a day or a time of day. */
  on: string;
  /** In front of an hour and nothing else: Spanish "a las". */
  atHour: string;
  /** Monday to Sunday. */
  weekdays: readonly string[];
  /** Weekdays that are other words too: they count only where nothing follows that they could describe. */
  unsureWeekdays: string;
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
  | 'businessDay'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'year';

export type DayPart = 'dawn' | 'am' | 'morning' | 'noon' | 'pm' | 'afternoon' | 'evening' | 'night' | 'close';
