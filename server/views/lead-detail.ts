import { asc, desc, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { activities, leads, planSteps, plans } from '../db/schema.ts';
import { openRequest } from '../plans/requests.ts';
import { personTime } from '../time/person.ts';
import { dayWords, momentWords } from '../time/when.ts';
import { getEvents } from './events.ts';
import type { LeadDetail } from './lead-view.ts';
import { getLeadCard } from './leads.ts';
import { planSource } from './plan-source.ts';
import { getCurrentProposal } from './proposal.ts';
import { listRewordings } from './rewordings.ts';
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
  const work = await openRequest(db, leadId);
  const [plan] = await db.select().from(plans).where(eq(plans.leadId, leadId));
  const history = await db
    .select()
    .from(activities)
    .where(eq(activities.leadId, leadId))
    .orderBy(desc(activities.at))
    .limit(recentActivities);
  const open = rows.flatMap(({ step }) => (step.status === 'open' && step.dueAt ? step.dueAt.getTime() : []));
  const ends = open.length ? dayWords(new Date(Math.max(...open)), now, timeZone) : null;
  const { telegram, email, phone, source, notes, language, modelOff } = lead;
  return {
    ...card,
    ...{ telegram, email, phone, source, notes, language, modelOff },
    plan: plan ? { ...planWords(plan), ends } : null,
    work: work && { kind: work.kind, stage: work.stage, stepId: work.stepId },
    proposal: await getCurrentProposal(db, user, leadId, now),
    rewordings: await listRewordings(db, leadId, now),
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

const planWords = ({ title, draftedBy, madeFrom }: typeof plans.$inferSelect) => ({
  ...{ title, draftedBy, madeFrom },
  source: planSource(madeFrom),
});
