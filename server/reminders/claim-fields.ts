import { sql } from 'drizzle-orm';
import { planSteps, scheduledReminders as reminders, users } from '../db/schema.ts';
import { timeColumns } from '../db/time-columns.ts';
import type { TimeColumns } from '../time/person.ts';
import type { DueReminder } from './plan-chat.ts';

/** What a claim has to know of a person, */
export const personFields = {
  userId: users.id,
  chatId: users.chatId,
  ...timeColumns,
  unreachableAt: users.unreachableAt,
  quietUntil: users.quietUntil,
};

/**
 * A relative step waits for the open one before it, so that two steps of one lead never come together (cadence contract
 * T8), also when both were overdue and came to the same moment; pinned steps and those of an event do not wait. Served by
 * the index `plan_steps_open_by_due`.
 */
const waits = sql`exists (select from ${planSteps} one join ${planSteps} earlier on earlier.lead_id = one.lead_id
  and earlier.status = 'open' and earlier.position < one.position and earlier.due_at <= one.due_at
  and (earlier.due_at < one.due_at or jsonb_path_exists(one.moves, '$[*].notBefore'))
  where one.id = ${reminders.stepId} and one.anchor in ('start', 'previous'))`;

/** and of a reminder of theirs. */
export const reminderFields = {
  id: reminders.id,
  stepId: reminders.stepId,
  leadId: reminders.leadId,
  dueAt: reminders.dueAt,
  sendAt: reminders.sendAt,
  status: reminders.status,
  attempts: reminders.attempts,
  lastRemindedAt: reminders.lastRemindedAt,
  // Nested on purpose: at the top of a selected one drizzle leaves the table's name out, and "id" is any id.
  nudge: sql<boolean>`${sql`${reminders.nudgedAt} is not null`}`.as('nudge'),
  waits: sql<boolean>`${waits}`.as('waits'),
};

export type PersonRow = TimeColumns &
  Pick<typeof users.$inferSelect, 'chatId' | 'unreachableAt' | 'quietUntil'> & { userId: number };
export type ReminderRow = Omit<DueReminder, 'status'> & { status: typeof reminders.$inferSelect.status };
