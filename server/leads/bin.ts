import { and, desc, eq, lt, sql } from 'drizzle-orm';
import { z } from 'zod';
import type { Db } from '../db/client.ts';
import { activities, leadBin, leadEvents, leads, planSteps, plans } from '../db/schema.ts';
import type { Lead } from './lock-lead.ts';

/** How long a deleted lead can be brought back (cadence contract T13). */
export const binDays = 30;

/** What belongs to a lead, in the order in which it is written back; a row is kept as the database's own JSON. */
const tables = {
  leads: { table: leads, of: leads.id },
  plans: { table: plans, of: plans.leadId },
  plan_steps: { table: planSteps, of: planSteps.leadId },
  lead_events: { table: leadEvents, of: leadEvents.leadId },
  activities: { table: activities, of: activities.leadId },
};
type Kept = Record<string, unknown>[];
const keptRows = z.record(z.string(), z.array(z.record(z.string(), z.unknown())));

/** Keeps all that belongs to a lead, in the transaction that deletes it. */
export async function putIntoBin(tx: Db, lead: Lead, now: Date): Promise<void> {
  const rows: Record<string, Kept> = {};
  for (const [name, { table, of }] of Object.entries(tables)) {
    const row = sql<string>`to_jsonb(${sql.identifier(name)})::text`;
    const found = await tx.select({ row }).from(table).where(eq(of, lead.id));
    rows[name] = found.map((one) => JSON.parse(one.row));
  }
  const { id: leadId, userId, name } = lead;
  await tx.insert(leadBin).values({ leadId, userId, name, deletedAt: now, rows });
}

/** This person's deleted leads, the latest first. */
export function listBin(db: Db, userId: number) {
  return db
    .select({ leadId: leadBin.leadId, name: leadBin.name, deletedAt: leadBin.deletedAt })
    .from(leadBin)
    .where(eq(leadBin.userId, userId))
    .orderBy(desc(leadBin.deletedAt));
}

/**
 * Writes a deleted lead back as it was, without reminders (plans/restore-lead.ts gives it those), and takes it out of the
 * bin. Null when it is not there, or somebody else's.
 */
export async function takeFromBin(
  tx: Db,
  { userId, leadId }: { userId: number; leadId: string },
): Promise<{ name: string } | null> {
  const [kept] = await tx
    .delete(leadBin)
    .where(and(eq(leadBin.leadId, leadId), eq(leadBin.userId, userId)))
    .returning();
  if (!kept) return null;
  const rows = keptRows.parse(kept.rows);
  for (const name of Object.keys(tables)) await writeBack(tx, name, rows[name] ?? []);
  return { name: kept.name };
}

/** With the columns that were kept: one that came with a later version takes its default. */
async function writeBack(tx: Db, table: string, rows: Kept): Promise<void> {
  const [first] = rows;
  if (!first) return;
  const columns = sql.join(
    Object.keys(first).map((column) => sql.identifier(column)),
    sql`, `,
  );
  const name = sql.identifier(table);
  await tx.execute(sql`insert into ${name} (${columns})
    select ${columns} from jsonb_populate_recordset(null::${name}, ${JSON.stringify(rows)}::jsonb)`);
}

/** Erases what was deleted longer ago. */
export async function emptyBin(db: Db, now: Date): Promise<void> {
  const until = new Date(now.getTime() - binDays * 24 * 60 * 60_000);
  await db.delete(leadBin).where(lt(leadBin.deletedAt, until));
}
