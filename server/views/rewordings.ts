import { eq, type SQL, sql } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import type { NoAnswer } from '../model/port.ts';
import { formerDraft } from '../plans/writing/former-draft.ts';
import { reasonOf } from '../plans/writing/no-answer.ts';
import { toldMs } from './told-ms.ts';

/** A step of which another draft was asked for, or written. */
export type RewordingView = {
  stepId: string;
  /** Why the last wish, lately, led to no other draft; null otherwise. */
  failure: NoAnswer['reason'] | null;
  /** There is a draft before the one it has. */
  back: boolean;
};

type Rewording = { status: string; error: string | null };

/** Those steps of a lead whose draft was, or was to be, written anew. */
export async function listRewordings(db: Db, leadId: string, now: Date): Promise<RewordingView[]> {
  const rows = await db
    .select({ stepId: planSteps.id, last: lastRewording(now), former: formerDraft })
    .from(planSteps)
    .where(eq(planSteps.leadId, leadId));
  return rows
    .filter(({ last, former }) => last || former)
    .map(({ stepId, last, former }) => ({ stepId, failure: failureOf(last), back: Boolean(former) }));
}

/** SQL, of a step: what became of the last wish for another draft of it; null when there was none lately. */
export function lastRewording(now: Date): SQL<Rewording | null> {
  const since = new Date(now.getTime() - toldMs).toISOString();
  return sql<Rewording | null>`(
    select json_build_object('status', r.status, 'error', r.last_error) from plan_requests r
    where r.step_id = plan_steps.id and r.kind = 'draft' and r.created_at > ${since}::timestamptz
    order by r.created_at desc limit 1)`;
}

/** Why it led to no other draft; null when it did, or may yet. */
export const failureOf = (last: Rewording | null): NoAnswer['reason'] | null =>
  last?.status === 'failed' ? reasonOf(last.error) : null;
