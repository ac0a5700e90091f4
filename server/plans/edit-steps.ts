import { asc, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser, personTime } from '../auth/users.ts';
import { markPlanMessagesStale, markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { isClosed } from '../leads/status.ts';
import { cancelReminders, scheduleReminders } from '../reminders/mutations.ts';
import { inZone, type PersonTime, toLocal } from '../time/wall-time.ts';
import { ensurePlan } from './mutations.ts';
import { type Due, pickedDue, scheduleStep } from './schedule.ts';
import { lockStep } from './step-mutations.ts';

type Refusal = { ok: false; reason: 'not-found' | 'closed' | 'past' | 'no-date' };
type Words = { title: string; draft: string };

/** No plan reaches further than this; a date beyond it is a slip of the finger. */
const furthestMs = 5 * 366 * 24 * 60 * 60_000;

/**
 * Adds a step at the end of an open lead's plan. Its date is the picked wall time `dueLocal`, else the timing text,
 * else the default spacing.
 */
export function addStep(
  db: Db,
  input: Words & { userId: number; leadId: string; timing: string; dueLocal: string | null; now: Date },
): Promise<{ ok: true; stepId: string; due: Due } | Refusal> {
  const { userId, leadId, timing, dueLocal, now, ...words } = input;
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    const user = lead && (await getUser(tx, userId));
    if (!user) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    const position = (await orderedIds(tx, leadId)).length;
    const due = dueLocal
      ? pick(dueLocal, personTime(user), now)
      : scheduleStep({ delayDays: null, timing }, position, now, personTime(user));
    if ('reason' in due) return due;
    const planId = await ensurePlan(tx, leadId, now);
    const [step] = await tx
      .insert(planSteps)
      .values({ planId, leadId, position, ...words, timing, ...due, createdAt: now })
      .returning({ id: planSteps.id });
    if (!step) throw new Error('an insert returned no row');
    const reminder = { stepId: step.id, leadId, userId, chatId: user.chatId, dueAt: due.dueAt };
    await scheduleReminders(tx, [reminder], now);
    await recordActivity(tx, { leadId, userId, stepId: step.id, kind: 'added', text: words.title, now });
    await markPlanMessagesStale(tx, leadId);
    return { ok: true, stepId: step.id, due };
  });
}

/** Changes the words of a step and, unless `dueLocal` is null or what it is already, its date and reminder. */
export function editStep(
  db: Db,
  {
    userId,
    stepId,
    title,
    draft,
    dueLocal,
    now,
  }: Words & { userId: number; stepId: string; dueLocal: string | null; now: Date },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    const { step, lead, user } = owned;
    const shown = toLocal(inZone(step.dueAt, personTime(user).timeZone));
    const moved = dueLocal !== shown && step.status === 'open';
    const due = dueLocal !== null && moved ? pick(dueLocal, personTime(user), now) : null;
    if (due && 'reason' in due) return due;
    await tx
      .update(planSteps)
      .set({ title, draft, ...due })
      .where(eq(planSteps.id, stepId));
    if (due) {
      const reminder = { stepId, leadId: lead.id, userId, chatId: user.chatId, dueAt: due.dueAt };
      await scheduleReminders(tx, [reminder], now);
      // With the new date all the same: it counts when the lead is opened again.
      if (isClosed(lead.status)) await cancelReminders(tx, lead.id, now);
    }
    await recordActivity(tx, { leadId: lead.id, userId, stepId, kind: 'edited', text: title, now });
    await markStepMessagesStale(tx, step);
    return { ok: true };
  });
}

/** Takes a step out of its plan, its reminder with it. */
export function removeStep(
  db: Db,
  { userId, stepId, now }: { userId: number; stepId: string; now: Date },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    const { step, lead } = owned;
    await markStepMessagesStale(tx, step);
    await tx.delete(planSteps).where(eq(planSteps.id, stepId));
    await renumber(tx, await orderedIds(tx, lead.id));
    await recordActivity(tx, { leadId: lead.id, userId, kind: 'removed', text: step.title, now });
    return { ok: true };
  });
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

function pick(dueLocal: string, person: PersonTime, now: Date): Due | Refusal {
  const due = pickedDue(dueLocal, person);
  if (!due) return { ok: false, reason: 'no-date' };
  const ahead = due.dueAt.getTime() - now.getTime();
  return ahead < 0 || ahead > furthestMs ? { ok: false, reason: 'past' } : due;
}

async function orderedIds(tx: Db, leadId: string): Promise<string[]> {
  const rows = await tx
    .select({ id: planSteps.id })
    .from(planSteps)
    .where(eq(planSteps.leadId, leadId))
    .orderBy(asc(planSteps.position));
  return rows.map((row) => row.id);
}

async function renumber(tx: Db, ids: string[]): Promise<void> {
  for (const [position, id] of ids.entries()) {
    await tx.update(planSteps).set({ position }).where(eq(planSteps.id, id));
  }
}
