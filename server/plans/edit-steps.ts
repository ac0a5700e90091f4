import { eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser } from '../auth/users.ts';
import { markPlanMessagesStale, markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import type { ActSnapshot } from '../db/stored-json.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { isClosed } from '../leads/status.ts';
import { moveReminder, scheduleReminders } from '../reminders/mutations.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { inZone, toLocal } from '../time/wall-time.ts';
import { type Act, recordAct } from './acts.ts';
import { orderedIds } from './arrange-steps.ts';
import { basesAtEnd } from './bases.ts';
import type { Placed } from './derive.ts';
import { furthestMs } from './furthest.ts';
import { lockStep, type OwnedStep } from './lock-step.ts';
import { ensurePlan } from './mutations.ts';
import { restAgain } from './rest-again.ts';
import { rippleFrom } from './ripple.ts';
import { type Due, pickedDue, scheduleAdded } from './schedule.ts';
import { workingDaysLate } from './shift.ts';
import { takeSnapshot } from './snapshot.ts';

type Refusal = { ok: false; reason: 'not-found' | 'closed' | 'past' | 'no-date' };
type Words = { title: string; draft: string };

/**
 * Adds a step at the end of an open lead's plan. Its date is the picked wall time `dueLocal`, else the timing text,
 * else the default spacing. A step whose event has no date yet waits without one.
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
    const bases = await basesAtEnd(tx, leadId, now);
    const due = dueLocal
      ? pick(dueLocal, personTime(user), now)
      : scheduleAdded({ delayDays: null, timing }, position, bases, personTime(user));
    if ('reason' in due) return due;
    const planId = await ensurePlan(tx, leadId, now);
    const [step] = await tx
      .insert(planSteps)
      .values({ planId, leadId, position, ...words, timing, ...due, createdAt: now })
      .returning({ id: planSteps.id });
    if (!step) throw new Error('an insert returned no row');
    await remind(tx, { lead, user }, { id: step.id, dueAt: due.dueAt }, now);
    await recordActivity(tx, { leadId, userId, stepId: step.id, kind: 'added', text: words.title, now });
    await markPlanMessagesStale(tx, leadId);
    return { ok: true, stepId: step.id, due };
  });
}

/**
 * Changes the words of a step and, unless `dueLocal` is null or what it is already, its date and reminder: it is pinned
 * then. Later steps follow a later date; `act` tells what moved, and can be undone. Snoozes are counted anew for another
 * title, which is another thing to do, and for another date.
 */
export function editStep(
  db: Db,
  input: Words & { userId: number; stepId: string; dueLocal: string | null; now: Date },
): Promise<{ ok: true; act: Act | null } | Refusal> {
  const { userId, stepId, title, draft, dueLocal, now } = input;
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    const { step, lead, user } = owned;
    const shown = step.dueAt && toLocal(inZone(step.dueAt, personTime(user).timeZone));
    // A cancelled step keeps its date for the day on which it is restored.
    const moved = dueLocal !== shown && (step.status === 'open' || step.status === 'cancelled');
    const due = dueLocal !== null && moved ? pick(dueLocal, personTime(user), now) : null;
    if (due && 'reason' in due) return due;
    const before = await takeSnapshot(tx, lead);
    await tx
      .update(planSteps)
      .set({ title, draft, ...due, ...((due || title !== step.title) && { snoozes: 0 }) })
      .where(eq(planSteps.id, stepId));
    if (due && step.status === 'open') await remind(tx, owned, { id: stepId, dueAt: due.dueAt }, now);
    else if (due) await moveReminder(tx, stepId, due.dueAt);
    const act = due && (await follow(tx, owned, { dueAt: due.dueAt, before, now }));
    await recordActivity(tx, { leadId: lead.id, userId, stepId, kind: 'edited', text: title, now });
    await markStepMessagesStale(tx, step);
    return { ok: true, act };
  });
}

type Edited = { dueAt: Date; before: ActSnapshot; now: Date };

/** Later steps follow a step that was given a later date by as many working days. */
async function follow(tx: Db, owned: OwnedStep, { dueAt, before, now }: Edited): Promise<Act> {
  const { step, lead, user } = owned;
  const by = step.dueAt ? workingDaysLate(step.dueAt, dueAt, personTime(user)) : 0;
  const moves = await rippleFrom(tx, owned, { by, because: 'edited', title: step.title, now });
  return recordAct(tx, { leadId: lead.id, stepId: step.id, before, moves, movedBy: by, now });
}

/** With the new date also where the lead rests: it counts when it goes on. */
async function remind(
  tx: Db,
  { lead, user }: Pick<OwnedStep, 'lead' | 'user'>,
  step: { id: string; dueAt: Date | null },
  now: Date,
): Promise<void> {
  const { id, dueAt } = step;
  if (!dueAt) return;
  const reminder = { stepId: id, leadId: lead.id, userId: user.id, chatId: user.chatId, dueAt };
  await scheduleReminders(tx, [reminder], now);
  await restAgain(tx, lead, now);
}

function pick(dueLocal: string, person: PersonTime, now: Date): (Due & Placed) | Refusal {
  const due = pickedDue(dueLocal, person);
  if (!due) return { ok: false, reason: 'no-date' };
  const ahead = due.dueAt.getTime() - now.getTime();
  return ahead < 0 || ahead > furthestMs ? { ok: false, reason: 'past' } : due;
}
