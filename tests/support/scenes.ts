import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../server/db/client.ts';
import { planSteps, scheduledReminders } from '../../server/db/schema.ts';
import type { DraftedPlan } from '../../server/plans/draft.ts';
import { savePlan } from '../../server/plans/mutations.ts';
import type { BotWorld } from './bot-world.ts';
import { olga } from './chat-client.ts';
import { makeLead, makeUser, monday, planOf } from './people.ts';

/** The steps of a lead, in their order. */
export const stepsOf = (db: Db, leadId: string) =>
  db.select().from(planSteps).where(eq(planSteps.leadId, leadId)).orderBy(asc(planSteps.position));

/** The reminders of a lead, the earliest step first. */
export const remindersOf = (db: Db, leadId: string) =>
  db
    .select()
    .from(scheduledReminders)
    .where(eq(scheduledReminders.leadId, leadId))
    .orderBy(asc(scheduledReminders.dueAt));

/** The reminder of a step. */
export async function reminderOf(db: Db, stepId: string) {
  const [reminder] = await db.select().from(scheduledReminders).where(eq(scheduledReminders.stepId, stepId));
  if (!reminder) throw new Error(`step ${stepId} has no reminder`);
  return reminder;
}

type Planned = {
  userId?: number;
  name?: string;
  company?: string;
  now?: Date;
  /** Days of the plan's steps, or the whole plan. */
  plan?: number[] | DraftedPlan;
};

/** A person in Berlin who pressed Start, with a lead and its plan; the first step is due at once. */
export async function plannedLead(world: BotWorld, options: Planned = {}) {
  const { userId = olga, name, company, now = monday, plan = [0, 3] } = options;
  const { db } = world.deps;
  if (!(await world.state(userId)).started) await world.say('/start', { from: userId });
  await makeUser(db, { id: userId, now });
  const leadId = await makeLead(db, { userId, name, company, now });
  await savePlan(db, { leadId, plan: Array.isArray(plan) ? planOf(...plan) : plan, now });
  const steps = await stepsOf(db, leadId);
  const first = steps[0];
  if (!first) throw new Error('the plan has no step');
  return { leadId, steps, stepId: first.id };
}

/** The same, with the reminder of the first step already in the chat. */
export async function remindedLead(world: BotWorld, options: Planned = {}) {
  const planned = await plannedLead(world, options);
  await world.tick('due-reminders');
  await world.settle();
  return { ...planned, reminder: await world.last(options.userId) };
}
