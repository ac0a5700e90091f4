import { eq, sql } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planSteps } from '../../db/schema.ts';
import { lockStep } from '../lock-step.ts';
import { replaceDraft } from './rewrite-draft.ts';

type Refusal = { ok: false; reason: 'not-found' | 'not-open' | 'nothing' };

/**
 * SQL, of a step: the draft it had when its draft was last written anew; '' when it had none then, null when it was never
 * written anew.
 */
export const formerDraft = sql<string | null>`(
  select a.text from activities a where a.step_id = plan_steps.id and a.kind = 'reworded'
  order by a.at desc limit 1)`;

/**
 * The draft before the last time a step's draft was written anew comes back; the newer one takes its place in the
 * history, so that doing it twice changes nothing.
 * @returns nothing: it was never written anew, or had no draft before that
 */
export function backToFormerDraft(
  db: Db,
  { userId, stepId, now }: { userId: number; stepId: string; now: Date },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    if (owned.step.status !== 'open') return { ok: false, reason: 'not-open' };
    const [row] = await tx.select({ draft: formerDraft }).from(planSteps).where(eq(planSteps.id, stepId));
    if (!row?.draft) return { ok: false, reason: 'nothing' };
    await replaceDraft(tx, owned.step, { userId, draft: row.draft, now });
    return { ok: true };
  });
}
