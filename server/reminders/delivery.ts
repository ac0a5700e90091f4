/**
 * The life of a reminder, as a pure state machine: what may happen to it in which state, and what it comes to. The SQL
 * of this folder does the same in bulk, and a test compares the two over every event, status and fact.
 */
export type ReminderStatus =
  | 'pending'
  | 'sending'
  | 'sent'
  | 'unconfirmed'
  | 'held'
  | 'failed'
  | 'done'
  | 'skipped'
  | 'cancelled';

/** What the state depends on besides the status: these outlive a "done" that is taken back. */
export type Facts = {
  status: ReminderStatus;
  /** An instance has it in flight. */
  inFlight: boolean;
  /** Telegram took a message for this due date. */
  sent: boolean;
  /** Nobody knows whether an earlier message for this due date arrived. */
  unconfirmed: boolean;
};

const alive = ['pending', 'sending', 'sent', 'unconfirmed', 'held', 'failed'] as const;
const all = [...alive, 'done', 'skipped', 'cancelled'] as const;

type Transition = { from: readonly ReminderStatus[]; to: ReminderStatus | 'where it stands' };

/** Every event in the life of a reminder. */
export const transitions = {
  /** The sender takes it up; committed before anything is sent. */
  claim: { from: ['pending', 'unconfirmed'], to: 'sending' },
  /** Telegram took the message; an answer that comes after the lease ran out counts all the same. */
  deliver: { from: ['sending', 'unconfirmed'], to: 'sent' },
  /** For sure not delivered, or not even tried: it comes again. */
  return: { from: ['sending'], to: 'where it stands' },
  /** For sure not delivered, and tried often enough. */
  exhaust: { from: ['sending'], to: 'failed' },
  /** Nobody knows: a time-out after the request left, a 5xx, a sender that died. */
  lose: { from: ['sending'], to: 'unconfirmed' },
  /** Telegram refuses messages to this person. */
  hold: { from: ['pending', 'unconfirmed', 'sending'], to: 'held' },
  /** The person can be reached again. */
  release: { from: ['held'], to: 'where it stands' },
  /** The step was done or skipped, wherever its reminder is on its way. */
  finish: { from: all, to: 'done' },
  skip: { from: all, to: 'skipped' },
  /** That was taken back. */
  reopen: { from: ['done', 'skipped'], to: 'where it stands' },
  /** A new date, for the step or only for its reminder. */
  reschedule: { from: all, to: 'pending' },
  snooze: { from: alive, to: 'pending' },
  /** Not acted on: the step is told of once more, at the next window. */
  nudge: { from: ['sent'], to: 'pending' },
  /** The lead was closed, and opened again. */
  cancel: { from: alive, to: 'cancelled' },
  restore: { from: ['cancelled'], to: 'where it stands' },
} as const satisfies Record<string, Transition>;

export type ReminderEvent = keyof typeof transitions;

/** The states in which `event` may happen. */
export const statesBefore = (event: ReminderEvent): ReminderStatus[] => [...transitions[event].from];

/** What an open reminder is, by its facts alone: the rule for everything that comes back. */
export function whereItStands({ inFlight, sent, unconfirmed }: Omit<Facts, 'status'>): ReminderStatus {
  if (inFlight) return 'sending';
  if (sent) return 'sent';
  return unconfirmed ? 'unconfirmed' : 'pending';
}

/** What a reminder comes to by `event`; null when that cannot happen to it now, and nothing changes. */
export function transition(event: ReminderEvent, facts: Facts): ReminderStatus | null {
  const { from, to }: Transition = transitions[event];
  if (!from.includes(facts.status)) return null;
  // Given a new date while its message is on its way: that has to end first.
  if (event === 'claim' && facts.inFlight) return null;
  if (to !== 'where it stands') return to;
  // A claim ends with its outcome.
  return whereItStands(event === 'return' ? { ...facts, inFlight: false } : facts);
}

/** After this many refusals a reminder rests as "failed": it is shown as overdue, and why. */
export const maxAttempts = 8;

/**
 * Milliseconds before the next attempt after `attempts` of them: 1, 2, 4 … minutes, one hour at most, and up to a
 * fifth more by `chance` (0 to 1), so that those which failed together do not come back together.
 */
export function backoffMs(attempts: number, chance: number): number {
  const minutes = Math.min(2 ** Math.max(0, attempts - 1), 60);
  return Math.round(minutes * 60_000 * (1 + chance / 5));
}

/** A claim that was not settled within this time belongs to a process that died (seconds, the database's clock). */
export const leaseSeconds = 120;

/** The same reminder does not go out twice within the sweep's interval, whatever date it was given meanwhile. */
export const duplicateGuardMs = 15 * 60_000;
