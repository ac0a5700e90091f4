import type { Unit } from './units.ts';

/**
 * What the pieces of a timing text mean to the grammar, in any language.
 * `other` is a word or sign the grammar has no use for; it still keeps its neighbours apart.
 */
export type Piece =
  /** `spelled`: written as a word. `article`: "a", which counts as one only right before a unit. */
  | { is: 'number'; value: number; spelled?: boolean; article?: boolean }
  /** "fortnight" is 2 weeks. `attributive`: may describe what follows ("30 minute meeting", "30-day trial"). */
  | { is: 'unit'; unit: Unit; size: number; attributive?: boolean; glued?: boolean }
  /** A whole timing in itself: "tomorrow". */
  | { is: 'fixed'; amount: number; unit: Unit }
  /** `anywhere`: also in the middle of a sentence ("reply immediately", but not "they now use ..."). */
  | { is: 'now'; anywhere: boolean }
  /** Makes a span a delay: "in" leads it, "later" trails it, "after" does both, "через" may stand for "in a". */
  | { is: 'delay'; leads: boolean; trails: boolean; impliesOne: boolean }
  /** The T of "T+7 days": the base day by another name. */
  | { is: 'anchor' }
  /** "before", "ago", "every": whatever stands beside it is no delay from the base. */
  | { is: 'against' }
  /** "for", "during", "half": the span that follows says how long, not when. */
  | { is: 'lasting' }
  | { is: 'condition' | 'filler' | 'joiner' | 'weekday' }
  | { is: 'plus' | 'minus' | 'per' | 'dash' | 'stop' | 'other' };
