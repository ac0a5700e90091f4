import { and, eq, inArray } from 'drizzle-orm';
import type { Db } from '../../db/client.ts';
import { planRequests as requests } from '../../db/schema.ts';
import type { LeadInput } from '../../leads/input.ts';
import { lockLead } from '../../leads/lock-lead.ts';
import { createLead } from '../../leads/mutations.ts';
import { isClosed } from '../../leads/status.ts';
import { lockStep } from '../lock-step.ts';
import { markWorkStale } from './stale.ts';

type Refused<Reason> = { ok: false; reason: Reason };
/**
 * busy: something else is being written for this lead. not-open: there is no open step to change, or this one is done
 * or skipped.
 */
export type AskRefusal = Refused<'not-found' | 'closed' | 'busy' | 'not-open'>;
type Asked = { ok: true } | AskRefusal;

export type NewRequest = Pick<
  typeof requests.$inferInsert,
  'leadId' | 'kind' | 'stepId' | 'wish' | 'template'
>;

const refuse = (reason: AskRefusal['reason']): AskRefusal => ({ ok: false, reason });
const busy = refuse('busy');

/** Writes a new lead and asks for its plan, both or neither. Returns the lead's id. */
export function addLead(db: Db, input: { userId: number; lead: LeadInput; now: Date }): Promise<string> {
  return db.transaction(async (tx) => {
    const leadId = await createLead(tx, input);
    await insertRequest(tx, { leadId, kind: 'plan' }, input.now);
    return leadId;
  });
}

/**
 * Asks for a plan for an open lead; a request for one that is still open is enough, unless the person chose another
 * template meanwhile. `template`: a built-in key or the id of one of theirs.
 */
export function requestPlan(
  db: Db,
  ask: { userId: number; leadId: string; template?: string | null; now: Date },
): Promise<{ ok: true } | Refused<'not-found' | 'closed' | 'busy'>> {
  return db.transaction(async (tx) => {
    const { userId, leadId, template = null, now } = ask;
    const lead = await lockLead(tx, userId, leadId);
    if (!lead) return { ok: false, reason: 'not-found' };
    if (isClosed(lead.status)) return { ok: false, reason: 'closed' };
    const open = await openRequest(tx, leadId);
    if (open && open.kind !== 'plan') return { ok: false, reason: 'busy' };
    const isOther = open && template !== null && open.template !== template;
    if (isOther) await tx.update(requests).set({ status: 'cancelled' }).where(eq(requests.id, open.id));
    await insertRequest(tx, { leadId, kind: 'plan', template }, now);
    return { ok: true };
  });
}

/** Asks for other words for the draft of one open step; `wish` says which ("shorter", "in Russian"). */
export function requestDraft(
  db: Db,
  { userId, stepId, wish, now }: { userId: number; stepId: string; wish: string; now: Date },
): Promise<Asked> {
  return db.transaction(async (tx) => {
    const owned = await lockStep(tx, userId, stepId);
    if (!owned) return refuse('not-found');
    if (isClosed(owned.lead.status)) return refuse('closed');
    if (owned.step.status !== 'open') return refuse('not-open');
    const ask = { leadId: owned.lead.id, kind: 'draft', stepId, wish } as const;
    return (await insertRequest(tx, ask, now)) ? { ok: true } : busy;
  });
}

/**
 * Writes a request; the lead is locked by the caller. False when one of this lead is open already: then nothing is
 * written.
 */
export async function insertRequest(tx: Db, request: NewRequest, now: Date): Promise<boolean> {
  const written = await tx
    .insert(requests)
    .values({ ...request, createdAt: now })
    .onConflictDoNothing()
    .returning({ id: requests.id });
  await markWorkStale(tx, request);
  return written.length > 0;
}

/** What is being written for a lead; null when nothing is. */
export async function openRequest(tx: Db, leadId: string) {
  const [open] = await tx
    .select()
    .from(requests)
    .where(and(eq(requests.leadId, leadId), inArray(requests.status, ['pending', 'working'])));
  return open ?? null;
}
