import type { DueView } from '../time/when.ts';

export type StepAnchor = 'start' | 'previous' | 'demo' | 'call' | 'meeting' | 'reply' | 'contract' | 'pinned';

export type StepChannel = 'telegram' | 'email' | 'call' | 'linkedin' | 'meeting' | 'other';

export type StepView = {
  id: string;
  leadId: string;
  title: string;
  /** Why this step helps, one sentence; may be empty. */
  why: string;
  draft: string;
  /** How it reaches the lead; null when nobody said. */
  channel: StepChannel | null;
  /** The timing as it was written ("Day 3"), may be empty. */
  timing: string;
  status: 'open' | 'done' | 'skipped' | 'cancelled';
  /** What its date counts from. */
  anchor: StepAnchor;
  /** Null while it waits for the date of its event. */
  due: DueView | null;
  /** One sentence that answers "why then?". */
  dueWhy: string;
  /** When it was done, skipped or cancelled, "Tue 3 Feb, 09:12"; null while open. */
  settledAt: string | null;
  /** "Fri 6 Feb, 09:00" while the reminder is snoozed to another time than the step's; else null. */
  snoozed: string | null;
};
