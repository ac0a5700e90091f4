import { eq } from 'drizzle-orm';
import { recordActivity } from '../activities/mutations.ts';
import { getUser } from '../auth/users.ts';
import { markLeadMessagesStale } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { leads } from '../db/schema.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { type Chosen, changePerson, type Refusal, refused } from './change-person.ts';
import { readDuplicates } from './duplicates.ts';
import { mergeInto } from './merge-into.ts';
import { countryOf } from './phone.ts';

/**
 * Puts what is known about a captured person into the lead they are already: both notes are kept, empty fields filled,
 * and what differs is written into the note (merge-into.ts). `added` names what came, in words for the person.
 */
export function mergePerson(
  db: Db,
  chosen: Chosen,
): Promise<{ ok: true; leadId: string; added: string[] } | Refusal> {
  const { userId, now } = chosen;
  return changePerson<{ leadId: string; added: string[] }>(db, chosen, async (tx, person) => {
    const user = await getUser(tx, userId);
    const same = user && (await readDuplicates(tx, user)).find(person);
    const lead = same && (await lockLead(tx, userId, same.leadId));
    if (!user || !lead) return refused('not-found');
    const { change, added, overflow } = mergeInto(lead, person, countryOf(user));
    const leadId = lead.id;
    if (added.length > 0) await tx.update(leads).set(change).where(eq(leads.id, leadId));
    if (overflow) await recordActivity(tx, { leadId, userId, kind: 'note', text: overflow, now });
    await recordActivity(tx, { leadId, userId, kind: 'merged', text: added.join(', '), now });
    await markLeadMessagesStale(tx, leadId);
    return { ok: true, person: { ...person, state: 'merged', leadId }, done: { leadId, added } };
  });
}
