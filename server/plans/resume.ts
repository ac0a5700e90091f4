import { asc, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser, type User } from '../auth/users.ts';
import { markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps } from '../db/schema.ts';
import type { ToldMove } from '../db/stored-json.ts';
import { type Lead, lockLead } from '../leads/lock-lead.ts';
import { isClosed, running } from '../leads/status.ts';
import { restoreReminders } from '../reminders/of-lead.ts';
import { personTime } from '../time/person.ts';
import { type Act, recordAct } from './acts.ts';
import { saveShifted, toMove } from './ripple.ts';
import { type Shifted, shift, workingDaysLate } from './shift.ts';
import { takeSnapshot } from './snapshot.ts';

type Asked = { userId: number; leadId: string; now: Date };
export type ResumeRefusal = { ok: false; reason: 'not-found' | 'closed' };

/** What moves when a plan goes on, and by how many working days: those that the pause has lasted. */
export type ResumePreview = { moves: ToldMove[]; movedBy: number };

/**
 * The plan goes on where it stood: open relative steps come as many working days later as the pause has lasted, those
 * that were overdue come at once, inside the window; pinned steps and those of an event keep their dates (cadence
 * contract T10). `act` is null when the plan was not resting, and nothing is written.
 */
export function resumeLead(
  db: Db,
  { userId, leadId, now }: Asked,
): Promise<{ ok: true; act: Act | null } | ResumeRefusal> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    const user = lead && (await getUser(tx, userId));
    if (!user) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    if (!lead.pausedAt) return { ok: true, act: null };
    const { by, shifted } = await goingOn(tx, { lead, user, pausedAt: lead.pausedAt }, now);
    const before = await takeSnapshot(tx, lead);
    await tx.update(leads).set(running).where(eq(leads.id, leadId));
    await restoreReminders(tx, leadId, 'the plan goes on', now);
    const moves = await saveShifted(tx, { lead: { ...lead, ...running }, user }, shifted, now);
    const act = await recordAct(tx, { leadId, before, moves, movedBy: by, now });
    await recordActivity(tx, { leadId, userId, kind: 'resumed', now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, act };
  });
}

/** What resumeLead would move now: nothing of a plan that runs. Nothing is written; null when there is no such lead. */
export async function previewResume(db: Db, { userId, leadId, now }: Asked): Promise<ResumePreview | null> {
  const [lead] = await db.select().from(leads).where(eq(leads.id, leadId));
  const user = lead?.userId === userId ? await getUser(db, userId) : null;
  if (!user || !lead) return null;
  if (!lead.pausedAt) return { moves: [], movedBy: 0 };
  const { by, shifted } = await goingOn(db, { lead, user, pausedAt: lead.pausedAt }, now);
  return { moves: shifted.map(toMove), movedBy: by };
}

async function goingOn(
  db: Db,
  { lead, user, pausedAt }: { lead: Lead; user: User; pausedAt: Date },
  now: Date,
): Promise<{ by: number; shifted: Shifted[] }> {
  const person = personTime(user);
  const by = workingDaysLate(pausedAt, now, person);
  const ofLead = eq(planSteps.leadId, lead.id);
  const steps = await db.select().from(planSteps).where(ofLead).orderBy(asc(planSteps.position));
  return { by, shifted: shift(steps, { by, because: 'resumed', title: '', now }, person) };
}
