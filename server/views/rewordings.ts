import { and, desc, eq, gt, isNotNull, ne } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { activities, planRequests as requests } from '../db/schema.ts';
import type { NoAnswer } from '../model/port.ts';
import { reasonOf } from '../plans/writing/no-answer.ts';

/** A step of which another draft was asked for, or written. */
export type RewordingView = {
  stepId: string;
  /** Why the last wish, lately, led to no other draft; null otherwise. */
  failure: NoAnswer['reason'] | null;
  /** There is a draft before the one it has. */
  back: boolean;
};

/** How long a person is told that another draft could not be written. */
const toldMs = 60 * 60_000;

/** Those steps of a lead whose draft was, or was to be, written anew. */
export async function listRewordings(db: Db, leadId: string, now: Date): Promise<RewordingView[]> {
  const lately = gt(requests.createdAt, new Date(now.getTime() - toldMs));
  const asked = await db
    .select({ stepId: requests.stepId, status: requests.status, error: requests.lastError })
    .from(requests)
    .where(and(eq(requests.leadId, leadId), eq(requests.kind, 'draft'), lately))
    .orderBy(desc(requests.createdAt));
  const reworded = and(eq(activities.kind, 'reworded'), ne(activities.text, ''));
  const written = await db
    .selectDistinct({ stepId: activities.stepId })
    .from(activities)
    .where(and(eq(activities.leadId, leadId), reworded, isNotNull(activities.stepId)));
  const ids = new Set([...asked, ...written].flatMap(({ stepId }) => stepId ?? []));
  return [...ids].map((stepId) => {
    const last = asked.find((one) => one.stepId === stepId);
    return {
      stepId,
      failure: last?.status === 'failed' ? reasonOf(last.error) : null,
      back: written.some((one) => one.stepId === stepId),
    };
  });
}
