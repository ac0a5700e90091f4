import { and, desc, eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { acts, leads, planSteps } from '../db/schema.ts';
import { undoAct } from './acts.ts';
import { setStepStatus } from './step-mutations.ts';

type Reopened = {
  ok: true;
  /** False when it was open already; then nothing is written. */
  changed: boolean;
  /** What became of the later steps that had moved: back, or where they are; none: none had. */
  dates: 'none' | 'back' | 'stay';
};

/**
 * Opens a settled step again: Undo in the chat and the unticked box in the Mini App. As long as nothing else was done
 * with the lead's steps, everything is as it was before the step was settled; afterwards only the step itself is opened.
 */
export async function reopenStep(
  db: Db,
  { userId, stepId, now }: { userId: number; stepId: string; now: Date },
): Promise<Reopened | { ok: false; reason: 'not-found' | 'closed' }> {
  const settling = await findSettling(db, userId, stepId);
  const moved = settling?.moves.some(({ from, to }) => from !== to) ?? false;
  const undone = settling && (await undoAct(db, { userId, actId: settling.id, now }));
  if (undone?.ok) return { ok: true, changed: true, dates: moved ? 'back' : 'none' };
  const result = await setStepStatus(db, { userId, stepId, status: 'open', now });
  if (!result.ok) return result;
  return { ok: true, changed: result.changed, dates: result.changed && moved ? 'stay' : 'none' };
}

/** The act that settled a step of this person which had been open; null when none did, or that is too long ago. */
async function findSettling(db: Db, userId: number, stepId: string) {
  const [found] = await db
    .select({ id: acts.id, moves: acts.moves, before: acts.before, status: planSteps.status })
    .from(acts)
    .innerJoin(planSteps, eq(planSteps.id, acts.stepId))
    .innerJoin(leads, eq(leads.id, acts.leadId))
    .where(and(eq(acts.stepId, stepId), eq(leads.userId, userId)))
    .orderBy(desc(acts.id))
    .limit(1);
  const before = found?.before.steps.find(({ id }) => id === stepId)?.status;
  const isSettled = found?.status === 'done' || found?.status === 'skipped';
  return isSettled && before === 'open' ? found : null;
}
