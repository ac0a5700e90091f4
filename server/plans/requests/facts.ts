import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { activities, leads, planSteps, users } from '../../db/schema.ts';
import { mayUseModel } from '../../model/port.ts';
import type { LeadFacts } from '../draft.ts';

/** As many as say where things stand. */
const recentNotes = 10;

/** What the drafter may know about a lead; null when the lead is gone. */
export async function getLeadFacts(
  db: Db,
  { leadId, template }: { leadId: string; template: string | null },
): Promise<LeadFacts | null> {
  const [row] = await db
    .select({ lead: leads, modelOff: users.modelOff })
    .from(leads)
    .innerJoin(users, eq(users.id, leads.userId))
    .where(eq(leads.id, leadId));
  if (!row) return null;
  const settled = await db
    .select({ title: planSteps.title })
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), inArray(planSteps.status, ['done', 'skipped'])));
  const noted = await db
    .select({ text: activities.text })
    .from(activities)
    .where(and(eq(activities.leadId, leadId), eq(activities.kind, 'note')))
    .orderBy(desc(activities.at))
    .limit(recentNotes);
  const { lead, modelOff } = row;
  return {
    ...lead,
    leadId,
    mayUseModel: mayUseModel({ modelOff }, lead),
    settledTitles: settled.map(({ title }) => title),
    history: noted.map(({ text }) => text),
    template,
  };
}
