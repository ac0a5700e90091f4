import type { EventName } from '../plans/timing.ts';

/** An event of a lead that steps count from, or that has a date. */
export type EventView = {
  event: EventName;
  /** "Thu 15 Oct, 14:00"; null while it has no date. */
  words: string | null;
  /** Wall time in the person's zone, "2026-10-15T14:00": the value of a datetime-local input; null without a date. */
  local: string | null;
  /** How many open steps count from it. */
  steps: number;
};

/** A lead with steps that wait for the date of an event. */
export type WaitingView = {
  leadId: string;
  leadName: string;
  company: string | null;
  event: EventName;
  /** How many of its steps wait for that. */
  steps: number;
};
