import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { leadEvents, leads, planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import { isResting } from '../leads/status.ts';
import { fromLocal, inZone, toDate, toLocal } from '../time/wall-time.ts';
import { placeTime } from './derive.ts';
import type { Step } from './lock-step.ts';
import { carryLocal, type Moving, retimeLead } from './retime.ts';

/** Everything that another time of a person changes. */
export type Retimed = {
  steps: { step: Step; after: Step }[];
  /** Reminders that sleep, with the instant they wake at. */
  snoozes: { step: Step; from: Date; to: Date }[];
  events: (typeof leadEvents.$inferSelect)[];
  /** The same for the person: each reminder that comes at another instant, the earliest first. */
  told: ToldMove[];
};

/** Locks all leads of a person, as every act locks its own, so that a date picked at this moment is not put back. */
export async function lockLeadsOf(tx: Db, userId: number): Promise<void> {
  const ofPerson = eq(leads.userId, userId);
  await tx.select({ id: leads.id }).from(leads).where(ofPerson).orderBy(asc(leads.id)).for('update');
}

/** What moves when this person's time becomes another one; nothing is written. */
export async function movesOf(db: Db, userId: number, moving: Moving): Promise<Retimed> {
  const rows = await db
    .select({ step: planSteps, lead: leads })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(eq(leads.userId, userId))
    .orderBy(asc(planSteps.leadId), asc(planSteps.position));
  const steps = plansOf(rows.map(({ step }) => step)).flatMap((plan) => retimeLead(plan, moving));
  const snoozes = await snoozesOf(db, userId, moving);
  const resting = new Set(rows.filter(({ lead }) => isResting(lead)).map(({ step }) => step.leadId));
  const told = tell(steps, snoozes).filter(({ leadId }) => !resting.has(leadId));
  return { steps, snoozes, events: await eventsOf(db, userId, moving), told: told.map(({ move }) => move) };
}

/** The steps of each lead by themselves. */
function plansOf(steps: Step[]): Step[][] {
  const plans = new Map<string, Step[]>();
  for (const step of steps) {
    const plan = plans.get(step.leadId);
    if (plan) plan.push(step);
    else plans.set(step.leadId, [step]);
  }
  return [...plans.values()];
}

/** A step that sleeps is told by when it wakes. */
function tell(steps: Retimed['steps'], snoozes: Retimed['snoozes']) {
  const asleep = new Set(snoozes.map(({ step }) => step.id));
  const moved = steps.map(({ step, after }) => ({ step, from: step.dueAt, to: after.dueAt }));
  const open = snoozes.filter(({ step }) => step.status === 'open');
  return [...moved.filter(({ step }) => !asleep.has(step.id)), ...open]
    .flatMap(({ step: { id: stepId, leadId, title }, from, to }) =>
      from && to && from.getTime() !== to.getTime()
        ? [{ leadId, move: { stepId, title, from: from.toISOString(), to: to.toISOString() } }]
        : [],
    )
    .toSorted((a, b) => a.move.to.localeCompare(b.move.to));
}

/** A snooze, too, was meant in the person's own time: "tomorrow" is tomorrow at the reminder hour, wherever they are. */
async function snoozesOf(db: Db, userId: number, moving: Moving): Promise<Retimed['snoozes']> {
  const asleep = await db
    .select({ step: planSteps, dueAt: reminders.dueAt })
    .from(reminders)
    .innerJoin(planSteps, eq(planSteps.id, reminders.stepId))
    .where(and(eq(reminders.userId, userId), isNotNull(reminders.snoozedAt), gt(reminders.dueAt, moving.now)))
    .orderBy(asc(reminders.id));
  return asleep.map(({ step, dueAt }) => ({ step, from: dueAt, to: wakesAt(dueAt, moving) }));
}

function wakesAt(dueAt: Date, { from, to, keep }: Moving): Date {
  if (keep === 'moment' && from.timeZone !== to.timeZone) return dueAt;
  const local = toLocal(inZone(dueAt, from.timeZone));
  const keepsHour = !local.endsWith(`T${String(from.reminderHour).padStart(2, '0')}:00`);
  const wall = fromLocal(local, to.timeZone);
  if (!wall) throw new Error(`no wall time: ${local}`);
  return toDate(placeTime(wall, { keepsHour }, to));
}

/** A demo at two in the afternoon is at the same moment, wherever the person is, if that is what they keep. */
async function eventsOf(db: Db, userId: number, moving: Moving): Promise<Retimed['events']> {
  if (moving.keep === 'wall' || moving.from.timeZone === moving.to.timeZone) return [];
  const rows = await db
    .select({ event: leadEvents })
    .from(leadEvents)
    .innerJoin(leads, eq(leads.id, leadEvents.leadId))
    .where(eq(leads.userId, userId));
  return rows.map(({ event }) => ({ ...event, happensLocal: carryLocal(event.happensLocal, moving) }));
}
