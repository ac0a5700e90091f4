import { asc, desc, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { activities, leads, planSteps, plans } from '../db/schema.ts';
import { personTime } from '../time/person.ts';
import { dayWords, momentWords } from '../time/when.ts';
import { getEvents } from './events.ts';
import type { LeadDetail } from './lead-view.ts';
import { getLeadCard } from './leads.ts';
import { selectSteps } from './steps.ts';
import { toStepView } from './to-step-view.ts';

const recentActivities = 50;

/** One lead of a person with plan, steps and history; null when there is none, or it is somebody else's. */
export async function getLeadDetail(
  db: Db,
  user: User,
  leadId: string,
  now: Date,
): Promise<LeadDetail | null> {
  const card = await getLeadCard(db, user, leadId, now);
  const [lead] = card ? await db.select().from(leads).where(eq(leads.id, leadId)) : [];
  if (!card || !lead) return null;
  const person = personTime(user);
  const { timeZone } = person;
  const rows = await selectSteps(db).where(eq(planSteps.leadId, leadId)).orderBy(asc(planSteps.position));
  const [plan] = await db.select().from(plans).where(eq(plans.leadId, leadId));
  const history = await db
    .select()
    .from(activities)
    .where(eq(activities.leadId, leadId))
    .orderBy(desc(activities.at))
    .limit(recentActivities);
  const open = rows.flatMap(({ step }) => (step.status === 'open' && step.dueAt ? step.dueAt.getTime() : []));
  const ends = open.length ? dayWords(new Date(Math.max(...open)), now, timeZone) : null;
  const { telegram, email, phone, source, notes } = lead;
  return {
    ...card,
    ...{ telegram, email, phone, source, notes },
    plan: plan ? { title: plan.title, draftedBy: plan.draftedBy, madeFrom: plan.madeFrom, ends } : null,
    events: await getEvents(db, { leadId, user, steps: rows.map(({ step }) => step), now }),
    cancelled: rows.filter(({ step }) => step.status === 'cancelled').length,
    steps: rows.map((row) => toStepView(row, { now, person })),
    activities: history.map(({ id, kind, text, at }) => ({
      id,
      kind,
      text,
      when: momentWords(at, now, timeZone),
    })),
  };
}
