import { desc } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { acts } from '../db/schema.ts';
import { isClosed } from '../leads/status.ts';
import type { Act } from '../plans/acts.ts';
import type { CardRow } from './step-card-rows.ts';

/** What was last done with a lead, the only act that can still be taken back; `stepId` is null for one with the lead itself. */
export type LastAct = Act & { stepId: string | null };

/** The last act of each of these leads, by the lead's id. One query, however many leads are asked for. */
export async function listLastActs(db: Db, leadIds: string[]): Promise<Map<string, LastAct>> {
  if (leadIds.length === 0) return new Map();
  const { leadId, id, stepId, moves, movedBy } = acts;
  const rows = await db
    .selectDistinctOn([leadId], { leadId, id, stepId, moves, movedBy })
    .from(acts)
    .where(isOneOf(leadId, leadIds))
    .orderBy(leadId, desc(id));
  return new Map(rows.map(({ leadId: of, ...act }) => [of, act]));
}

/** What was last done with a step's lead, if it was done with this step, or closed the lead and so cancelled it. */
export function aboutStep(last: LastAct | undefined, { step, lead }: CardRow): LastAct | null {
  const closed = isClosed(lead.status) && step.status === 'cancelled';
  return last && last.stepId === (closed ? null : step.id) ? last : null;
}

/** The act that closed this lead, while nothing was done with it since; null for none. */
export async function findClosingAct(db: Db, leadId: string): Promise<number | null> {
  const last = (await listLastActs(db, [leadId])).get(leadId);
  return last && last.stepId === null ? last.id : null;
}
