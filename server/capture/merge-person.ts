import { and, eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser } from '../auth/users.ts';
import { markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { activities, leads } from '../db/schema.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import { type Lead, lockLead } from '../leads/lock-lead.ts';
import { type Chosen, changePerson, type Refusal, refused } from './change-person.ts';
import { type Finder, readDuplicates } from './duplicates.ts';
import { type PersonFields, withFields } from './edit-person.ts';
import { mergeInto } from './merge-into.ts';
import { countryOf } from './phone.ts';
import type { NoLead } from './to-lead.ts';

/** other: by now somebody else than the lead that was shown looks the same; nothing was changed. */
export type MergeRefusal = Refusal | NoLead | { ok: false; reason: 'other'; name: string };

type Merge = Chosen & {
  /** The id of the lead that the person was shown, or its beginning; '' where a button of an older version says none. */
  shown: string;
  /** What was typed about them meanwhile. */
  edited?: PersonFields | null;
};

/**
 * Puts what is known about a captured person into the lead they are already: both notes are kept, empty fields filled,
 * and what differs is written into the note (merge-into.ts). `added` names what came, in words for the person.
 */
export function mergePerson(
  db: Db,
  { shown, edited = null, ...chosen }: Merge,
): Promise<{ ok: true; leadId: string; added: string[] } | MergeRefusal> {
  const { userId, now } = chosen;
  type Done = { leadId: string; added: string[] };
  return changePerson<Done, MergeRefusal>(db, chosen, async (tx, before) => {
    const read = edited ? withFields(before, edited) : ({ ok: true, person: before } as const);
    if (!read.ok) return read;
    const { person } = read;
    const user = await getUser(tx, userId);
    const same = user && findSame(await readDuplicates(tx, user), { person, before });
    if (same && !same.leadId.startsWith(shown)) return { ok: false, reason: 'other', name: same.name };
    const lead = same && (await lockLead(tx, userId, same.leadId));
    if (!user || !lead) return refused('not-found');
    const leadId = lead.id;
    const history = await listNotes(tx, leadId);
    const { change, added, overflow } = mergeInto(lead, person, { country: countryOf(user), history });
    if (differs(lead, change)) await tx.update(leads).set(change).where(eq(leads.id, leadId));
    for (const text of overflow) await recordActivity(tx, { leadId, userId, kind: 'note', text, now });
    await recordActivity(tx, { leadId, userId, kind: 'merged', text: added.join(', '), now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, person: { ...person, state: 'merged', leadId }, done: { leadId, added } };
  });
}

/** What was typed may have put right the very thing by which they were found. */
const findSame = (finder: Finder, { person, before }: { person: CapturedPerson; before: CapturedPerson }) =>
  finder.find(person) ?? finder.find(before);

/** What notes the history of a lead holds besides the lead's own. */
async function listNotes(tx: Db, leadId: string): Promise<string[]> {
  const rows = await tx
    .select({ text: activities.text })
    .from(activities)
    .where(and(eq(activities.leadId, leadId), eq(activities.kind, 'note')));
  return rows.map(({ text }) => text ?? '');
}

const differs = (lead: Lead, change: Partial<Lead>): boolean =>
  (Object.keys(change) as (keyof Lead)[]).some((key) => lead[key] !== change[key]);
