import type { Unit } from '../units.ts';

/**
 * The words of one language. A list is words or phrases of up to four words, parted by commas; case and
 * accents do not matter. Every field is the part a word plays in the grammar (see ../pieces.ts).
 */
export type WordTable = {
  /** Counts as one before a unit: "a week". */
  articles?: string;
  numbers: Record<string, number>;
  units: Record<UnitName, string>;
  /** Units that, after a number above one, describe a thing: "30 minute meeting". */
  attributive?: string;
  fixed: Record<string, [amount: number, unit: Unit]>;
  /** Means now wherever it stands. */
  now: string;
  /** Means now only at the beginning or the end of a clause. */
  nowAtEdge: string;
  /** In front of a span: "in 3 days". */
  leads: string;
  /** Behind a span: "3 days later". */
  trails: string;
  /** Leads a unit without a number: Russian "через неделю". */
  impliesOne?: string;
  against: string;
  lasting: string;
  /** Opens a condition, so the span before it is complete: "3 days without a reply". */
  conditions: string;
  /** Says nothing about when: "about 3 more days". */
  fillers: string;
  /** Between two numbers: "3 to 5 days". */
  joiners: string;
  weekdays: string;
  /** Looks like a word above and is not: "now that", the German "am Morgen". */
  ignored?: string;
};

export type UnitName =
  | 'minute'
  | 'hour'
  | 'day'
  | 'businessDay'
  | 'week'
  | 'fortnight'
  | 'month'
  | 'quarter'
  | 'halfYear'
  | 'year';
