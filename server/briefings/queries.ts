import { eq } from 'drizzle-orm';
import type { Db } from '../db/client.ts';
import { briefings } from '../db/schema.ts';
import type { BriefingKind } from './next.ts';

/** At which hour (0 to 23) each briefing comes; null where it does not. */
export type BriefingHours = Record<BriefingKind, number | null>;

/** The briefings that this person wants. */
export async function getBriefingHours(db: Db, userId: number): Promise<BriefingHours> {
  const rows = await db.select().from(briefings).where(eq(briefings.userId, userId));
  const hourOf = (kind: BriefingKind) => rows.find((row) => row.kind === kind)?.hour ?? null;
  return { morning: hourOf('morning'), evening: hourOf('evening'), weekly: hourOf('weekly') };
}
