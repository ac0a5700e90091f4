import { asc, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { markPlanMessagesStale, markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import { lockStep, type OwnedStep } from './lock-step.ts';
import { rippleFrom } from './ripple.ts';

type Refusal = { ok: false; reason: 'not-found' };

/** Takes a step out of its plan, its reminder with it. A step that waited for it comes now. */
export function removeStep(
  db: Db,
  { userId, stepId, now }: { userId: number; stepId: string; now: Date },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    await takeOut(tx, owned, now);
    return { ok: true };
  });
}

/** The same for a step that is locked, inside the transaction of an act. */
export async function takeOut(tx: Db, owned: OwnedStep, now: Date): Promise<void> {
  const { step, lead, user } = owned;
  await markStepMessagesStale(tx, step);
  // A step that is settled kept nothing waiting.
  if (step.status === 'open') await rippleFrom(tx, owned, { by: 0, because: 'skipped', title: '', now });
  await tx.delete(planSteps).where(eq(planSteps.id, step.id));
  await renumber(tx, await orderedIds(tx, lead.id));
  await recordActivity(tx, { leadId: lead.id, userId: user.id, kind: 'removed', text: step.title, now });
}

/** Puts a step at place `to` (from 0) of its plan; dates stay as they are. */
export function moveStep(
  db: Db,
  { userId, stepId, to }: { userId: number; stepId: string; to: number },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    const others = (await orderedIds(tx, owned.lead.id)).filter((id) => id !== stepId);
    await renumber(tx, others.toSpliced(to, 0, stepId));
    await markPlanMessagesStale(tx, owned.lead.id);
    return { ok: true };
  });
}

/** The steps of a plan in its order. */
export async function orderedIds(tx: Db, leadId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: planSteps.id })
    .from(planSteps)
    .where(eq(planSteps.leadId, leadId))
    .orderBy(asc(planSteps.position));
  return rows.map((row) => row.id);
}

/** Gives the steps of a plan the places they have in `ids`. */
export async function renumber(tx: Db, ids: string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx.update(planSteps).set({ position }).where(eq(planSteps.id, id));
  }
}
