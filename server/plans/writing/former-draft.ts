import { and, desc, eq, ne } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { activities } from '../../db/schema.ts';
import { lockStep } from '../lock-step.ts';
import { replaceDraft } from './rewrite-draft.ts';

type Refusal = { ok: false; reason: 'not-found' | 'not-open' | 'nothing' };

/**
 * The draft before the last time a step's draft was written anew comes back; the newer one takes its place in the
 * history, so that doing it twice changes nothing.
 */
export function backToFormerDraft(
  db: Db,
  { userId, stepId, now }: { userId: number; stepId: string; now: Date },
): Promise<{ ok: true } | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return { ok: false, reason: 'not-found' };
    if (owned.step.status !== 'open') return { ok: false, reason: 'not-open' };
    const [former] = await tx
      .select({ text: activities.text })
      .from(activities)
      .where(and(eq(activities.stepId, stepId), eq(activities.kind, 'reworded'), ne(activities.text, '')))
      .orderBy(desc(activities.at))
      .limit(1);
    if (!former) return { ok: false, reason: 'nothing' };
    await replaceDraft(tx, owned.step, { userId, draft: former.text, now });
    return { ok: true };
  });
}
