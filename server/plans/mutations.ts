import { and, asc, eq, inArray, ne } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser, personTime, type User } from '../auth/users.ts';
import { markPlanMessagesStale, markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads, planRequests, planSteps, plans } from '../db/schema.ts';
import { isClosed } from '../leads/status.ts';
import { lockLeadReminders, scheduleReminders } from '../reminders/mutations.ts';
import type { DraftedPlan } from './draft.ts';
import { schedulePlan } from './schedule.ts';

/**
 * Saves a drafted plan with its reminders, all or nothing. The lead's open steps and their reminders are replaced;
 * done and skipped ones stay as they are, before the new ones. Saving the same draft twice leaves exactly one pending
 * reminder for each open step.
 * @returns false when the lead is gone or closed meanwhile, or another worker has answered the request already.
 */
export function savePlan(
  db: Db,
  { leadId, requestId, plan, now }: { leadId: string; requestId?: string; plan: DraftedPlan; now: Date },
): Promise<boolean> {
  return db.transaction(async (tx) => {
    const [lead] = await tx.select().from(leads).where(eq(leads.id, leadId)).for('update');
    if (requestId && !(await finishRequest(tx, requestId))) return false;
    if (!lead) return false;
    await markPlanMessagesStale(tx, leadId);
    const user = await getUser(tx, lead.userId);
    if (!user || isClosed(lead.status)) return false;
    const planId = await upsertPlan(tx, leadId, plan, now);
    await removeOpenSteps(tx, leadId);
    await insertSteps(tx, { planId, leadId, user, plan, now });
    await recordActivity(tx, { leadId, userId: user.id, kind: 'plan', text: plan.title, now });
    return true;
  });
}

/** False when somebody else was quicker: their plan may have been worked on since, and is not replaced. */
async function finishRequest(tx: Db, requestId: string): Promise<boolean> {
  const finished = await tx
    .update(planRequests)
    .set({ status: 'done' })
    .where(and(eq(planRequests.id, requestId), ne(planRequests.status, 'done')))
    .returning({ id: planRequests.id });
  return finished.length > 0;
}

/** The lead's plan, made empty and by hand when there is none. */
export async function ensurePlan(tx: Db, leadId: string, now: Date): Promise<string> {
  const [existing] = await tx.select({ id: plans.id }).from(plans).where(eq(plans.leadId, leadId));
  return existing?.id ?? upsertPlan(tx, leadId, { title: 'Own plan', draftedBy: 'person' }, now);
}

async function upsertPlan(
  tx: Db,
  leadId: string,
  { title, draftedBy }: Pick<DraftedPlan, 'title' | 'draftedBy'>,
  now: Date,
): Promise<string> {
  const [row] = await tx
    .insert(plans)
    .values({ leadId, title, draftedBy, startedAt: now })
    .onConflictDoUpdate({ target: plans.leadId, set: { title, draftedBy, startedAt: now } })
    .returning({ id: plans.id });
  if (!row) throw new Error('an upsert returned no row');
  return row.id;
}

/** Their reminders go with them; their messages in the chat say that the plan was changed. */
async function removeOpenSteps(tx: Db, leadId: string): Promise<void> {
  const open = await tx
    .select({ id: planSteps.id })
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), eq(planSteps.status, 'open')));
  for (const step of open) await markStepMessagesStale(tx, { id: step.id, leadId });
  await lockLeadReminders(tx, leadId);
  await tx.delete(planSteps).where(
    inArray(
      planSteps.id,
      open.map((step) => step.id),
    ),
  );
}

type NewSteps = { planId: string; leadId: string; user: User; plan: DraftedPlan; now: Date };

async function insertSteps(tx: Db, { planId, leadId, user, plan, now }: NewSteps): Promise<void> {
  const settled = await tx
    .select({ id: planSteps.id })
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), ne(planSteps.status, 'open')))
    .orderBy(asc(planSteps.position));
  for (const [position, { id }] of settled.entries()) {
    await tx.update(planSteps).set({ position }).where(eq(planSteps.id, id));
  }
  const rows = schedulePlan(plan.steps, now, personTime(user)).map((step, index) => ({
    ...step,
    planId,
    leadId,
    position: settled.length + index,
    createdAt: now,
  }));
  if (rows.length === 0) return;
  const steps = await tx
    .insert(planSteps)
    .values(rows)
    .returning({ id: planSteps.id, dueAt: planSteps.dueAt });
  await scheduleReminders(
    tx,
    steps.map((step) => ({
      stepId: step.id,
      leadId,
      userId: user.id,
      chatId: user.chatId,
      dueAt: step.dueAt,
    })),
    now,
  );
}
