import type { DueView } from '../time/when.ts';

/** What a reminder is about: enough to name it and to open it. */
export type ReminderSubject = {
  stepId: string;
  leadId: string;
  title: string;
  leadName: string;
  company: string | null;
};

export type NextReminder = ReminderSubject & {
  /** When it is sent: due, snoozed to, or put off to. */
  due: DueView;
  /** now: being sent, or as good as; held: it has its date, but Telegram lets nothing through to this person. */
  state: 'planned' | 'now' | 'held';
};

export type DeliveryTrouble = ReminderSubject & {
  /**
   * held: Telegram refuses our messages; unconfirmed: nobody knows whether it arrived; failed: given up after several
   * tries; waiting: not delivered yet, and tried again.
   */
  kind: 'held' | 'unconfirmed' | 'failed' | 'waiting';
  /** Why, and since when: sentences. */
  why: string;
  /** What happens next: a sentence. */
  next: string;
};

export type PollerView = {
  name: string;
  /** "Looked for due reminders", "Could not look for due reminders". */
  what: string;
  /** "20 seconds ago"; null when it has not run since the program started. */
  ago: string | null;
  ok: boolean;
};

/** What shows that reminders arrive, or why they do not. */
export type DeliveryProof = {
  /** At most five, the earliest first. */
  next: NextReminder[];
  /** At most ten, the newest first. */
  troubles: DeliveryTrouble[];
  pollers: PollerView[];
};

/** A person whose messages Telegram refuses. */
export type HeldView = {
  /** How many reminders wait until they press Start. */
  count: number;
  /** t.me link of the bot, to press Start there. */
  botLink: string;
};
