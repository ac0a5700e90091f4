import { and, asc, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser } from '../auth/users.ts';
import { markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, proposals } from '../db/schema.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { isClosed, isResting, type LeadStatus, running } from '../leads/status.ts';
import { cancelReminders, restoreReminders } from '../reminders/of-lead.ts';
import { personTime } from '../time/person.ts';
import { type Act, recordAct } from './acts.ts';
import type { Step } from './lock-step.ts';
import { dropRequest } from './requests/cancel.ts';
import { reviveSteps } from './revive.ts';
import { workingDaysLate } from './shift.ts';
import { takeSnapshot } from './snapshot.ts';

type Asked = { userId: number; leadId: string; now: Date };
const notFound = { ok: false, reason: 'not-found' } as const;

type StatusSet = {
  ok: true;
  /** Can be undone; null when the lead had that status already, and nothing was written. */
  act: Act | null;
  /** Steps of the lead that are cancelled now, and could be restored. */
  cancelled: number;
};

/**
 * Won and lost close a lead: its open steps are cancelled, what is being written for it is dropped, and no reminder about
 * it is sent (cadence contract T9). Any other status opens it again; cancelled steps stay so until the person restores
 * them. Steps that were open in a closed lead, as older versions left them, have their reminders back at once.
 */
export function setLeadStatus(
  db: Db,
  { userId, leadId, status, now }: Asked & { status: LeadStatus },
): Promise<StatusSet | typeof notFound> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return notFound;
    if (lead.status === status)
      return { ok: true, act: null, cancelled: (await cancelledSteps(tx, leadId)).length };
    const before = await takeSnapshot(tx, lead);
    // A pause ends with the lead: what it adds when it goes on is counted from its closing.
    const set = isClosed(status) ? { status, ...running } : { status };
    await tx.update(leads).set(set).where(eq(leads.id, leadId));
    if (isClosed(status)) await close(tx, leadId, now);
    else if (isClosed(lead.status) && !isResting({ ...lead, status }))
      await restoreReminders(tx, leadId, 'the lead was opened again', now);
    const act = await recordAct(tx, { leadId, before, moves: [], movedBy: 0, now });
    await recordActivity(tx, { leadId, userId, kind: 'status', text: status, now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, act, cancelled: (await cancelledSteps(tx, leadId)).length };
  });
}

async function close(tx: Db, leadId: string, now: Date): Promise<void> {
  await tx
    .update(planSteps)
    .set({ status: 'cancelled', settledAt: now })
    .where(and(eq(planSteps.leadId, leadId), eq(planSteps.status, 'open')));
  await cancelReminders(tx, leadId, 'the lead was closed', now);
  if (await dropRequest(tx, leadId)) await closeEmptyProposal(tx, leadId);
}

/** The list of changes that was being thought about; the request that was dropped has told its messages. */
async function closeEmptyProposal(tx: Db, leadId: string): Promise<void> {
  const isEmpty = eq(proposals.items, []);
  await tx
    .update(proposals)
    .set({ status: 'closed' })
    .where(and(eq(proposals.leadId, leadId), eq(proposals.status, 'open'), isEmpty));
}

type Restored = { ok: true; restored: number; act: Act };
type Refusal = {
  ok: false;
  /** closed: open the lead first; nothing: no step is cancelled. */
  reason: 'not-found' | 'closed' | 'nothing';
};

/**
 * Opens the cancelled steps of an open lead again (plans/revive.ts says when they are due). The act tells what moved, and
 * can be undone.
 */
export function restoreSteps(db: Db, { userId, leadId, now }: Asked): Promise<Restored | Refusal> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    const user = lead && (await getUser(tx, userId));
    if (!user) return notFound;
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    const steps = await cancelledSteps(tx, leadId);
    const [first] = steps;
    if (!first) return { ok: false, reason: 'nothing' };
    const before = await takeSnapshot(tx, lead);
    const moves = await reviveSteps(tx, { lead, user }, { steps, now });
    const movedBy = moves.length > 0 ? workingDaysLate(first.settledAt ?? now, now, personTime(user)) : 0;
    const act = await recordAct(tx, { leadId, before, moves, movedBy, now });
    const text = steps.length === 1 ? first.title : `${steps.length} steps`;
    await recordActivity(tx, { leadId, userId, kind: 'restored', text, now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, restored: steps.length, act };
  });
}

/** In the order of the plan, locked. */
function cancelledSteps(tx: Db, leadId: string): Promise<Step[]> {
  return tx
    .select()
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), eq(planSteps.status, 'cancelled')))
    .orderBy(asc(planSteps.position))
    .for('update');
}
