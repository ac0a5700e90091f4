import { asc, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import { markStepMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { isOneOf } from '../db/many.ts';
import { planSteps } from '../db/schema.ts';
import type { Lead } from '../leads/lock-lead.ts';
import { lockLeadReminders } from '../reminders/change.ts';
import { scheduleReminders } from '../reminders/mutations.ts';
import { personTime } from '../time/person.ts';
import { getEventDates } from './bases.ts';
import type { DraftedStep } from './draft.ts';
import type { Step } from './lock-step.ts';
import { restAgain } from './rest-again.ts';
import { schedulePlan } from './schedule.ts';

type Merge = { planId: string; lead: Lead; user: User; steps: DraftedStep[]; now: Date };
type Drafted = ReturnType<typeof schedulePlan<DraftedStep>>[number];

/**
 * A new draft meets the steps that are there (cadence contract T11): done, skipped and pinned ones are not touched; an
 * open one of the same title is kept, with the new words and date, so that its buttons in the chat go on working; other
 * open ones go, and their messages say so.
 */
export async function mergeSteps(tx: Db, { planId, lead, user, steps, now }: Merge): Promise<void> {
  const leadId = lead.id;
  const ofLead = eq(planSteps.leadId, leadId);
  const there = await tx.select().from(planSteps).where(ofLead).orderBy(asc(planSteps.position));
  const untouched = there.filter((step) => isSettled(step) || step.anchor === 'pinned');
  const replaced = there.filter((step) => !untouched.includes(step));
  const pinned = untouched.filter((step) => step.status === 'open');
  const taken = new Set(pinned.map(nameOf));
  const bases = { start: now, previous: null, events: await getEventDates(tx, leadId) };
  const wanted = steps.filter((step) => !taken.has(nameOf(step)));
  const drafted = schedulePlan(wanted, bases, personTime(user));

  const kept = matchByTitle(drafted, replaced);
  const ids = new Set(kept.values());
  await removeSteps(
    tx,
    leadId,
    replaced.filter(({ id }) => !ids.has(id)),
  );
  const settled = untouched.filter((step) => step.status !== 'open');
  const inOrder: (Step | Drafted)[] = [...settled, ...byDate(drafted, pinned)];
  for (const [position, step] of inOrder.entries()) {
    if ('id' in step) await tx.update(planSteps).set({ position }).where(eq(planSteps.id, step.id));
    else
      await writeStep(
        tx,
        { ...step, status: 'open', settledAt: null, snoozes: 0, planId, leadId, position, createdAt: now },
        kept.get(step),
      );
  }
  await remind(tx, { lead, user, now }, new Set(pinned.map(({ id }) => id)));
}

/** A cancelled step gives way to the new plan like an open one. */
const isSettled = ({ status }: Step) => status === 'done' || status === 'skipped';
const nameOf = ({ title }: { title: string }) => title.trim().toLowerCase();

/** Which step that is there each drafted one continues, by its id: the first of that title which none continues yet. */
function matchByTitle(drafted: Drafted[], there: Step[]): Map<Drafted, string> {
  const left = [...there];
  const matched = new Map<Drafted, string>();
  for (const step of drafted) {
    const at = left.findIndex((one) => nameOf(one) === nameOf(step));
    const [same] = at < 0 ? [] : left.splice(at, 1);
    if (same) matched.set(step, same.id);
  }
  return matched;
}

/** Pinned steps where their dates fall among the drafted ones. */
function byDate(drafted: Drafted[], pinned: Step[]): (Step | Drafted)[] {
  const merged: (Step | Drafted)[] = [...drafted];
  for (const step of pinned) {
    const at = merged.findIndex(({ dueAt }) => dueAt && step.dueAt && dueAt > step.dueAt);
    merged.splice(at < 0 ? merged.length : at, 0, step);
  }
  return merged;
}

async function removeSteps(tx: Db, leadId: string, gone: Step[]): Promise<void> {
  for (const step of gone) await markStepMessagesStale(tx, step);
  await lockLeadReminders(tx, leadId);
  const ids = gone.map(({ id }) => id);
  await tx.delete(planSteps).where(isOneOf(planSteps.id, ids));
}

async function writeStep(tx: Db, row: typeof planSteps.$inferInsert, keptId?: string): Promise<void> {
  if (keptId === undefined) await tx.insert(planSteps).values(row);
  else {
    await tx.update(planSteps).set(row).where(eq(planSteps.id, keptId));
    await markStepMessagesStale(tx, { id: keptId, leadId: row.leadId });
  }
}

/** Open steps with a date get their reminders; pinned ones have theirs. */
async function remind(
  tx: Db,
  { lead, user, now }: Pick<Merge, 'lead' | 'user' | 'now'>,
  pinned: Set<string>,
) {
  const rows = await tx.select().from(planSteps).where(eq(planSteps.leadId, lead.id));
  const to = { leadId: lead.id, userId: user.id, chatId: user.chatId };
  const due = rows.flatMap(({ id, status, dueAt }) =>
    status === 'open' && dueAt && !pinned.has(id) ? { ...to, stepId: id, dueAt } : [],
  );
  await scheduleReminders(tx, due, now);
  await restAgain(tx, lead, now);
}
