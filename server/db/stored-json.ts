import type {
  dueSource,
  leadStatus,
  pauseReason,
  reminderStatus,
  stepAnchor,
  stepChannel,
  stepStatus,
} from './schema.ts';

/** The shapes of what is stored as JSON. Instants are ISO 8601 in UTC, wall times as everywhere. */

/** Why a step has another date than its timing says. */
export type MoveCause =
  /** An earlier step was done late, skipped when overdue, or given a later date. */
  | 'late'
  | 'skipped'
  | 'edited'
  /** It counts from an event, and would have been due before the person gave the event's date. */
  | 'event'
  /** The plan rested, or the person was away. */
  | 'resumed'
  | 'away'
  /** The person's hours, days or zone became others. */
  | 'settings'
  /** A weekend would have brought it together with the step before it. */
  | 'order';

export type StepMove = {
  /** Working days; 0 when only `notBefore` moved it. */
  by: number;
  because: MoveCause;
  /** The title of the step that caused it; '' when none did. */
  title: string;
  /** Wall time it cannot come before: what was late is not put into the past. */
  notBefore?: string;
};

/** One step that moved with an act, for the person. */
export type ToldMove = { stepId: string; title: string; from: string; to: string };

/** Rows as they were before an act; what a message in the chat has proved since is not taken back. */
export type ActSnapshot = {
  steps: {
    id: string;
    status: (typeof stepStatus.enumValues)[number];
    settledAt: string | null;
    anchor: (typeof stepAnchor.enumValues)[number];
    countedFrom: string | null;
    spacingDays: number | null;
    dueSource: (typeof dueSource.enumValues)[number];
    keepsHour: boolean;
    moves: StepMove[];
    snoozes: number;
    dueLocal: string | null;
    timeZone: string;
    dueAt: string | null;
    /** Only where the act changed them: its words, what its date was said to be, and its place in the plan. */
    title?: string;
    draft?: string;
    delayDays?: number | null;
    timing?: string;
    position?: number;
  }[];
  reminders: {
    id: string;
    stepId: string;
    dueAt: string;
    sendAt: string;
    snoozedAt: string | null;
    status: (typeof reminderStatus.enumValues)[number];
    attempts: number;
    sentAt: string | null;
    unconfirmedAt: string | null;
    nudgeAt: string | null;
    nudgedAt: string | null;
    lastError: string | null;
  }[];
  lead: {
    status: (typeof leadStatus.enumValues)[number];
    pausedAt: string | null;
    pauseReason: (typeof pauseReason.enumValues)[number] | null;
    waitingFor: string | null;
    wakeAt: string | null;
    wokenAt: string | null;
  };
  /** The time of the lead's owner, as text to be compared: with another one the dates were placed anew since. */
  ownTime: string;
  /** The list of proposed changes of which the act made those with these ids. */
  proposal?: { id: string; changes: number[] };
  /** The dates of the lead's events. */
  events: { event: 'demo' | 'call' | 'meeting' | 'reply' | 'contract'; happensLocal: string }[];
};

/** What a plan was made from, so that it can be named to the person. */
export type MadeFrom = {
  /** The provider's name of the model; null when a template wrote the plan. */
  model: string | null;
  /** The title of the template it follows; null when it follows none. */
  template: string | null;
  /** The lead's notes and history were read. */
  notes: boolean;
  playbook: boolean;
  /** How many of their example messages. */
  examples: number;
  /** Why a template stands in for the model: a sentence for the person; null when it does not. */
  fellBack: string | null;
};

/** A step of a template. `timing` is what a person reads and what is understood; `draft` is written for fillDraft. */
export type TemplateStep = {
  title: string;
  why: string;
  draft: string;
  timing: string;
  /** Days from the plan's start; null: the timing decides. */
  delayDays: number | null;
  channel: (typeof stepChannel.enumValues)[number] | null;
};

/** What becomes of one proposed change. gone: its step was done, dropped or changed by hand meanwhile. */
export type ChangeState = 'open' | 'accepted' | 'refused' | 'gone';

/** One line of a proposal; `id` is its place among the others, and stays. `why` is a sentence for the person. */
export type ProposedChange = { id: number; why: string; state: ChangeState } & (
  | { kind: 'add'; title: string; draft: string; timing: string; delayDays: number | null }
  /** `title` is the step's name when it was proposed. */
  | {
      kind: 'move';
      stepId: string;
      title: string;
      timing: string;
      delayDays: number | null;
      /** Once it was accepted: the dates it had and got; null where it has none. */
      told?: { from: string | null; to: string | null };
    }
  | { kind: 'reword'; stepId: string; title: string; newTitle: string; draft: string }
  | { kind: 'drop'; stepId: string; title: string }
);

/** A person on a confirm card; '' for what is not known. */
export type CapturedPerson = {
  name: string;
  company: string;
  role: string;
  telegram: string;
  email: string;
  phone: string;
  /** Where it came from: "forwarded from Anna, 12 Oct"; becomes the lead's source. */
  source: string;
  note: string;
  /** ISO 639-1, where it can be told. */
  language: string;
  /** The line of the file; null outside files. */
  line: number | null;
  state: 'open' | 'saved' | 'merged' | 'left-out';
  /** What it became, or was merged into. */
  leadId: string | null;
  /** The person said that they are somebody else than the lead that looks the same. */
  isNew: boolean;
};

/** A row of a file that is no person, and what is wrong with it in the user's words. */
export type SpoiltRow = { line: number; problem: string };
