import { randomUUID } from 'node:crypto';
import { eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { detachLeadMessages, markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { activities, leads } from '../db/schema.ts';
import { lockLeadReminders } from '../reminders/change.ts';
import { putIntoBin } from './bin.ts';
import type { LeadInput } from './input.ts';
import { lockLead } from './lock-lead.ts';

type Act = { userId: number; leadId: string; now: Date };
type Found = { ok: true } | { ok: false; reason: 'not-found' };
const notFound = { ok: false, reason: 'not-found' } as const;

/** Writes a new lead of a person and returns its id. */
export async function createLead(
  tx: Db,
  { userId, lead, now }: { userId: number; lead: LeadInput; now: Date },
): Promise<string> {
  const [row] = await tx
    .insert(leads)
    .values({ ...lead, userId, createdAt: now, lastActivityAt: now })
    .returning({ id: leads.id });
  if (!row) throw new Error('an insert returned no row');
  await recordActivity(tx, { leadId: row.id, userId, kind: 'created', now });
  return row.id;
}

/** A statement has room for so many new leads. */
const batch = 100;

/** Writes many new leads of a person and returns their ids, in the same order. */
export async function createLeads(
  tx: Db,
  { userId, leads: all, now }: { userId: number; leads: LeadInput[]; now: Date },
): Promise<string[]> {
  const rows = all.map((lead) => ({
    ...lead,
    id: randomUUID(),
    userId,
    createdAt: now,
    lastActivityAt: now,
  }));
  for (let start = 0; start < rows.length; start += batch) {
    const some = rows.slice(start, start + batch);
    await tx.insert(leads).values(some);
    await tx
      .insert(activities)
      .values(some.map(({ id: leadId }) => ({ leadId, userId, kind: 'created' as const, at: now })));
  }
  return rows.map(({ id }) => id);
}

/** Changes what is known about a lead; its messages in the chat follow. */
export function editLead(db: Db, { userId, leadId, lead, now }: Act & { lead: LeadInput }): Promise<Found> {
  return db.transaction(async (tx) => {
    if (!(await lockLead(tx, userId, leadId))) return notFound;
    await tx.update(leads).set(lead).where(eq(leads.id, leadId));
    await recordActivity(tx, { leadId, userId, kind: 'edited', now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true };
  });
}

/** Adds a note to a lead's history; `noteId` is the entry's. */
export function addNote(
  db: Db,
  { userId, leadId, text, now }: Act & { text: string },
): Promise<{ ok: true; noteId: string } | typeof notFound> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return notFound;
    const noteId = await recordActivity(tx, { leadId, userId, kind: 'note', text, now });
    return { ok: true, noteId };
  });
}

/**
 * Removes a lead with its plan, steps, reminders and history; its messages in the chat are edited to say so. It can be
 * brought back from the bin for a while (leads/bin.ts).
 */
export function deleteLead(db: Db, { userId, leadId, now }: Act): Promise<Found> {
  return db.transaction(async (tx) => {
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return notFound;
    await putIntoBin(tx, lead, now);
    await detachLeadMessages(tx, leadId);
    await lockLeadReminders(tx, leadId);
    await tx.delete(leads).where(eq(leads.id, leadId));
    return { ok: true };
  });
}
