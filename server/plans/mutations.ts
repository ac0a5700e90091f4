import { eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser } from '../auth/users.ts';
import { markLeadMessagesStale, markPlanMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads, plans } from '../db/schema.ts';
import type { Lead } from '../leads/lock-lead.ts';
import { isClosed, running } from '../leads/status.ts';
import { restoreReminders } from '../reminders/of-lead.ts';
import type { DraftedPlan } from './draft.ts';
import { mergeSteps } from './merge-steps.ts';
import { finishRequest } from './requests/finish.ts';

/**
 * Saves a drafted plan with its reminders, all or nothing (plans/merge-steps.ts says what becomes of the steps that are
 * there). Saving the same draft twice leaves exactly one pending reminder for each open step.
 * @returns false when the lead is gone or closed meanwhile, the person stopped it, or another worker has answered already.
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
    if (lead.pausedAt) await endPause(tx, lead, now);
    await mergeSteps(tx, { planId, lead: { ...lead, ...running }, user, steps: plan.steps, now });
    await recordActivity(tx, { leadId, userId: user.id, kind: 'plan', text: plan.title, now });
    return true;
  });
}

/** A new plan is one that goes on: what the person had pinned in the one that rested comes again. */
async function endPause(tx: Db, { id: leadId, userId }: Lead, now: Date): Promise<void> {
  await tx.update(leads).set(running).where(eq(leads.id, leadId));
  await restoreReminders(tx, leadId, 'a new plan', now);
  await recordActivity(tx, { leadId, userId, kind: 'resumed', now });
  await markLeadMessagesStale(tx, leadId);
}

/** The lead's plan, made empty and by hand when there is none. */
export async function ensurePlan(tx: Db, leadId: string, now: Date): Promise<string> {
  const [existing] = await tx.select({ id: plans.id }).from(plans).where(eq(plans.leadId, leadId));
  return existing?.id ?? upsertPlan(tx, leadId, { title: 'Own plan', draftedBy: 'person' }, now);
}

async function upsertPlan(
  tx: Db,
  leadId: string,
  { title, draftedBy, madeFrom = null }: Omit<DraftedPlan, 'steps'>,
  now: Date,
): Promise<string> {
  const [row] = await tx
    .insert(plans)
    .values({ leadId, title, draftedBy, madeFrom, startedAt: now })
    .onConflictDoUpdate({ target: plans.leadId, set: { title, draftedBy, madeFrom, startedAt: now } })
    .returning({ id: plans.id });
  if (!row) throw new Error('an upsert returned no row');
  return row.id;
}
