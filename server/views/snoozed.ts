import { and, asc, eq, gt, isNotNull } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { leads, planSteps, scheduledReminders as reminders } from '../db/schema.ts';
import { activeLead } from '../leads/status.ts';
import { personTime } from '../time/person.ts';
import { momentWords } from '../time/when.ts';

/** A step whose reminder the person has put off. */
export type SnoozedStep = {
  stepId: string;
  leadId: string;
  title: string;
  leadName: string;
  company: string | null;
  /** "Fri 16 Oct, 10:00" */
  until: string;
};

/** What this person has put off, across leads that are open and do not rest, the next to come back first. */
export async function listSnoozed(db: Db, user: User, now: Date): Promise<SnoozedStep[]> {
  const { timeZone } = personTime(user);
  const asleep = and(isNotNull(reminders.snoozedAt), gt(reminders.dueAt, now));
  const rows = await db
    .select({
      step: { stepId: planSteps.id, leadId: leads.id, title: planSteps.title },
      lead: { leadName: leads.name, company: leads.company },
      until: reminders.dueAt,
    })
    .from(reminders)
    .innerJoin(planSteps, eq(planSteps.id, reminders.stepId))
    .innerJoin(leads, eq(leads.id, reminders.leadId))
    .where(and(eq(reminders.userId, user.id), eq(planSteps.status, 'open'), activeLead, asleep))
    .orderBy(asc(reminders.dueAt), asc(reminders.id));
  return rows.map(({ step, lead, until }) => ({
    ...step,
    ...lead,
    until: momentWords(until, now, timeZone),
  }));
}
