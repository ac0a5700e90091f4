import { and, asc, desc, eq, inArray, lte, or } from 'drizzle-orm';
import { markPlanMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { activities, leads, planSteps, planRequests as requests, users } from '../db/schema.ts';
import type { LeadInput } from '../leads/input.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { createLead } from '../leads/mutations.ts';
import { isClosed } from '../leads/status.ts';
import { mayUseModel } from '../model/port.ts';
import type { LeadFacts } from './draft.ts';

/** What a worker needs to know of its request. */
const asked = {
  ...{ id: requests.id, leadId: requests.leadId, attempts: requests.attempts, kind: requests.kind },
  ...{ stepId: requests.stepId, wish: requests.wish, template: requests.template },
};

export type ClaimedRequest = Pick<typeof requests.$inferSelect, keyof typeof asked>;

/** Drafting takes moments; a worker silent for this long has died. */
const leaseMs = 60_000;
const maxAttempts = 3;
/** As many as say where things stand. */
const recentNotes = 10;

/** Writes a new lead and asks for its plan, both or neither. Returns the lead's id. */
export function addLead(db: Db, input: { userId: number; lead: LeadInput; now: Date }): Promise<string> {
  return db.transaction(async (tx) => {
    const leadId = await createLead(tx, input);
    await insertRequest(tx, leadId, input.now);
    return leadId;
  });
}

/** Asks for a plan for an open lead; a request that is still open is enough. */
export function requestPlan(
  db: Db,
  { userId, leadId, now }: { userId: number; leadId: string; now: Date },
): Promise<{ ok: true } | { ok: false; reason: 'not-found' | 'closed' }> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    await insertRequest(tx, leadId, now);
    await markPlanMessagesStale(tx, leadId);
    return { ok: true };
  });
}

async function insertRequest(tx: Db, leadId: string, now: Date): Promise<void> {
  await tx.insert(requests).values({ leadId, createdAt: now }).onConflictDoNothing();
}

/**
 * Claims the oldest request that waits, or whose worker died; null when there is none. One whose workers died three
 * times is given up, so that it cannot take the program down for ever.
 */
export function claimPlanRequest(db: Db, now: Date): Promise<ClaimedRequest | null> {
  return db.transaction(async (tx) => {
    const waits = or(
      eq(requests.status, 'pending'),
      and(eq(requests.status, 'working'), lte(requests.leaseUntil, now)),
    );
    for (;;) {
      const [row] = await tx
        .select(asked)
        .from(requests)
        .where(waits)
        .orderBy(asc(requests.createdAt))
        .limit(1)
        .for('update', { skipLocked: true });
      if (!row) return null;
      if (row.attempts < maxAttempts) return startWork(tx, row, now);
      await giveUp(tx, row, 'every worker stopped before it was done');
    }
  });
}

async function startWork(tx: Db, row: ClaimedRequest, now: Date): Promise<ClaimedRequest> {
  const attempts = row.attempts + 1;
  const leaseUntil = new Date(now.getTime() + leaseMs);
  await tx.update(requests).set({ status: 'working', leaseUntil, attempts }).where(eq(requests.id, row.id));
  return { ...row, attempts };
}

/** The person is told, where they asked for the plan. */
async function giveUp(tx: Db, { id, leadId }: ClaimedRequest, reason: string): Promise<void> {
  await tx.update(requests).set({ status: 'failed', lastError: reason }).where(eq(requests.id, id));
  await markPlanMessagesStale(tx, leadId);
}

/** What the drafter may know about a lead; null when the lead is gone. */
export async function getLeadFacts(
  db: Db,
  { leadId, template }: { leadId: string; template: string | null },
): Promise<LeadFacts | null> {
  const [row] = await db
    .select({ lead: leads, modelOff: users.modelOff })
    .from(leads)
    .innerJoin(users, eq(users.id, leads.userId))
    .where(eq(leads.id, leadId));
  if (!row) return null;
  const settled = await db
    .select({ title: planSteps.title })
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), inArray(planSteps.status, ['done', 'skipped'])));
  const noted = await db
    .select({ text: activities.text })
    .from(activities)
    .where(and(eq(activities.leadId, leadId), eq(activities.kind, 'note')))
    .orderBy(desc(activities.at))
    .limit(recentNotes);
  const { lead, modelOff } = row;
  return {
    ...lead,
    leadId,
    mayUseModel: mayUseModel({ modelOff }, lead),
    settledTitles: settled.map(({ title }) => title),
    history: noted.map(({ text }) => text),
    template,
  };
}

/**
 * Drafting failed: another try, or, after the third, "failed", which the person is told. A worker whose lease ran out
 * has no say any more: another one may have finished, or be at work.
 */
export async function failPlanRequest(db: Db, claimed: ClaimedRequest, reason: string): Promise<void> {
  await db.transaction(async (tx) => {
    const [mine] = await tx
      .select({ id: requests.id })
      .from(requests)
      .where(
        and(
          eq(requests.id, claimed.id),
          eq(requests.status, 'working'),
          eq(requests.attempts, claimed.attempts),
        ),
      )
      .for('update');
    if (!mine) return;
    if (claimed.attempts >= maxAttempts) return giveUp(tx, claimed, reason);
    await tx
      .update(requests)
      .set({ status: 'pending', lastError: reason })
      .where(eq(requests.id, claimed.id));
  });
}
