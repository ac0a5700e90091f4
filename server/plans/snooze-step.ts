import { eq, sql } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { isResting } from '../leads/status.ts';
import { snoozeReminder } from '../reminders/mutations.ts';
import { personTime } from '../time/person.ts';
import { type Act, recordAct } from './acts.ts';
import { furthestMs } from './furthest.ts';
import { lockStep, type OwnedStep } from './lock-step.ts';
import { takeSnapshot } from './snapshot.ts';
import { type SnoozeTo, snoozedUntil } from './snooze.ts';

type Asked = { userId: number; stepId: string; now: Date };

/** `moved`: the picked time lay outside the person's window. */
export type Snoozed = { ok: true; until: Date; moved: boolean; act: Act } & OwnedStep;

/** The person has put it off so often that they are asked first; `until` is what they want now. */
export type AsksFirst = { ok: false; reason: 'asks'; until: Date } & OwnedStep;

/**
 * not-open: the step is not open, has no date yet, or its lead rests; past: the picked time has passed, or is beyond
 * five years.
 */
type Refusal = { ok: false; reason: 'not-found' | 'not-open' | 'past' };

/** From this snooze of a step on the person is asked first (cadence contract T7). */
const asksAt = 3;

/**
 * Moves the reminder of an open step; the step keeps its date. It can be undone. The third snooze of a step is not done
 * but answers `asks`, unless the person wants it `anyway`.
 */
export function snoozeStep(
  db: Db,
  { userId, stepId, to, anyway = false, now }: Asked & { to: SnoozeTo; anyway?: boolean },
): Promise<Snoozed | AsksFirst | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    const { step, lead } = owned;
    if (!hasReminder(owned)) return { ok: false, reason: 'not-open' };
    if (to instanceof Date && !isAhead(to, now)) return { ok: false, reason: 'past' };
    const until = snoozedUntil(to, now, personTime(owned.user));
    if (step.snoozes + 1 >= asksAt && !anyway) return { ok: false, reason: 'asks', until, ...owned };
    const before = await takeSnapshot(tx, lead);
    const snoozes = sql`${planSteps.snoozes} + 1`;
    await tx.update(planSteps).set({ snoozes }).where(eq(planSteps.id, stepId));
    await snoozeReminder(tx, stepId, until, now);
    const act = await recordAct(tx, { leadId: lead.id, stepId, before, moves: [], movedBy: 0, now });
    await recordActivity(tx, { leadId: lead.id, userId, stepId, kind: 'snoozed', text: step.title, now });
    await markStepMessagesStale(tx, step);
    const moved = to instanceof Date && to.getTime() !== until.getTime();
    return { ok: true, until, moved, act, ...owned };
  });
}

/** `awake`: it is not snoozed, or not any more. */
export type Woken = ({ ok: true; at: Date } & OwnedStep) | { ok: false; reason: 'not-found' | 'awake' };

/** A snoozed reminder comes now instead, or when the person's next window begins. */
export function wakeStep(db: Db, { userId, stepId, now }: Asked): Promise<Woken> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    const [reminder] = await tx.select().from(reminders).where(eq(reminders.stepId, stepId)).for('update');
    const asleep = hasReminder(owned) && reminder?.snoozedAt && reminder.dueAt > now;
    if (!asleep) return { ok: false, reason: 'awake' };
    const { step, lead, user } = owned;
    const at = snoozedUntil(now, now, personTime(user));
    await snoozeReminder(tx, stepId, at, now);
    await recordActivity(tx, { leadId: lead.id, userId, stepId, kind: 'moved', text: step.title, now });
    await markStepMessagesStale(tx, step);
    return { ok: true, at, ...owned };
  });
}

/** Something is to be sent about it. */
const hasReminder = ({ step, lead }: OwnedStep) =>
  step.status === 'open' && step.dueAt !== null && !isResting(lead);

function isAhead(at: Date, now: Date): boolean {
  const ahead = at.getTime() - now.getTime();
  return ahead > 0 && ahead <= furthestMs;
}
