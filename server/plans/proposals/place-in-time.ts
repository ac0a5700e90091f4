import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planSteps } from '../../db/schema.ts';
import { renumber } from '../arrange-steps.ts';

/** Puts a step where its date falls among the open ones of its plan, after those of the same date; dates stay. */
export async function placeInTime(
  tx: Db,
  leadId: string,
  step: { id: string; dueAt: Date | null },
): Promise<void> {
  const { id, dueAt } = step;
  if (!dueAt) return;
  const rows = await tx
    .select({ id: planSteps.id, status: planSteps.status, dueAt: planSteps.dueAt })
    .from(planSteps)
    .where(eq(planSteps.leadId, leadId))
    .orderBy(asc(planSteps.position));
  const others = rows.filter((row) => row.id !== id);
  const at = others.findIndex((row) => row.status === 'open' && row.dueAt && row.dueAt > dueAt);
  const ids = others.map((row) => row.id);
  await renumber(tx, ids.toSpliced(at < 0 ? ids.length : at, 0, id));
}
