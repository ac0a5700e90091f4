import { eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser } from '../auth/users.ts';
import { markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads } from '../db/schema.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { isClosed } from '../leads/status.ts';
import { cancelReminders } from '../reminders/of-lead.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { fromLocal, inZone, toDate } from '../time/wall-time.ts';
import { atReminderHour, rollToWorkingDay } from '../time/working-time.ts';
import { type Act, recordAct } from './acts.ts';
import { furthestMs } from './furthest.ts';
import { takeSnapshot } from './snapshot.ts';

export type PauseReason = 'paused' | 'replied' | 'waiting';
export type PauseRefusal = { ok: false; reason: 'not-found' | 'closed' | 'past' | 'no-date' };

type Asked = { userId: number; leadId: string; now: Date };
type Pause = Asked & {
  reason: PauseReason;
  /** What a waiting lead waits for, "contract sent". */
  waitingFor: string | null;
  /**
   * The day, "2026-10-26" in the person's zone, on which they want to hear of it again; null for never by itself. Left
   * out, a day that was picked before stays.
   */
  wakeLocal?: string | null;
};

const week = { days: 7 };

/**
 * Lets the plan of an open lead rest: its reminders are cancelled in the same transaction, its steps keep what is left of
 * their wait (cadence contract T9, T10). A lead that rests already gets the new reason; the pause counts from its start.
 */
export function pauseLead(db: Db, { userId, leadId, now, ...pause }: Pause) {
  return db.transaction(async (tx): Promise<{ ok: true; wakeAt: Date | null; act: Act } | PauseRefusal> => {
    const lead = await lockLead(tx, userId, leadId);
    const user = lead && (await getUser(tx, userId));
    if (!user) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    const { reason, waitingFor, wakeLocal } = pause;
    const wake = wakeLocal ? wakeTime(wakeLocal, personTime(user), now) : null;
    if (wake && 'reason' in wake) return wake;
    // A day that stays keeps what is known of a message about it; a new one starts afresh.
    const wakes =
      wakeLocal === undefined
        ? { wakeAt: lead.wakeAt, wokenAt: lead.wokenAt }
        : { wakeAt: wake?.at ?? null, wokenAt: null };
    const before = await takeSnapshot(tx, lead);
    await tx
      .update(leads)
      .set({ pausedAt: lead.pausedAt ?? now, pauseReason: reason, waitingFor, ...wakes })
      .where(eq(leads.id, leadId));
    await cancelReminders(tx, leadId, causes[reason], now);
    const act = await recordAct(tx, { leadId, before, moves: [], movedBy: 0, now });
    await recordActivity(tx, { leadId, userId, kind: 'paused', text: waitingFor ?? '', now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, wakeAt: wakes.wakeAt, act };
  });
}

/** For the delivery log. */
const causes = {
  paused: 'the plan was paused',
  replied: 'the lead replied',
  waiting: 'the plan waits for something',
} as const;

/** A resting lead is heard of again a week later; why it rests stays. `wakeAt` is null when it does not rest any more. */
export function wakeLater(db: Db, { userId, leadId, now }: Asked) {
  return db.transaction(async (tx): Promise<{ ok: true; wakeAt: Date | null } | PauseRefusal> => {
    const lead = await lockLead(tx, userId, leadId);
    const user = lead && (await getUser(tx, userId));
    if (!user) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    if (!lead.pausedAt) return { ok: true, wakeAt: null };
    const person = personTime(user);
    const wakeAt = atHour(inZone(now, person.timeZone).add(week), person);
    await tx.update(leads).set({ wakeAt, wokenAt: null }).where(eq(leads.id, leadId));
    await recordActivity(tx, { leadId, userId, kind: 'paused', text: lead.waitingFor ?? '', now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, wakeAt };
  });
}

/** The reminder hour of that day, or of the next working day; a day or an hour that is over is refused. */
function wakeTime(wakeLocal: string, person: PersonTime, now: Date): { at: Date } | PauseRefusal {
  const day = /^\d{4}-\d{2}-\d{2}$/.test(wakeLocal) && fromLocal(wakeLocal, person.timeZone);
  if (!day) return { ok: false, reason: 'no-date' };
  const at = atHour(day, person);
  const isOver = toDate(day.add({ days: 1 })) <= now || at <= now;
  return isOver || at.getTime() - now.getTime() > furthestMs ? { ok: false, reason: 'past' } : { at };
}

const atHour = (day: ReturnType<typeof inZone>, person: PersonTime) =>
  toDate(atReminderHour(rollToWorkingDay(day, person), person));
