import { asc, eq, sql } from 'drizzle-orm';
import type { Db } from '../../server/db/client.ts';
import { deliveryLog, scheduledReminders } from '../../server/db/schema.ts';
import { type ClaimedMessage, type ClaimedReminder, claimDue } from '../../server/reminders/claim.ts';
import { type Outcome, recordOutcomes } from '../../server/reminders/settle.ts';
import { monday } from './people.ts';

/** The instance that claims and records unless another one is meant, and that other one. */
export const here = '00000000-0000-4000-8000-00000000000a';
export const there = '00000000-0000-4000-8000-00000000000b';

type Claiming = { instance?: string; limit?: number; rate?: number };

/** The messages that an instance may send at `now`, one for each chat. */
export async function claimMessages(
  db: Db,
  now: Date,
  { instance = here, limit = 10, rate = 0 }: Claiming = {},
): Promise<ClaimedMessage[]> {
  const claim = await claimDue(db, { now, instance, limit, rate });
  if (!('messages' in claim)) throw new Error(`the gate opens in ${claim.closedForMs} ms`);
  return claim.messages;
}

/** The reminders in these messages. */
export async function claim(db: Db, now: Date, claiming?: Claiming): Promise<ClaimedReminder[]> {
  return (await claimMessages(db, now, claiming)).flatMap(({ reminders }) => reminders);
}

/** The one message that may leave. */
export async function claimOne(db: Db, now: Date, claiming?: Claiming): Promise<ClaimedMessage> {
  const [message, ...more] = await claimMessages(db, now, claiming);
  if (!message || more.length > 0) throw new Error(`not one message, but ${message ? 1 + more.length : 0}`);
  return message;
}

/** A message about several steps as one message for each of them. */
export const apart = (message: ClaimedMessage): ClaimedMessage[] =>
  message.reminders.map((reminder) => ({ ...message, kind: 'reminder', reminders: [reminder] }));

type What<Each> = Each extends Outcome ? Omit<Each, 'message'> : never;

/** What became of a message. */
export type Fate = What<Outcome>;

export const sent = (messageId = 77): Fate => ({ event: 'deliver', messageId, versions: [] });
/** For sure not delivered, and nothing against the message: no attempt. */
export const notTried = (sendAt?: Date): Fate => ({
  ...{ event: 'return', cause: 'Too Many Requests', counted: false },
  ...(sendAt && { sendAt }),
});
/** For sure not delivered, for a reason of its own: an attempt. */
export const failed = (sendAt: Date): Fate => ({
  ...{ event: 'return', cause: 'Bad Request', counted: true, sendAt },
});
export const exhausted: Fate = { event: 'exhaust', cause: 'Bad Request' };
export const blocked: Fate = { event: 'hold', cause: 'Forbidden: bot was blocked by the user' };
/** Nobody knows; the person is told at `sendAt`. */
export const lost = (sendAt: Date): Fate => ({ event: 'lose', cause: 'time-out', sendAt });

/** Writes down what became of a claimed message. */
export const settle = (db: Db, message: ClaimedMessage, fate: Fate, now = monday, instance = here) =>
  recordOutcomes(db, [{ message, ...fate } as Outcome], { instance, now });

/** Claims the one message that is due, and has it sent. */
export async function send(db: Db, now = monday, messageId = 77): Promise<ClaimedMessage> {
  const message = await claimOne(db, now);
  await settle(db, message, sent(messageId), now);
  return message;
}

/** Lets the leases of everything in flight run out, by the database's clock. */
export const endLeases = (db: Db) =>
  db.execute(sql`update scheduled_reminders set lease_until = now() - interval '1 second'
    where claimed_by is not null`);

/** What the log says of the reminder of a step, oldest first: "sending: claimed". */
export async function logOf(db: Db, stepId: string): Promise<string[]> {
  return (await logRows(db, stepId)).map(({ status, cause }) => `${status}: ${cause}`);
}

export function logRows(db: Db, stepId: string) {
  return db
    .select({ status: deliveryLog.status, cause: deliveryLog.cause, at: deliveryLog.at })
    .from(deliveryLog)
    .innerJoin(scheduledReminders, eq(scheduledReminders.id, deliveryLog.reminderId))
    .where(eq(scheduledReminders.stepId, stepId))
    .orderBy(asc(deliveryLog.id));
}
