import { asc, eq } from 'drizzle-orm';
import type { Db } from '../../server/db/client.ts';
import { activities, chatMessages, leads, planSteps, scheduledReminders } from '../../server/db/schema.ts';
import { monday } from './people.ts';

const minute = 60_000;

/** An instant counted from Monday, 12 October 2026, 09:00 in Berlin; negative numbers count back. */
export function later({ days = 0, hours = 0, minutes = 0, seconds = 0 }): Date {
  return new Date(monday.getTime() + ((days * 24 + hours) * 60 + minutes + seconds / 60) * minute);
}

/** A row that must be there. */
export function one<T>(rows: readonly T[], index = 0): NonNullable<T> {
  const row = rows[index];
  if (row === undefined || row === null) throw new Error(`no row at ${index} of ${rows.length}`);
  return row;
}

export async function leadRow(db: Db, leadId: string) {
  return one(await db.select().from(leads).where(eq(leads.id, leadId)));
}

/** A lead's steps in the order of the plan. */
export function stepsOf(db: Db, leadId: string) {
  return db.select().from(planSteps).where(eq(planSteps.leadId, leadId)).orderBy(asc(planSteps.position));
}

export async function stepAt(db: Db, leadId: string, index: number) {
  return one(await stepsOf(db, leadId), index);
}

/** A lead's reminders, earliest first. */
export function remindersOf(db: Db, leadId: string) {
  return db
    .select()
    .from(scheduledReminders)
    .where(eq(scheduledReminders.leadId, leadId))
    .orderBy(asc(scheduledReminders.dueAt));
}

export async function reminderOf(db: Db, stepId: string) {
  return one(await db.select().from(scheduledReminders).where(eq(scheduledReminders.stepId, stepId)));
}

/** What happened with a lead, oldest first: "created", "plan: Test plan", "done: Step of day 0". */
export async function historyOf(db: Db, leadId: string): Promise<string[]> {
  const rows = await db
    .select()
    .from(activities)
    .where(eq(activities.leadId, leadId))
    .orderBy(asc(activities.at), asc(activities.kind));
  return rows.map(({ kind, text }) => (text ? `${kind}: ${text}` : kind));
}

/** The messages in the chat that mirror something, in the order they were sent. */
export function messagesOf(db: Db, userId = 1001) {
  return db
    .select()
    .from(chatMessages)
    .where(eq(chatMessages.userId, userId))
    .orderBy(asc(chatMessages.messageId));
}

/** Pins a lead's steps where they are: none of them waits for an earlier one. */
export async function pinSteps(db: Db, leadId: string): Promise<void> {
  await db.update(planSteps).set({ anchor: 'pinned' }).where(eq(planSteps.leadId, leadId));
}
