import { isDeepStrictEqual } from 'node:util';
import { and, eq } from 'drizzle-orm';
import { getUser, type User } from '../auth/users.ts';
import { rescheduleBriefings } from '../briefings/mutations.ts';
import { markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { acts, leadEvents, planSteps, scheduledReminders as reminders, users } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import { lockReminders } from '../reminders/change.ts';
import { moveReminder, moveSnoozedReminder } from '../reminders/mutations.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { lockLeadsOf, movesOf, type Retimed } from './person-time-moves.ts';
import type { Keep } from './retime.ts';
import { changedTime, type TimeChange, type TimeProblem } from './time-change.ts';

export type Changing = { userId: number; change: TimeChange; keep?: Keep; now: Date };
type Refused = { ok: false; reason: TimeProblem | 'not-found' };

/**
 * Changes a person's time. Open steps that are still to come are due where the new time puts them, their reminders
 * follow in the same transaction; what was due before `now` stays as it was. `fromDevice`: nobody has said yet that the
 * zone is theirs.
 * @returns the person as they are now, and what moved; or why nothing was changed.
 */
export function changePersonTime(
  db: Db,
  { userId, change, keep = 'wall', now, fromDevice = false }: Changing & { fromDevice?: boolean },
): Promise<{ ok: true; user: User; moves: ToldMove[] } | Refused> {
  return db.transaction(async (tx) => {
    // Not "for update": that would stand in the way of acts which hold a lead and write rows of this person.
    const [row] = await tx.select().from(users).where(eq(users.id, userId)).for('no key update');
    if (!row) return { ok: false, reason: 'not-found' };
    const [from, changed] = [personTime(row), changedTime(personTime(row), change)];
    if (!changed.ok) return changed;
    const to = changed.person;
    const zone = change.timeZone !== undefined && {
      ...{ timeZone: to.timeZone, zoneConfirmedAt: fromDevice ? null : now, declinedZone: null },
    };
    const set = { ...toColumns(to), ...zone };
    const [user] = await tx.update(users).set(set).where(eq(users.id, userId)).returning();
    if (!user) throw new Error('a locked row is gone');
    // A change that changes nothing stands in nobody's way.
    if (isDeepStrictEqual(from, to)) return { ok: true, user, moves: [] };
    await rescheduleBriefings(tx, userId, to, now);
    await lockLeadsOf(tx, userId);
    const retimed = await movesOf(tx, userId, { from, to, keep, now });
    await save(tx, retimed);
    return { ok: true, user, moves: retimed.told };
  });
}

/** What changePersonTime would move, or why it would refuse; nothing is changed. */
export async function previewPersonTime(
  db: Db,
  { userId, change, keep = 'wall', now }: Changing,
): Promise<{ ok: true; moves: ToldMove[] } | Refused> {
  const user = await getUser(db, userId);
  if (!user) return { ok: false, reason: 'not-found' };
  const from = personTime(user);
  const changed = changedTime(from, change);
  if (!changed.ok) return changed;
  if (isDeepStrictEqual(from, changed.person)) return { ok: true, moves: [] };
  const { told } = await movesOf(db, userId, { from, to: changed.person, keep, now });
  return { ok: true, moves: told };
}

function toColumns({ reminderHour, opens, closes, workingDays, countWorkingDays, holidays }: PersonTime) {
  return {
    ...{ reminderHour, windowOpens: opens, windowCloses: closes },
    ...{ workingDays: [...workingDays], countWorkingDays, holidays },
  };
}

async function save(tx: Db, { steps, snoozes, events }: Retimed): Promise<void> {
  const ids = [...steps.map(({ step }) => step.id), ...snoozes.map(({ step }) => step.id)];
  await lockReminders(tx, isOneOf(reminders.stepId, ids));
  for (const { step, after } of steps) {
    const { anchor, dueSource, countedFrom, moves, dueLocal, timeZone, dueAt } = after;
    const set = { anchor, dueSource, countedFrom, moves, dueLocal, timeZone, dueAt };
    await tx.update(planSteps).set(set).where(eq(planSteps.id, step.id));
    if (dueAt) await moveReminder(tx, step.id, dueAt);
  }
  for (const { step, to } of snoozes) await moveSnoozedReminder(tx, step.id, to);
  for (const { event, leadId, happensLocal } of events)
    await tx
      .update(leadEvents)
      .set({ happensLocal })
      .where(and(eq(leadEvents.leadId, leadId), eq(leadEvents.event, event)));
  for (const step of [...steps, ...snoozes].map((one) => one.step)) await markStepMessagesStale(tx, step);
  // What was before an earlier act does not fit, not even when the person's time is the old one again later.
  await tx.delete(acts).where(isOneOf(acts.leadId, [...new Set(steps.map(({ step }) => step.leadId))]));
}
