import { and, asc, count, eq, gte, inArray, lt, or } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps } from '../db/schema.ts';
import { activeLead } from '../leads/status.ts';
import { personTime } from '../time/person.ts';
import { type DueView, dayBounds, longDayWords } from '../time/when.ts';
import { getHeld } from './delivery-proof-held.ts';
import type { HeldView } from './delivery-proof-view.ts';
import { getWaiting } from './events.ts';
import type { TodayStep, TodayView } from './lead-view.ts';
import { toZoneView } from './settings.ts';
import type { ZoneView } from './settings-view.ts';
import { listSnoozed, type SnoozedStep } from './snoozed.ts';
import { selectSteps } from './steps.ts';
import { toStepView } from './to-step-view.ts';

/** What the person has to do, across open leads: overdue, today (what was settled today included), next seven days. */
export async function getToday(db: Db, user: User, now: Date): Promise<TodayView> {
  const person = personTime(user);
  const { timeZone } = person;
  const { start, end, weekEnd } = dayBounds(now, timeZone);
  const isSettled = inArray(planSteps.status, ['done', 'skipped']);
  const settledToday = and(isSettled, gte(planSteps.settledAt, start), lt(planSteps.dueAt, end));
  const openSoon = and(activeLead, eq(planSteps.status, 'open'), lt(planSteps.dueAt, weekEnd));
  const rows = await selectSteps(db)
    .where(and(eq(leads.userId, user.id), or(openSoon, settledToday)))
    // A full order: two steps due at once must not change places under a finger.
    .orderBy(asc(planSteps.dueAt), asc(leads.createdAt), asc(planSteps.position), asc(planSteps.id));
  const steps = rows.flatMap((row): TodayStep[] => {
    const { due, ...step } = toStepView(row, { now, person });
    return due ? [{ ...step, due, leadName: row.lead.name, company: row.lead.company }] : [];
  });
  // A settled step stays where it was: the row under the finger must not jump away.
  const due = (tone: DueView['tone']) => steps.filter((step) => step.due?.tone === tone);
  const [overdue, today] = [due('late'), due('today')];
  const [total] = await db.select({ leads: count() }).from(leads).where(eq(leads.userId, user.id));
  return {
    dateWords: longDayWords(now, timeZone),
    settled: [...overdue, ...today].filter((step) => step.status !== 'open').length,
    total: today.length + overdue.length,
    overdue,
    today,
    soon: due('later'),
    waiting: await getWaiting(db, user),
    leadCount: total?.leads ?? 0,
  };
}

/** Today as the Mini App shows it: with what is put off, and what waits while Telegram refuses our messages (null
 * while they arrive). */
export type TodayPage = TodayView & { held: HeldView | null; snoozed: SnoozedStep[]; zone: ZoneView };

/** The same for the Mini App; `botUsername` is the bot's name without "@". */
export async function getTodayPage(db: Db, user: User, botUsername: string, now: Date): Promise<TodayPage> {
  const held = await getHeld(db, user, botUsername);
  const snoozed = await listSnoozed(db, user, now);
  return { ...(await getToday(db, user, now)), held, snoozed, zone: toZoneView(user) };
}
