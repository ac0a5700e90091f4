import { asc, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser, type User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import { takeFromBin } from '../leads/bin.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { countAsSent, scheduleReminders, settleReminder } from '../reminders/mutations.ts';
import { personTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { nextWindow } from '../time/working-time.ts';
import { deriveDue } from './derive.ts';
import type { Step } from './lock-step.ts';
import { restAgain } from './rest-again.ts';

type Asked = { userId: number; leadId: string; now: Date };

/**
 * Brings a deleted lead back with its plan and history, dated for the person's time as it is now (cadence contract T13).
 * Steps that are still to come get their reminders. One whose time has passed is overdue, as if it had been told of, and
 * is nudged about once in the next window.
 */
export function restoreLead(
  db: Db,
  { userId, leadId, now }: Asked,
): Promise<{ ok: true; name: string } | { ok: false; reason: 'not-found' }> {
  return db.transaction(async (tx) => {
    const kept = await takeFromBin(tx, { userId, leadId });
    const [lead, user] = [await lockLead(tx, userId, leadId), await getUser(tx, userId)];
    if (!kept || !lead || !user) return { ok: false, reason: 'not-found' };
    const ofLead = eq(planSteps.leadId, leadId);
    const steps = await tx.select().from(planSteps).where(ofLead).orderBy(asc(planSteps.position));
    for (const step of steps) await bringBack(tx, step, { user, now });
    await restAgain(tx, lead, now);
    await recordActivity(tx, { leadId, userId, kind: 'restored', now });
    return { ok: true, name: kept.name };
  });
}

/** Every step with a date has its reminder again, settled like the step itself. */
async function bringBack(tx: Db, step: Step, { user, now }: { user: User; now: Date }): Promise<void> {
  const { id: stepId, leadId, status } = step;
  const person = personTime(user);
  const due = status === 'open' ? deriveDue(step, person) : step;
  if (status === 'open') await tx.update(planSteps).set(due).where(eq(planSteps.id, stepId));
  if (!due.dueAt) return;
  const to = { stepId, leadId, userId: user.id, chatId: user.chatId };
  await scheduleReminders(tx, [{ ...to, dueAt: due.dueAt }], now);
  if (status === 'done' || status === 'skipped') await settleReminder(tx, { stepId, status, now });
  const nudgeAt = toDate(nextWindow(inZone(now, person.timeZone), person));
  if (status === 'open' && due.dueAt <= now) await countAsSent(tx, { stepId, nudgeAt, now });
}
