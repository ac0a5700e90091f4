import { and, inArray } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { isOneOf } from '../../db/many.ts';
import { activities } from '../../db/schema.ts';
import type { ProposedChange } from '../../db/stored-json.ts';
import type { Step } from '../lock-step.ts';

/** Why a proposed change has no place any more: what became of its step since. */
export type GoneReason = 'removed' | 'done' | 'skipped' | 'cancelled' | 'pinned' | 'edited';

/** Steps whose words the person changed, with when they last did. */
export type EditTimes = Map<string, Date>;

/**
 * Why this change cannot be made any more; null when it can. `askedAt`: when the proposal was asked for. A date or words
 * that the person chose meanwhile are theirs, and no proposal from before goes over them. Pure.
 */
export function goneReason(
  change: ProposedChange,
  steps: Pick<Step, 'id' | 'status' | 'anchor'>[],
  { edits, askedAt }: { edits: EditTimes; askedAt: Date },
): GoneReason | null {
  if (change.kind === 'add') return null;
  const step = steps.find(({ id }) => id === change.stepId);
  if (!step) return 'removed';
  if (step.status !== 'open') return step.status;
  if (step.anchor === 'pinned') return 'pinned';
  const edited = edits.get(step.id);
  return edited && edited > askedAt ? 'edited' : null;
}

/** When the words of these steps were last changed by hand, or written anew. */
export async function getEditTimes(tx: Db, stepIds: string[]): Promise<EditTimes> {
  const rows = await tx
    .select({ stepId: activities.stepId, at: activities.at })
    .from(activities)
    .where(and(isOneOf(activities.stepId, stepIds), inArray(activities.kind, ['edited', 'reworded'])));
  const times: EditTimes = new Map();
  for (const { stepId, at } of rows) {
    const known = stepId && times.get(stepId);
    if (stepId && (!known || at > known)) times.set(stepId, at);
  }
  return times;
}
