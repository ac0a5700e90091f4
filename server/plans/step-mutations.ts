import { eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { planSteps } from '../db/schema.ts';
import { isClosed } from '../leads/status.ts';
import { settleReminder } from '../reminders/mutations.ts';
import { personTime } from '../time/person.ts';
import { type Act, recordAct } from './acts.ts';
import { lockStep, type OwnedStep, type Step } from './lock-step.ts';
import { restAgain } from './rest-again.ts';
import { bringBack } from './revive.ts';
import { rippleFrom } from './ripple.ts';
import { workingDaysLate } from './shift.ts';
import { takeSnapshot } from './snapshot.ts';

type Asked = { userId: number; stepId: string; now: Date };
type Refusal = {
  ok: false;
  /** closed: the step was cancelled with its lead, which has to be opened first. */
  reason: 'not-found' | 'closed';
};
const notFound = { ok: false, reason: 'not-found' } as const;

/** What a person can make of a step. */
export type SettableStatus = Exclude<Step['status'], 'cancelled'>;

/**
 * Done, skipped or open again: the checkbox in the Mini App and the buttons in the chat are this one act. Step,
 * reminder, history and the later steps change together; `act` tells what moved, and can be undone. `changed` is false
 * when it was settled already, or open already; then nothing is written, and `step` says how it is.
 */
export function setStepStatus(
  db: Db,
  { userId, stepId, status, now }: Asked & { status: SettableStatus },
): Promise<({ ok: true; changed: boolean; act: Act | null } & OwnedStep) | Refusal> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return notFound;
    if (isSettled(owned.step.status) === isSettled(status))
      return { ok: true, changed: false, act: null, ...owned };
    if (owned.step.status === 'cancelled' && isClosed(owned.lead.status))
      return { ok: false, reason: 'closed' };
    const before = await takeSnapshot(tx, owned.lead);
    const settledAt = status === 'open' ? null : now;
    await tx.update(planSteps).set({ status, settledAt }).where(eq(planSteps.id, stepId));
    if (status !== 'open') await settleReminder(tx, { stepId, status, now });
    else await bringBack(tx, owned, now);
    await restAgain(tx, owned.lead, now);
    const act = status === 'open' ? null : await follow(tx, owned, { status, before, now });
    const kind = status === 'open' ? 'reopened' : status;
    await recordActivity(tx, { leadId: owned.lead.id, userId, stepId, kind, text: owned.step.title, now });
    await markStepMessagesStale(tx, owned.step);
    return { ok: true, changed: true, act, ...owned, step: { ...owned.step, status, settledAt } };
  });
}

const isSettled = (status: Step['status']) => status !== 'open';

type Settled = {
  status: 'done' | 'skipped';
  before: Awaited<ReturnType<typeof takeSnapshot>>;
  now: Date;
};

/** Later steps follow one that is late by as many working days; one that is early or on time moves nothing (T1 to T3). */
async function follow(tx: Db, owned: OwnedStep, { status, before, now }: Settled): Promise<Act> {
  const { step, lead, user } = owned;
  // What passes while the plan rests is added when it goes on.
  const until = lead.pausedAt ?? now;
  const by = step.dueAt ? workingDaysLate(step.dueAt, until, personTime(user)) : 0;
  const because = status === 'done' ? 'late' : 'skipped';
  const moves = await rippleFrom(tx, owned, { by, because, title: step.title, now });
  return recordAct(tx, { leadId: lead.id, stepId: step.id, before, moves, movedBy: by, now });
}
