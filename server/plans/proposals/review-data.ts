import { and, asc, eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planSteps } from '../../db/schema.ts';
import type { Playbook } from '../../playbook/playbook.ts';
import { inZone } from '../../time/wall-time.ts';
import type { LeadFacts } from '../draft.ts';
import type { Step } from '../lock-step.ts';
import { type LeadData, leadData } from '../writing/lead-data.ts';
import { dayData, playbookData } from '../writing/person-data.ts';
import { changeable } from './open-review.ts';

/** What a model is told when it is to say what news changes. `due`: "2026-10-15", null while it waits for its event. */
export type ReviewData = {
  lead: LeadData;
  steps: { step: string; title: string; draft: string; timing: string; due: string | null }[];
  /** Titles of what is done or skipped. */
  settled: string[];
  /** Titles of open steps with a date of the person's own. */
  pinned: string[];
  news: string;
  playbook: Playbook | null;
  today: string;
  weekday: string;
};

/** The open, unpinned steps of a lead in the order of the plan, by the names a model is told: "s1", "s2". */
export async function changeableSteps(db: Db, leadId: string): Promise<Map<string, Step>> {
  const rows = await db
    .select()
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), changeable))
    .orderBy(asc(planSteps.position));
  return new Map(rows.map((step, index) => [`s${index + 1}`, step]));
}

/** Everything a model may know to review a plan at `now`, the days being those of `timeZone`. */
export async function reviewData(
  db: Db,
  facts: LeadFacts,
  { steps, news, now, timeZone }: { steps: Map<string, Step>; news: string; now: Date; timeZone: string },
): Promise<ReviewData> {
  return {
    lead: leadData(facts),
    steps: [...steps].map(([name, { title, draft, timing, dueAt }]) => ({
      ...{ step: name, title, draft, timing },
      due: dueAt && inZone(dueAt, timeZone).toPlainDate().toString(),
    })),
    settled: facts.settledTitles,
    pinned: await listPinned(db, facts.leadId),
    news,
    playbook: await playbookData(db, facts.userId),
    ...dayData(now, timeZone),
  };
}

async function listPinned(db: Db, leadId: string): Promise<string[]> {
  const rows = await db
    .select({ title: planSteps.title })
    .from(planSteps)
    .where(and(eq(planSteps.leadId, leadId), eq(planSteps.status, 'open'), eq(planSteps.anchor, 'pinned')))
    .orderBy(asc(planSteps.position));
  return rows.map(({ title }) => title);
}
