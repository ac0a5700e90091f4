import type { dueSource, leadStatus, pauseReason, reminderStatus, stepAnchor, stepStatus } from './schema.ts';

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
  /** The dates of the lead's events. */
  events: { event: 'demo' | 'call' | 'meeting' | 'reply' | 'contract'; happensLocal: string }[];
};
