import { asc, eq } from 'drizzle-orm';
import type { User } from '../auth/users.ts';
import { getBriefingHours } from '../briefings/queries.ts';
import type { Db } from '../db/client.ts';
import { captures, leadBin, planTemplates } from '../db/schema.ts';
import { getPlaybook, isEmptyPlaybook } from '../playbook/playbook.ts';
import { personTime } from '../time/person.ts';
import { getOwnLeads, own } from './export-leads.ts';

export type Export = Awaited<ReturnType<typeof getExport>>;
export type ExportedLead = Export['leads'][number];

/**
 * Everything a person owns, for them to take along: themselves with their settings, playbook and templates; their leads
 * with plan, steps, events, history and what was proposed; what waits to be confirmed; what is in the bin. Instants are
 * ISO 8601 in UTC, wall times without a zone.
 */
export async function getExport(db: Db, user: User, now: Date) {
  const owned = { ...(await getOwned(db, user.id)), playbook: await getPlaybook(db, user.id) };
  const { firstName, username, language, modelOff } = user;
  return {
    exportedAt: now,
    person: { firstName, username, language, modelOff, ...personTime(user) },
    briefings: await getBriefingHours(db, user.id),
    ...owned,
    leads: await getOwnLeads(db, user, now),
  };
}

/** Whether there is nothing of their own in it. */
export const isEmptyExport = ({ leads, templates, captures, deletedLeads, playbook }: Export): boolean =>
  [leads, templates, captures, deletedLeads].every((rows) => rows.length === 0) && isEmptyPlaybook(playbook);

async function getOwned(db: Db, userId: number) {
  const templates = await db
    .select()
    .from(planTemplates)
    .where(eq(planTemplates.userId, userId))
    .orderBy(asc(planTemplates.createdAt));
  const { source, people, spoilt, createdAt } = captures;
  const waiting = await db
    .select({ source, status: captures.status, people, spoilt, createdAt })
    .from(captures)
    .where(eq(captures.userId, userId))
    .orderBy(asc(createdAt));
  const { name, deletedAt, rows } = leadBin;
  const deletedLeads = await db
    .select({ name, deletedAt, rows })
    .from(leadBin)
    .where(eq(leadBin.userId, userId))
    .orderBy(asc(deletedAt));
  return { templates: templates.map(own), captures: waiting, deletedLeads };
}
