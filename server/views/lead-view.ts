import type { MadeFrom } from '../db/stored-json.ts';
import type { LeadStatus } from '../leads/status.ts';
import type { Stage } from '../plans/draft.ts';
import type { EventName } from '../plans/timing.ts';
import type { DueView } from '../time/when.ts';
import type { EventView, WaitingView } from './event-view.ts';
import type { ProposalView } from './proposal-view.ts';
import type { RewordingView } from './rewordings.ts';
import type { StepView } from './step-view.ts';

export type PauseView = {
  reason: 'paused' | 'replied' | 'waiting';
  waitingFor: string | null;
  /** The day on which the person hears of it again, "Mon 26 Oct"; null for never by itself. */
  wakes: string | null;
  /** The same as a date input holds it, "2026-10-26", as long as it is ahead. */
  wakeDay: string | null;
};

export type LeadCard = {
  id: string;
  name: string;
  company: string | null;
  role: string | null;
  status: LeadStatus;
  /** Settled (done or skipped), and all steps of the plan but those that were cancelled. */
  progress: { settled: number; total: number };
  /** `snoozed`: "Fri 6 Feb, 09:00" while its reminder is put off to then. */
  next: { stepId: string; title: string; due: DueView; snoozed: string | null } | null;
  /** The event without a date that the next step waits for; null while a step has a date, and when none is open. */
  waitsFor: EventName | null;
  /** Why the plan rests; null while it runs. */
  pause: PauseView | null;
  /**
   * drafting: a worker has been asked; failed: drafting gave up, offer retry or steps by hand; stopped: there is no plan
   * because the person stopped it; none: no plan, nobody asked.
   */
  planState: 'drafting' | 'ready' | 'failed' | 'stopped' | 'none';
};

export type ActivityView = {
  id: string;
  kind:
    | 'created'
    | 'note'
    | 'plan'
    | 'added'
    | 'removed'
    | 'done'
    | 'skipped'
    | 'reopened'
    | 'snoozed'
    | 'status'
    | 'edited'
    | 'moved'
    | 'undone'
    | 'paused'
    | 'resumed'
    | 'event'
    | 'restored'
    | 'merged'
    | 'reviewed'
    | 'reworded';
  text: string;
  /** "Tue 3 Feb, 17:40" in the person's zone. */
  when: string;
};

export type LeadDetail = LeadCard & {
  telegram: string | null;
  email: string | null;
  phone: string | null;
  source: string | null;
  notes: string;
  /** In which drafts are written (ISO 639-1); null: as the notes are. */
  language: string | null;
  /** No model reads or writes about this lead. */
  modelOff: boolean;
  /**
   * `ends`: "Mon 23 Feb", the last open step's date; null when nothing is open. draftedBy "person" = written by hand,
   * "model" = by a model. `source`: who wrote it and from what, in a sentence; null when there is nothing to say.
   */
  plan: {
    title: string;
    draftedBy: string;
    madeFrom: MadeFrom | null;
    source: string | null;
    ends: string | null;
  } | null;
  /** What news changes in the plan, while there is something to decide or to tell; null otherwise. */
  proposal: ProposalView | null;
  /** Steps of which another draft was asked for, or written. */
  rewordings: RewordingView[];
  /** Null while nothing is being written. */
  work: WorkView | null;
  steps: StepView[];
  /** Events that have a date, or that open steps count from. */
  events: EventView[];
  /** How many steps were cancelled when the lead was closed, and can be restored. */
  cancelled: number;
  activities: ActivityView[];
};

/** What is being written for a lead, and how far it is; `stepId` is the step that gets another draft. */
export type WorkView = { kind: 'plan' | 'review' | 'draft'; stage: Stage; stepId: string | null };

/** A lead as the Mini App shows it: with a link that opens it from outside the chat, for its owner only. */
export type LeadPage = LeadDetail & {
  link: string /** A model may write about this lead. */;
  writes: boolean;
};

export type LeadsView = {
  leads: LeadCard[];
  /** Of all leads of the person, whatever the filter: open ones (not won or lost), and those with an overdue step. */
  open: number;
  overdue: number;
  /** How many leads have each status, whatever the filter. */
  counts: Record<LeadStatus, number>;
};

export type TodayStep = StepView & { due: DueView; leadName: string; company: string | null };

export type TodayView = {
  /** "Tuesday, 3 February" */
  dateWords: string;
  /** Of what was to do today (overdue included): settled today, and all. */
  settled: number;
  total: number;
  overdue: TodayStep[];
  /** Today's steps, those settled today included. */
  today: TodayStep[];
  /** The next seven days. */
  soon: TodayStep[];
  /** Leads with steps that wait for the date of an event. */
  waiting: WaitingView[];
  /** How many leads the person has at all: 0 shows the welcome. */
  leadCount: number;
};
