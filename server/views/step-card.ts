import { and, asc, eq } from 'drizzle-orm';
import { personTime, type User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps } from '../db/schema.ts';
import { isClosed, type LeadStatus } from '../leads/status.ts';
import type { StepView } from './step-view.ts';
import { selectSteps } from './steps.ts';
import { toStepView } from './to-step-view.ts';

/** What a reminder message shows: the step, whose it is, its place in the plan, what comes next. */
export type StepCard = {
  step: StepView;
  lead: { id: string; name: string; company: string | null; status: LeadStatus };
  closed: boolean;
  /** Nobody knows whether the reminder arrived as it was; the message in the chat is the one that says so. */
  unconfirmed: boolean;
  /** From 1. */
  place: number;
  count: number;
  next: StepView | null;
};

/** The card of a person's step at `now`; null when there is none, or it is somebody else's. */
export async function getStepCard(db: Db, user: User, stepId: string, now: Date): Promise<StepCard | null> {
  const [found] = await db
    .select({ lead: leads })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .where(and(eq(planSteps.id, stepId), eq(leads.userId, user.id)));
  if (!found) return null;
  const rows = await selectSteps(db)
    .where(eq(planSteps.leadId, found.lead.id))
    .orderBy(asc(planSteps.position));
  const steps = rows.map((row) => toStepView(row, { now, timeZone: personTime(user).timeZone }));
  const index = steps.findIndex((step) => step.id === stepId);
  const step = steps[index];
  if (!step) return null;
  const { id, name, company, status } = found.lead;
  return {
    step,
    lead: { id, name, company, status },
    closed: isClosed(status),
    unconfirmed: rows[index]?.reminder?.status === 'sent' && rows[index].reminder.lastError !== null,
    place: index + 1,
    count: steps.length,
    next: earliest(steps.filter((other) => other.status === 'open' && other.id !== stepId)),
  };
}

const earliest = (steps: StepView[]): StepView | null =>
  steps.toSorted((a, b) => a.due.at.localeCompare(b.due.at))[0] ?? null;
