import { and, eq } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { activities, leads, proposals } from '../../db/schema.ts';

/** What a person wrote about one of their leads, which may change its plan. */
export type News = { leadId: string; text: string };

/** A note of this person; null when it is gone, or somebody else's. */
export async function getNote(
  db: Db,
  { userId, noteId }: { userId: number; noteId: string },
): Promise<News | null> {
  const [note] = await db
    .select({ leadId: activities.leadId, text: activities.text })
    .from(activities)
    .innerJoin(leads, eq(leads.id, activities.leadId))
    .where(and(eq(activities.id, noteId), eq(activities.kind, 'note'), eq(leads.userId, userId)));
  return note ?? null;
}

/** What a list of changes was asked for with; null when the list is gone, or somebody else's. */
export async function getNewsOf(
  db: Db,
  { userId, proposalId }: { userId: number; proposalId: string },
): Promise<News | null> {
  const [row] = await db
    .select({ leadId: proposals.leadId, text: proposals.because })
    .from(proposals)
    .where(and(eq(proposals.id, proposalId), eq(proposals.userId, userId)));
  return row ?? null;
}
