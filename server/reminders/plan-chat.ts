import type { PersonTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { dayOff, isInWindow, moveIntoWindow, nextWindow } from '../time/working-time.ts';
import { chatPauseMs, pauseEnd } from './chat-pause.ts';
import { duplicateGuardMs } from './delivery.ts';

/** A reminder whose time to be sent has come. */
export type DueReminder = {
  id: string;
  stepId: string;
  leadId: string;
  dueAt: Date;
  sendAt: Date;
  status: 'pending' | 'unconfirmed';
  attempts: number;
  lastRemindedAt: Date | null;
  /** It was sent before and not acted on. */
  nudge: boolean;
  /** An earlier step of its lead is still open, and has to come first. */
  waits: boolean;
};

/** The chat it goes to, which is one person's. */
export type Chat = {
  userId: number;
  chatId: number;
  unreachable: boolean;
  quietUntil: Date | null;
  person: PersonTime;
};

export type MessageKind = 'reminder' | 'digest' | 'catch-up';

export type ChatPlan<Reminder> = {
  /** The one message that may leave now. */
  message: { kind: MessageKind; reminders: Reminder[] } | null;
  /** Those that come later, and when. */
  later: { id: string; until: Date }[];
  /** Those of a person whom Telegram lets us write nothing. */
  held: string[];
};

const hour = 3600 * 1000;

/** A reminder late by more than this was held up by us: it may wait for a decent hour. */
const lateMs = hour;
/** Later than this, several become one digest. */
const veryLateMs = 24 * hour;
/** More than this for one chat at once become one digest. */
export const maxSingles = 3;
/** As many steps as a digest can list within Telegram's limit of a message. */
export const maxListed = 20;

/**
 * What leaves for one chat at `now` of the reminders that are `due` there: at most one message, what is on time first,
 * then what is very late or too much to be told one by one, then what nobody could confirm. The rest follows a second
 * later. Nothing leaves for a chat that had a message within this second, or whose person is away.
 */
export function planChat<Reminder extends DueReminder>(
  chat: Chat,
  due: Reminder[],
  now: Date,
): ChatPlan<Reminder> {
  const ids = due.map(({ id }) => id);
  if (chat.unreachable) return { message: null, later: [], held: ids };
  const quiet = pauseEnd(chat.quietUntil, now);
  const silentUntil = quiet ?? backAt(chat.person, now);
  if (silentUntil) return { message: null, later: ids.map((id) => ({ id, until: silentUntil })), held: [] };

  const later: { id: string; until: Date }[] = [];
  const ready = due.filter((reminder) => {
    const { person } = chat;
    const until =
      waitsUntil(reminder, person, now) ?? guardedUntil(reminder, now) ?? decentHour(reminder, person, now);
    if (until) later.push({ id: reminder.id, until });
    return !until;
  });
  const message = choose(ready.sort(byDueDate), now);
  const next = new Date(now.getTime() + chatPauseMs);
  for (const { id } of ready)
    if (!message?.reminders.some((one) => one.id === id)) later.push({ id, until: next });
  return { message, later, held: [] };
}

function choose<Reminder extends DueReminder>(ready: Reminder[], now: Date): ChatPlan<Reminder>['message'] {
  const pending = ready.filter(({ status }) => status === 'pending');
  const isVeryLate = ({ dueAt }: Reminder) => now.getTime() - dueAt.getTime() > veryLateMs;
  if (pending.length > maxSingles) return several('digest', pending);
  const onTime = pending.find((reminder) => !isVeryLate(reminder));
  if (onTime) return { kind: 'reminder', reminders: [onTime] };
  if (pending.length > 0) return several('digest', pending);
  return ready.length > 0 ? { kind: 'catch-up', reminders: ready.slice(0, maxListed) } : null;
}

/** A list of one is no list. */
function several<Reminder>(kind: MessageKind, reminders: Reminder[]) {
  return {
    kind: reminders.length > 1 ? kind : ('reminder' as const),
    reminders: reminders.slice(0, maxListed),
  };
}

/** The first window after the absence of a person who is away now; null when they are here. */
function backAt(person: PersonTime, now: Date): Date | null {
  const time = inZone(now, person.timeZone);
  const isAway = dayOff(time.toPlainDate(), person)?.why === 'away';
  return isAway ? toDate(moveIntoWindow(time, person)) : null;
}

/** Looked at again in the next window; when the step it waits for is settled first, it is given a date of its own. */
function waitsUntil({ status, waits }: DueReminder, person: PersonTime, now: Date): Date | null {
  if (!waits || status !== 'pending') return null;
  return toDate(nextWindow(inZone(now, person.timeZone), person));
}

/** A reminder that went out within the last quarter of an hour does not go out again yet, whatever made it pending. */
function guardedUntil({ status, lastRemindedAt }: DueReminder, now: Date): Date | null {
  if (status !== 'pending' || !lastRemindedAt || lastRemindedAt > now) return null;
  const until = new Date(lastRemindedAt.getTime() + duplicateGuardMs);
  return until > now ? until : null;
}

/**
 * When this reminder should come instead: now would be a stupid hour, and it is late through our fault or a nudge, whose
 * time is of our choosing.
 */
function decentHour({ dueAt, nudge }: DueReminder, person: PersonTime, now: Date): Date | null {
  if (!nudge && now.getTime() - dueAt.getTime() < lateMs) return null;
  const time = inZone(now, person.timeZone);
  return isInWindow(time, person) ? null : toDate(moveIntoWindow(time, person));
}

const byDueDate = (a: DueReminder, b: DueReminder) =>
  a.dueAt.getTime() - b.dueAt.getTime() || a.id.localeCompare(b.id);
