import { and, desc, eq, gt, inArray, or } from 'drizzle-orm';
import type { ActivityKind } from '../activities/mutations.ts';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { activities, acts, leads, planSteps } from '../db/schema.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { readOwnTime } from './snapshot.ts';

export type ActRefusal =
  /** Taken back already, or too long ago, or another person's. */
  | { ok: false; reason: 'gone' }
  /**
   * Something else was done with the lead, or the person's time was changed, since; `stepId` is the step that the act
   * settled, as long as nothing else was done with that step.
   */
  | { ok: false; reason: 'newer'; stepId: string | null };

/** What changes the steps of a lead without a snapshot: an older act cannot be put back over it. */
const unrecorded: ActivityKind[] = ['plan', 'added', 'reopened', 'removed', 'moved'];
/** What changes the words of a step: those from before an act cannot be put back over it. */
const rewording: ActivityKind[] = ['edited', 'reworded', 'reviewed'];

/** The act of this person, with its lead locked, if nothing was done with the steps of that lead since. */
export async function lockAct(tx: Db, userId: number, actId: number) {
  const gone = { ok: false, reason: 'gone' } as const;
  const [found] = await tx
    .select({ leadId: acts.leadId })
    .from(acts)
    .innerJoin(leads, eq(leads.id, acts.leadId))
    .where(and(eq(acts.id, actId), eq(leads.userId, userId)));
  if (!found || !(await lockLead(tx, userId, found.leadId))) return gone;
  const [last] = await tx
    .select()
    .from(acts)
    .where(eq(acts.leadId, found.leadId))
    .orderBy(desc(acts.id))
    .limit(1);
  if (last?.id === actId && !(await wasChangedSince(tx, userId, last))) return last;
  const [act] = await tx.select().from(acts).where(eq(acts.id, actId));
  return act ? ({ ok: false, reason: 'newer', stepId: await settledBy(tx, act) } as const) : gone;
}

/** The step that this act settled, if no later act was about the same step. */
async function settledBy(tx: Db, { id, stepId, before }: typeof acts.$inferSelect): Promise<string | null> {
  if (stepId === null || before.steps.find((step) => step.id === stepId)?.status !== 'open') return null;
  const [step] = await tx
    .select({ status: planSteps.status })
    .from(planSteps)
    .where(eq(planSteps.id, stepId));
  const later = and(eq(acts.stepId, stepId), gt(acts.id, id));
  const isLast = (await tx.select({ id: acts.id }).from(acts).where(later).limit(1)).length === 0;
  return isLast && (step?.status === 'done' || step?.status === 'skipped') ? stepId : null;
}

async function wasChangedSince(tx: Db, userId: number, act: typeof acts.$inferSelect): Promise<boolean> {
  if (act.before.ownTime !== (await readOwnTime(tx, userId))) return true;
  const since = and(eq(activities.leadId, act.leadId), gt(activities.at, act.at));
  const reworded = act.before.steps.flatMap(({ id, title }) => (title === undefined ? [] : id));
  const otherWords = and(inArray(activities.kind, rewording), isOneOf(activities.stepId, reworded));
  const found = and(since, or(inArray(activities.kind, unrecorded), otherWords));
  return (await tx.select({ id: activities.id }).from(activities).where(found).limit(1)).length > 0;
}
