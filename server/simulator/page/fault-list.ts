import type { ActiveFault, FaultRequest } from '../faults.ts';

/** A fault that can be switched on, in words for people who never read an error table. */
export type FaultChoice = {
  kind: FaultRequest['kind'];
  accepted: boolean;
  title: string;
  /** What Telegram does then. */
  happens: string;
  /** What Followthrough promises then (docs/decisions, "A reminder is marked before its message leaves"). */
  promise: string;
  /** For the banner: "Fault on: …". */
  short: string;
  /** How long Telegram takes or asks to wait, to begin with; without it there is nothing to choose. */
  seconds?: number;
};

export const faultChoices: readonly FaultChoice[] = [
  {
    kind: 'slow',
    accepted: false,
    title: 'Slow',
    happens: 'Every call takes its time, buttons too, then works.',
    promise: 'It comes later, but once. Too slow counts as no answer.',
    short: 'slow answers',
    seconds: 5,
  },
  {
    kind: '429',
    accepted: false,
    title: 'Too many requests (429)',
    happens: 'Telegram takes no message and says how long to wait.',
    promise: 'Everything pauses that long. Nothing is lost or sent twice.',
    short: 'too many requests',
    seconds: 10,
  },
  {
    kind: '500',
    accepted: false,
    title: 'Error (500), message lost',
    happens: 'Telegram answers with an error, and nothing arrives.',
    promise: 'You are told: I could not confirm that this reached you.',
    short: 'answers 500, messages lost',
  },
  {
    kind: '500',
    accepted: true,
    title: 'Error (500), message delivered',
    happens: 'Telegram answers with an error, yet the message arrives.',
    promise: 'No second copy: you are told it could not be confirmed.',
    short: 'answers 500 after delivery',
  },
  {
    kind: 'reset',
    accepted: false,
    title: 'Cut before delivery',
    happens: 'The connection breaks off, and nothing arrives.',
    promise: 'Nobody can be sure, so you are told, with the same buttons.',
    short: 'cut before delivery',
  },
  {
    kind: 'reset',
    accepted: true,
    title: 'Cut after delivery',
    happens: 'The message arrives, then the connection breaks off.',
    promise: 'No second copy: you are told it could not be confirmed.',
    short: 'cut after delivery',
  },
  {
    kind: 'down',
    accepted: false,
    title: 'Telegram is down',
    happens: 'Every call is cut off at once, for buttons and edits too.',
    promise: 'Nothing is sent twice on a guess; the Mini App works on.',
    short: 'Telegram is down',
  },
  {
    kind: '401',
    accepted: false,
    title: 'Token refused (401)',
    happens: 'Telegram no longer knows the bot, whatever it calls.',
    promise: 'Sending stops, reminders wait, and /readyz says why.',
    short: 'the token is refused',
  },
];

/** Whether this choice is the fault that is on. */
export function isOn(choice: FaultChoice, fault: ActiveFault | null): boolean {
  return fault !== null && fault.kind === choice.kind && fault.accepted === choice.accepted;
}

/** What is on and for how long: "cut after delivery, for the next message". Knows faults set by a tool, too. */
export function describeFault(fault: ActiveFault): string {
  const name = faultChoices.find((choice) => isOn(choice, fault))?.short ?? `answers ${fault.kind}`;
  if (fault.count === 'until-off') return `${name}, until switched off`;
  const what = fault.method ? 'message' : 'call';
  return `${name}, for the next ${fault.count === 1 ? what : `${fault.count} ${what}s`}`;
}
