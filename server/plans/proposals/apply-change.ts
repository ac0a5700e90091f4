import { eq } from 'drizzle-orm';
import { recordActivity } from '../../activities/mutations.ts';
import type { User } from '../../auth/users.ts';
import { markLeadMessagesStale } from '../../chat-messages/mutations.ts';
import type { Db } from '../../db/client.ts';
import { planSteps } from '../../db/schema.ts';
import type { ProposedChange } from '../../db/stored-json.ts';
import type { Lead } from '../../leads/lock-lead.ts';
import { lockLeadReminders } from '../../reminders/change.ts';
import { scheduleReminders, unscheduleReminders } from '../../reminders/mutations.ts';
import { orderedIds, takeOut } from '../arrange-steps.ts';
import type { Step } from '../lock-step.ts';
import { ensurePlan } from '../mutations.ts';
import { restAgain } from '../rest-again.ts';
import { type Placing, placeChange } from './place-change.ts';
import { placeInTime } from './place-in-time.ts';

/** The lead, locked, its owner, and from when and by which events the dates count. */
export type Applying = { lead: Lead; user: User; placing: Placing; now: Date };

/** Makes one accepted change, which has its place still; returns it as it is to be told from now on. */
export async function applyChange(tx: Db, change: ProposedChange, at: Applying): Promise<ProposedChange> {
  const accepted = { ...change, state: 'accepted' } as const;
  if (change.kind === 'add') {
    await add(tx, change, at);
    return accepted;
  }
  const [step] = await tx.select().from(planSteps).where(eq(planSteps.id, change.stepId)).for('update');
  if (!step) throw new Error('the step of an accepted change is gone');
  if (change.kind === 'drop') await takeOut(tx, { step, ...at }, at.now);
  if (change.kind === 'reword') await reword(tx, step, change, at);
  if (change.kind !== 'move') return accepted;
  const to = await move(tx, step, change, at);
  const told = { from: step.dueAt?.toISOString() ?? null, to: to?.toISOString() ?? null };
  return { ...change, state: 'accepted', told };
}

type Change<Kind> = Extract<ProposedChange, { kind: Kind }>;

async function add(tx: Db, change: Change<'add'>, { lead, placing, ...at }: Applying): Promise<void> {
  const { title, draft, why, delayDays, timing } = change;
  const due = placeChange(change, placing);
  const planId = await ensurePlan(tx, lead.id, at.now);
  const position = (await orderedIds(tx, lead.id)).length;
  const words = { title, draft, why, delayDays, timing };
  const [step] = await tx
    .insert(planSteps)
    .values({ ...words, ...due, planId, leadId: lead.id, position, createdAt: at.now })
    .returning({ id: planSteps.id });
  if (!step) throw new Error('an insert returned no row');
  await placeInTime(tx, lead.id, { id: step.id, dueAt: due.dueAt });
  await remind(tx, { id: step.id, dueAt: due.dueAt }, { lead, placing, ...at });
  const entry = { leadId: lead.id, userId: at.user.id, stepId: step.id, text: title, now: at.now };
  await recordActivity(tx, { ...entry, kind: 'added' });
  await markLeadMessagesStale(tx, lead.id);
}

/** The step keeps its id and its reminder; no other step follows it, each has a line of its own. */
async function move(tx: Db, step: Step, change: Change<'move'>, at: Applying): Promise<Date | null> {
  const { delayDays, timing } = change;
  const due = placeChange(change, at.placing);
  await lockLeadReminders(tx, step.leadId);
  await tx
    .update(planSteps)
    .set({ delayDays, timing, ...due, snoozes: 0 })
    .where(eq(planSteps.id, step.id));
  await placeInTime(tx, step.leadId, { id: step.id, dueAt: due.dueAt });
  if (due.dueAt?.getTime() !== step.dueAt?.getTime()) await remind(tx, { id: step.id, dueAt: due.dueAt }, at);
  await recordReview(tx, step, at);
  return due.dueAt;
}

async function reword(tx: Db, step: Step, change: Change<'reword'>, at: Applying): Promise<void> {
  const { newTitle: title, draft } = change;
  // Another title is another thing to do.
  const set = { title, draft, ...(title !== step.title && { snoozes: 0 }) };
  await tx.update(planSteps).set(set).where(eq(planSteps.id, step.id));
  await recordReview(tx, { ...step, title }, at);
}

async function recordReview(tx: Db, step: Step, { user, now }: Applying): Promise<void> {
  const entry = { leadId: step.leadId, userId: user.id, stepId: step.id, text: step.title, now };
  await recordActivity(tx, { ...entry, kind: 'reviewed' });
  await markLeadMessagesStale(tx, step.leadId);
}

async function remind(
  tx: Db,
  { id, dueAt }: { id: string; dueAt: Date | null },
  { lead, user, now }: Applying,
): Promise<void> {
  if (!dueAt) return unscheduleReminders(tx, [id], now);
  const to = { leadId: lead.id, userId: user.id, chatId: user.chatId };
  await scheduleReminders(tx, [{ ...to, stepId: id, dueAt }], now);
  await restAgain(tx, lead, now);
}
