import { eq, inArray, or, sql } from 'drizzle-orm';
import { rememberMessages } from '../chat-messages/remember.ts';
import type { Db } from '../db/client.ts';
import { asTable } from '../db/many.ts';
import { scheduledReminders as reminders, users } from '../db/schema.ts';
import { lockReminders } from './change.ts';
import type { ClaimedMessage } from './claim.ts';
import { updateAndLog } from './delivery-log.ts';
import { holdReminders } from './of-person.ts';

/** What became of one claimed message. */
export type Outcome = {
  message: ClaimedMessage;
} /** `versions` of the steps as they were drawn (views/step-card.ts). */ & (
  | { event: 'deliver'; messageId: number; versions: string[] }
  /** For sure not delivered: it comes again at once, or at `sendAt`. An attempt that is not `counted` never was one. */
  | { event: 'return'; cause: string; sendAt?: Date; counted: boolean }
  /** The last attempt failed: it rests. */
  | { event: 'exhaust'; cause: string }
  /** Telegram refuses messages to this person: all their reminders wait. */
  | { event: 'hold'; cause: string }
  /** Nobody knows: the person is told at `sendAt`. */
  | { event: 'lose'; cause: string; sendAt: Date }
);

type Recorder = { instance: string; now: Date };

/**
 * Records what became of claimed messages, many at once. What the person did meanwhile counts more: a step that was
 * done or snoozed while its message was on its way stays so, and its message is put right at once.
 */
export async function recordOutcomes(
  db: Db,
  outcomes: Outcome[],
  { instance, now }: Recorder,
): Promise<void> {
  const sent = outcomes.filter((outcome) => outcome.event === 'deliver');
  const unsent = outcomes.filter((outcome) => outcome.event !== 'deliver');
  const refusing = unsent.filter(({ event }) => event === 'hold').map(({ message }) => message.userId);
  const ids = outcomes.flatMap(({ message }) => message.reminders.map(({ id }) => id));
  await db.transaction(async (tx) => {
    // People, then leads, then reminders by their ids: the order in which every act takes its locks.
    for (const userId of [...new Set(refusing)].sort()) await markUnreachable(tx, userId, now);
    await rememberMessages(tx, sent.map(toChatMessage), now);
    await lockReminders(tx, or(inArray(reminders.id, ids), inArray(reminders.userId, refusing)));
    for (const userId of new Set(refusing)) await holdReminders(tx, userId, now);
    await recordSent(tx, sent, { instance, now });
    await recordUnsent(tx, unsent, { instance, now });
  });
}

const markUnreachable = (tx: Db, userId: number, now: Date) =>
  tx.update(users).set({ unreachableAt: now }).where(eq(users.id, userId));

/** Telegram refuses messages to this person; their data stays, what waits is held until they write to the bot. */
export async function holdPerson(db: Db, userId: number, now: Date): Promise<void> {
  await db.transaction(async (tx) => {
    await markUnreachable(tx, userId, now);
    await holdReminders(tx, userId, now);
  });
}

async function recordSent(
  tx: Db,
  sent: (Outcome & { event: 'deliver' })[],
  { instance, now }: Recorder,
): Promise<void> {
  if (sent.length === 0) return;
  const rows = sent.flatMap(({ message, messageId }) =>
    message.reminders.map(({ id }) => ({ id, message_id: messageId, nudge_at: message.nudgeAt })),
  );
  // Not claimed by anybody: the answer came after the lease had run out, and counts all the same. Claimed by another
  // instance: that one is telling the person of it just now, and records it itself.
  const update = sql`
    update scheduled_reminders r set claimed_by = null, lease_until = null, message_id = o.message_id,
      sent_at = ${at(now)}, nudge_at = case when r.nudged_at is null then o.nudge_at end,
      last_error = case when r.unconfirmed_at is null then null else r.last_error end,
      status = case when r.status in ('sending', 'unconfirmed') then 'sent' else r.status end
    from ${asTable('o', 'id uuid, message_id bigint, nudge_at timestamptz', rows)}
    where r.id = o.id and (r.claimed_by = ${instance} or r.claimed_by is null)
    returning r.id, r.status, 'Telegram took the message' as cause`;
  await updateAndLog(tx, update, now);
}

function toChatMessage({ message, messageId, versions }: Outcome & { event: 'deliver' }) {
  const { userId, chatId, reminders } = message;
  const [only, ...more] = reminders;
  const single = only && more.length === 0 ? only : null;
  return {
    ...{ userId, chatId, messageId, versions },
    kind: single ? ('reminder' as const) : ('digest' as const),
    leadId: single?.leadId ?? null,
    stepId: single?.stepId ?? null,
    stepIds: single ? null : reminders.map(({ stepId }) => stepId),
  };
}

async function recordUnsent(
  tx: Db,
  unsent: Exclude<Outcome, { event: 'deliver' }>[],
  { instance, now }: Recorder,
): Promise<void> {
  if (unsent.length === 0) return;
  const rows = unsent.flatMap((outcome) =>
    outcome.message.reminders.map(({ id }) => ({
      ...{ id, event: outcome.event, cause: outcome.cause },
      send_at: 'sendAt' in outcome ? outcome.sendAt : null,
      uncounted: outcome.event === 'return' && !outcome.counted ? 1 : 0,
    })),
  );
  const update = sql`
    update scheduled_reminders r set claimed_by = null, lease_until = null,
      attempts = greatest(0, r.attempts - o.uncounted), last_error = o.cause,
      last_reminded_at = case when o.event = 'lose' or r.unconfirmed_at is not null then r.last_reminded_at end,
      ${unconfirmedSince(sql`o.event = 'lose'`, now)},
      send_at = case when r.status = 'sending' then coalesce(o.send_at, r.send_at) else r.send_at end,
      status = case when r.status <> 'sending' then r.status
        when o.event = 'hold' then 'held' when o.event = 'exhaust' then 'failed'
        when o.event = 'lose' or r.unconfirmed_at is not null then 'unconfirmed' else 'pending' end::reminder_status
    from ${asTable('o', 'id uuid, event text, cause text, send_at timestamptz, uncounted int', rows)}
    where r.id = o.id and r.claimed_by = ${instance}
    returning r.id, r.status, o.cause`;
  await updateAndLog(tx, update, now);
}

/**
 * Nobody knows whether it arrived: also of a step that was done meanwhile, in case that is taken back. A reminder with
 * a new date (pending, held) will come anyway.
 */
export const unconfirmedSince = (isLost: ReturnType<typeof sql>, now: Date) => sql`unconfirmed_at = case
  when ${isLost} and r.status in ('sending', 'done', 'skipped', 'cancelled')
  then coalesce(r.unconfirmed_at, ${at(now)}) else r.unconfirmed_at end`;

const at = (instant: Date) => sql`${instant.toISOString()}::timestamptz`;
