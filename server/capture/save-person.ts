import { getUser } from '../auth/users.ts';
import { showPlanInstead } from '../chat-messages/mutations.ts';
import type { Db } from '../db/client.ts';
import { createLead } from '../leads/mutations.ts';
import { insertRequest } from '../plans/requests.ts';
import { type Chosen, changePerson, type Refusal } from './change-person.ts';
import { readDuplicates } from './duplicates.ts';
import { type NoLead, toLead } from './to-lead.ts';

/** here: somebody who looks the same is a lead already; merge them, or say that they are somebody new (mark-new.ts). */
export type SaveRefusal = Refusal | NoLead | { ok: false; reason: 'here' };

/**
 * Makes a captured person a lead, with a request for a plan where `withPlan`; both or neither. The card of a single
 * person becomes the message of that plan.
 */
export function savePerson(
  db: Db,
  { withPlan, ...chosen }: Chosen & { withPlan: boolean },
): Promise<{ ok: true; leadId: string } | SaveRefusal> {
  const { userId, now } = chosen;
  return changePerson<{ leadId: string }, SaveRefusal>(db, chosen, async (tx, person, capture) => {
    const read = toLead(person);
    if (!read.ok) return read;
    const user = await getUser(tx, userId);
    if (user && !person.isNew && (await readDuplicates(tx, user)).find(person))
      return { ok: false, reason: 'here' };
    const leadId = await createLead(tx, { userId, lead: read.lead, now });
    if (withPlan) await insertRequest(tx, { leadId, kind: 'plan' }, now);
    if (withPlan && capture.people.length === 1) await showPlanInstead(tx, capture.id, leadId);
    return { ok: true, person: { ...person, state: 'saved', leadId }, done: { leadId } };
  });
}
