import { and, asc, eq, gte, inArray, isNull, lt, or, type SQL } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { BriefingKind } from '../briefings/next.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { activeLead } from '../leads/status.ts';
import { personTime } from '../time/person.ts';
import { dayBounds } from '../time/when.ts';

/** So many steps one message remembers; it lists fewer, and says how many there are. */
const mostSteps = 100;
const isOpen = and(activeLead, eq(planSteps.status, 'open'));

/**
 * The steps a briefing tells this person of at `now`, in its order; none when there is nothing to say. What only waits is
 * told of beside what there is to do, never by itself: that would be the same message every day.
 */
export async function listBriefingSteps(
  db: Db,
  user: User,
  kind: BriefingKind,
  now: Date,
): Promise<string[]> {
  const { start, end, weekEnd } = dayBounds(now, personTime(user).timeZone);
  const select = (which: SQL | undefined) => selectIds(db, and(eq(leads.userId, user.id), which));
  if (kind === 'weekly') return select(and(isOpen, gte(planSteps.dueAt, end), lt(planSteps.dueAt, weekEnd)));
  // What the person has put off to another day is not for today.
  const isAwake = or(isNull(reminders.snoozedAt), lt(reminders.dueAt, end));
  const due = await select(and(isOpen, lt(planSteps.dueAt, end), isAwake));
  if (kind === 'morning') {
    const waiting = due.length > 0 ? await select(and(isOpen, isNull(planSteps.dueAt))) : [];
    return [...due, ...waiting].slice(0, mostSteps);
  }
  const isSettled = inArray(planSteps.status, ['done', 'skipped']);
  const done = await select(and(isSettled, gte(planSteps.settledAt, start), lt(planSteps.settledAt, end)));
  return [...done, ...due].slice(0, mostSteps);
}

async function selectIds(db: Db, which: SQL | undefined): Promise<string[]> {
  const rows = await db
    .select({ id: planSteps.id })
    .from(planSteps)
    .innerJoin(leads, eq(leads.id, planSteps.leadId))
    .leftJoin(reminders, eq(reminders.stepId, planSteps.id))
    .where(which)
    .orderBy(asc(planSteps.dueAt), asc(leads.createdAt), asc(planSteps.position), asc(planSteps.id))
    .limit(mostSteps);
  return rows.map(({ id }) => id);
}
