import type { EventName } from './event-name.ts';
import type { Part } from './timing-type.ts';
import type { Span, Unit } from './units.ts';

/** How a word hangs on the one before: "30d" is glued, "30-day" hyphened. */
export type Link = 'glued' | 'hyphen' | 'free';

/**
 * What the pieces of a timing text mean to the grammar, in any language. `other` is a word or sign the grammar has no
 * use for; it still keeps its neighbours apart.
 */
export type Piece =
  | NumberPiece
  | UnitPiece
  /** A whole timing in itself: "tomorrow". */
  | { is: 'fixed'; span: Span }
  /** `anywhere`: also in the middle of a sentence ("reply immediately", but not "they now use ..."). */
  | { is: 'now'; anywhere: boolean }
  /** 1 = Monday. `unsure`: also another word ("sat"; Portuguese "quarta" is "fourth"). `hyphened`: "Tuesday-Thursday". */
  | { is: 'weekday'; weekday: number; unsure: boolean; hyphened?: boolean }
  /** 1 = January. */
  | { is: 'month'; month: number }
  /** "2026-03-04", "12.02.2026", and without a year "3/15". */
  | { is: 'date'; day: number; month: number; year: number | null }
  /** "3/5/7": no date, but after "Day" a list of days. */
  | { is: 'slashes'; first: number }
  /** "14:30", in minutes after midnight. */
  | { is: 'clock'; minutes: number }
  | PartPiece
  /** "Uhr", "o'clock". */
  | { is: 'hour-sign' }
  /** A time zone's name in letters, "CET". */
  | { is: 'zone'; zone: string }
  /** "Early", "end of". */
  | { is: 'edge'; part: Part }
  /** "This" (0), "next" (1), "after next" (2). `soon`: of a weekday it means the nearest one. */
  | { is: 'ahead'; ahead: number; soon: boolean }
  /** The Q of "Q2", the KW of "KW 12". */
  | { is: 'quarter-sign' | 'week-sign' }
  /** "15 числа": the number before it is a day of the month. */
  | { is: 'day-of-month' }
  /** "On": leads a day or a time of day. `clock`: the number behind it is an hour ("a las 9"); `ofMonth`: it is a day of the month ("el 15"). */
  | { is: 'on'; clock: boolean; ofMonth?: boolean }
  /**
   * Makes a span a delay: "in" leads it, "later" trails it, "after" does both and takes an event ("after the demo").
   * `impliesOne`: leads a unit without a number (Russian "через неделю"). `fromNow`: counted from the base itself.
   * `waits`: what comes next may be named behind the span ("give it 3 days before the call").
   */
  | {
      is: 'delay';
      leads: boolean;
      trails: boolean;
      takesEvent: boolean;
      impliesOne: boolean;
      fromNow: boolean;
      waits: boolean;
    }
  /** Leads a deadline: on that day ("by Friday": 0) or a day before ("before Friday": -1). */
  | { is: 'deadline'; shift: 0 | -1 }
  /** The T of "T+7 days": the base day by another name. */
  | { is: 'anchor' }
  /** "Ago", "every": whatever stands beside it is no delay from the base. `last`: "last". */
  | { is: 'against'; last?: boolean }
  /** "For", "during": the span that follows says how long, not when. */
  | { is: 'lasting' }
  /** "No", "silent": nothing comes, which is said with how long it may take. `denies`: "not", a verb's. */
  | { is: 'silence'; denies: boolean }
  /** Between two numbers or days; `range`: the one after is the end ("to"), otherwise another choice ("or"); `and`: or one of two parts. */
  | { is: 'joiner'; range: boolean; and?: boolean }
  /** Something a step may be counted from. */
  | { is: 'event'; name: EventName }
  /** "Booked", "request": the event beside it has not taken place. */
  | { is: 'not-yet' }
  /** "Once", "when": opens a condition, and takes an event. */
  | { is: 'once' }
  /** "And a half". */
  | { is: 'and-half' }
  /** "Check-in": a "30-day check-in" is due after 30 days, a "30-day trial" is not. */
  | { is: 'review' }
  /** `the`: a name may follow ("the Friday newsletter"). */
  | { is: 'filler'; the?: boolean }
  | { is: 'condition' | 'of' }
  /** "/"; `loose`: it may part what stands on either side. */
  | { is: 'per'; loose?: boolean }
  | { is: 'plus' | 'minus' | 'dash' | 'stop' | 'other' };

/**
 * `spelled`: written as a word. `article`: "a", which counts as one only right before a unit. `ordinal`: "3rd"; `ofMonth`: Russian "15-го".
 * `padded`: "09", as on a clock. `dotted`: day and month of "12.02", hour and minute of "10.30", and how many
 * digits the second has.
 */
export type NumberPiece = {
  is: 'number';
  value: number;
  spelled?: boolean;
  article?: boolean;
  ordinal?: boolean;
  ofMonth?: boolean;
  padded?: boolean;
  dotted?: readonly [number, number, digits: number];
};

/**
 * "Fortnight" is 2 weeks. `attributive`: may describe what follows ("30 minute meeting"). `working`: business hours.
 * `afternoon`: behind an hour it means p.m. (Russian "3 дня"). `singular`: behind a number it is a place ("3 день"). `link`: how it hangs on its number.
 */
export type UnitPiece = {
  is: 'unit';
  unit: Unit;
  size: number;
  attributive?: boolean;
  working?: boolean;
  afternoon?: boolean;
  singular?: boolean;
  link: Link;
};

/** "Morning": begins, usually means, ends, in minutes after midnight. `half`: "am", only with an hour or a day. */
export type PartPiece = { is: 'part'; from: number; at: number; until: number; half: boolean };
