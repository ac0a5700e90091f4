import { and, asc, count, eq, gte, lt, or } from 'drizzle-orm';
import { personTime, type User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps } from '../db/schema.ts';
import { openLead } from '../leads/status.ts';
import { dayBounds, longDayWords } from '../time/when.ts';
import { getHeld } from './delivery-proof-held.ts';
import type { HeldView } from './delivery-proof-view.ts';
import type { TodayStep, TodayView } from './lead-view.ts';
import { selectSteps } from './steps.ts';
import { toStepView } from './to-step-view.ts';

/** What the person has to do, across open leads: overdue, today (what was settled today included), next seven days. */
export async function getToday(db: Db, user: User, now: Date): Promise<TodayView> {
  const { timeZone } = personTime(user);
  const { start, end, weekEnd } = dayBounds(now, timeZone);
  const settledToday = and(gte(planSteps.settledAt, start), lt(planSteps.dueAt, end));
  const openSoon = and(openLead, eq(planSteps.status, 'open'), lt(planSteps.dueAt, weekEnd));
  const rows = await selectSteps(db)
    .where(and(eq(leads.userId, user.id), or(openSoon, settledToday)))
    // A full order: two steps due at once must not change places under a finger.
    .orderBy(asc(planSteps.dueAt), asc(leads.createdAt), asc(planSteps.position), asc(planSteps.id));
  const steps = rows.map(
    (row): TodayStep => ({
      ...toStepView(row, { now, timeZone }),
      leadName: row.lead.name,
      company: row.lead.company,
    }),
  );
  // A settled step stays where it was: the row under the finger must not jump away.
  const due = (tone: TodayStep['due']['tone']) => steps.filter((step) => step.due.tone === tone);
  const [overdue, today] = [due('late'), due('today')];
  const [total] = await db.select({ leads: count() }).from(leads).where(eq(leads.userId, user.id));
  return {
    dateWords: longDayWords(now, timeZone),
    settled: [...overdue, ...today].filter((step) => step.status !== 'open').length,
    total: today.length + overdue.length,
    overdue,
    today,
    soon: due('later'),
    leadCount: total?.leads ?? 0,
  };
}

/** Today as the Mini App shows it: with what waits while Telegram refuses our messages, null while they arrive. */
export type TodayPage = TodayView & { held: HeldView | null };

/** The same for the Mini App; `botUsername` is the bot's name without "@". */
export async function getTodayPage(db: Db, user: User, botUsername: string, now: Date): Promise<TodayPage> {
  return { ...(await getToday(db, user, now)), held: await getHeld(db, user, botUsername) };
}
