import { and, asc, eq, inArray, lte } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { scheduledReminders as reminders, users } from '../db/schema.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { nextWindow } from '../time/working-time.ts';
import { type PersonRow, personFields, type ReminderRow, reminderFields } from './claim-fields.ts';
import { holdDue, markClaimed, putOff } from './claim-marks.ts';
import { lockGate, type Slots, takeSlots } from './gate.ts';
import { type Chat, type DueReminder, type MessageKind, planChat } from './plan-chat.ts';
import { isSendable } from './queries.ts';

export type ClaimedReminder = DueReminder & { userId: number; chatId: number };

/** One message to one chat: a reminder, or several steps in a digest. */
export type ClaimedMessage = {
  kind: MessageKind;
  chatId: number;
  userId: number;
  reminders: ClaimedReminder[];
  /** When the one nudge comes, if the person does not act on it: their next window. */
  nudgeAt: Date;
};

export type Claim =
  /** Telegram asked for a pause: nothing was taken, the gate opens in that many milliseconds. */
  | { closedForMs: number }
  /** `moved` reminders were due but come later, or are held; what is in `messages` is ours to send. */
  | { closedForMs: 0; messages: ClaimedMessage[]; slots: Slots; moved: number };

/** More of one chat than this are not looked at at once. */
const perChat = 24;

/**
 * Claims what is due for up to `limit` chats, oldest first, and commits before anything is sent: a restart or a second
 * instance finds it marked. Instances claim one after the other (reminders/gate.ts), so that one chat is never written
 * to by two of them at once; a person whose row is locked by an act of theirs is left for the next claim.
 * @param rate messages a second of all instances together; 0 for no limit.
 */
export function claimDue(
  db: Db,
  { now, instance, limit, rate }: { now: Date; instance: string; limit: number; rate: number },
): Promise<Claim> {
  return db.transaction(async (tx) => {
    const closedForMs = await lockGate(tx);
    if (closedForMs > 0) return { closedForMs };
    const plans = (await lockDueChats(tx, now, limit)).map(({ chat, due }) => ({
      chat,
      ...planChat(chat, due, now),
    }));
    const nextWindowOf = nextWindowsAt(now);
    const messages = plans.flatMap(({ chat: { chatId, userId, person }, message }) =>
      message ? [{ ...message, chatId, userId, nudgeAt: nextWindowOf(person) }] : [],
    );
    const slots = await takeSlots(tx, messages.length, rate);
    const leavesInMs = slots.firstInMs + messages.length * slots.gapMs;
    await markClaimed(tx, messages, { instance, now, leavesInMs });
    const later = plans.flatMap((plan) => plan.later);
    const held = plans.flatMap((plan) => plan.held);
    await putOff(tx, later);
    await holdDue(tx, held, now);
    return { closedForMs: 0, messages, slots, moved: later.length + held.length };
  });
}

/** Reckons each next window once: of many people whose reminders fall due together, most live by the same times. */
function nextWindowsAt(now: Date): (person: PersonTime) => Date {
  const known = new Map<string, Date>();
  return (person) => {
    const key = JSON.stringify(person);
    const at = known.get(key) ?? toDate(nextWindow(inZone(now, person.timeZone), person));
    known.set(key, at);
    return at;
  };
}

type DueChat = { chat: Chat; due: ClaimedReminder[] };

/** The chats with something due, and what, all locked: first the people, then their reminders; nobody is waited for. */
async function lockDueChats(tx: Db, now: Date, limit: number): Promise<DueChat[]> {
  const isDue = and(isSendable, lte(reminders.sendAt, now));
  const oldest = tx.select({ userId: reminders.userId }).from(reminders).where(isDue);
  const first = tx.$with('first').as(oldest.orderBy(asc(reminders.sendAt)).limit(limit));
  const person = tx.$with('person').as(
    tx
      .select(personFields)
      .from(users)
      .where(inArray(users.id, tx.select({ userId: first.userId }).from(first)))
      .for('no key update', { skipLocked: true }),
  );
  const due = tx
    .select(reminderFields)
    .from(reminders)
    .where(and(eq(reminders.userId, person.userId), isDue))
    .orderBy(asc(reminders.sendAt))
    .limit(perChat)
    .for('update', { skipLocked: true })
    .as('due');
  const rows = await tx.with(first, person).select().from(person).crossJoinLateral(due);
  return byChat(rows);
}

/** Chats in the order of their oldest reminder. */
function byChat(rows: { person: PersonRow; due: ReminderRow }[]): DueChat[] {
  const chats = new Map<number, DueChat>();
  const inOrder = rows.toSorted((a, b) => a.due.sendAt.getTime() - b.due.sendAt.getTime());
  for (const { person, due } of inOrder) {
    const { userId, chatId, quietUntil } = person;
    const chat = {
      ...{ userId, chatId, quietUntil, unreachable: person.unreachableAt !== null },
      person: personTime(person),
    };
    const entry = chats.get(userId) ?? { chat, due: [] };
    const status = due.status === 'unconfirmed' ? 'unconfirmed' : 'pending';
    entry.due.push({ ...due, status, userId, chatId });
    chats.set(userId, entry);
  }
  return [...chats.values()];
}
