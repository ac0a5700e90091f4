import { asc, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { leadEvents, leads, planSteps, scheduledReminders as reminders, users } from '../db/schema.ts';
import type { ActSnapshot } from '../db/stored-json.ts';
import { timeColumns } from '../db/time-columns.ts';
import type { Lead } from '../leads/lock-lead.ts';
import { isClosed } from '../leads/status.ts';
import { restoreWish } from '../reminders/restore-wish.ts';
import { personTime } from '../time/person.ts';

type StepBefore = ActSnapshot['steps'][number];

const date = (text: string | null) => (text === null ? null : new Date(text));
const text = (at: Date | null) => at?.toISOString() ?? null;

/**
 * A lead with its steps and reminders as they are now, inside the transaction that is about to change them. The reminders
 * are locked in the order of their ids, so that the act can change them in any order.
 */
export async function takeSnapshot(tx: Db, lead: Lead): Promise<ActSnapshot> {
  const steps = await tx.select().from(planSteps).where(eq(planSteps.leadId, lead.id));
  const ofLead = eq(reminders.leadId, lead.id);
  const scheduled = await tx.select().from(reminders).where(ofLead).orderBy(asc(reminders.id)).for('update');
  const events = await tx
    .select({ event: leadEvents.event, happensLocal: leadEvents.happensLocal })
    .from(leadEvents)
    .where(eq(leadEvents.leadId, lead.id));
  const ownTime = await readOwnTime(tx, lead.userId);
  const { status, pauseReason, waitingFor } = lead;
  return {
    ...{ events, ownTime },
    steps: steps.map(({ settledAt, dueAt, ...step }) => ({
      ...pick(step),
      settledAt: text(settledAt),
      dueAt: text(dueAt),
    })),
    reminders: scheduled.map((row) => ({
      ...{
        id: row.id,
        stepId: row.stepId,
        status: row.status,
        attempts: row.attempts,
        lastError: row.lastError,
      },
      ...{ dueAt: row.dueAt.toISOString(), sendAt: row.sendAt.toISOString() },
      ...{ snoozedAt: text(row.snoozedAt), sentAt: text(row.sentAt), unconfirmedAt: text(row.unconfirmedAt) },
      ...{ nudgeAt: text(row.nudgeAt), nudgedAt: text(row.nudgedAt) },
    })),
    lead: {
      ...{ status, pauseReason, waitingFor, pausedAt: text(lead.pausedAt) },
      ...{ wakeAt: text(lead.wakeAt), wokenAt: text(lead.wokenAt) },
    },
  };
}

/** The time of a person as it is now, as text to be compared. */
export async function readOwnTime(tx: Db, userId: number): Promise<string> {
  const [row] = await tx.select(timeColumns).from(users).where(eq(users.id, userId));
  return row ? JSON.stringify(personTime(row)) : '';
}

function pick(step: Omit<typeof planSteps.$inferSelect, 'settledAt' | 'dueAt'>) {
  const { id, status, anchor, countedFrom, spacingDays, dueSource, keepsHour, moves, snoozes } = step;
  const counted = { anchor, countedFrom, spacingDays, dueSource, keepsHour, moves };
  return { id, status, ...counted, snoozes, dueLocal: step.dueLocal, timeZone: step.timeZone };
}

/**
 * Puts steps and their reminders back as they were; those that are gone meanwhile stay gone. What Telegram took since is
 * not taken back: a message that was sent counts as sent. Whether the lead rests is for the caller to see to.
 */
export async function restoreSteps(
  tx: Db,
  before: ActSnapshot,
  { stepIds, now }: { stepIds: Set<string>; now: Date },
): Promise<void> {
  for (const step of before.steps.filter(({ id }) => stepIds.has(id))) {
    await tx.update(planSteps).set(columns(step)).where(eq(planSteps.id, step.id));
  }
  const wishes = before.reminders.filter(({ stepId }) => stepIds.has(stepId));
  const kept = new Set(wishes.map(({ id }) => id));
  const waiting = new Set(
    before.steps.flatMap((step) => (step.status === 'open' && step.dueAt ? step.id : [])),
  );
  const over = new Set(wishes.flatMap(({ id, stepId }) => (waiting.has(stepId) ? [] : id)));
  await restoreWish(tx, wishes, { over, now });
  // A reminder that the act itself made.
  const ofSteps = await tx
    .select({ id: reminders.id })
    .from(reminders)
    .where(isOneOf(reminders.stepId, [...stepIds]));
  const made = ofSteps.map(({ id }) => id).filter((id) => !kept.has(id));
  await tx.delete(reminders).where(isOneOf(reminders.id, made));
}

const columns = ({ id: _, settledAt, dueAt, ...step }: StepBefore) => ({
  ...step,
  settledAt: date(settledAt),
  dueAt: date(dueAt),
});

/**
 * Status, pause and events of a lead are as they were. A time to be woken that has passed is over if the lead rested all
 * the while, since the person was told; otherwise they are told now.
 */
export async function restoreLead(tx: Db, leadId: string, before: ActSnapshot, now: Date): Promise<void> {
  const { pausedAt, wakeAt, wokenAt, ...lead } = before.lead;
  const wakes = date(wakeAt);
  const [is] = await tx.select().from(leads).where(eq(leads.id, leadId));
  const wasTold = wakes && wakes <= now && is?.pausedAt && !isClosed(is.status);
  await tx
    .update(leads)
    .set({
      ...{ ...lead, pausedAt: date(pausedAt) },
      ...{ wakeAt: wasTold ? null : wakes, wokenAt: date(wokenAt) },
    })
    .where(eq(leads.id, leadId));
  const { events } = before;
  await tx.delete(leadEvents).where(eq(leadEvents.leadId, leadId));
  if (events.length > 0) await tx.insert(leadEvents).values(events.map((event) => ({ leadId, ...event })));
}
