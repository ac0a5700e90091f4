import { getUser } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import type { CapturedPerson } from '../db/stored-json.ts';
import type { LeadInput } from '../leads/input.ts';
import { createLeads } from '../leads/mutations.ts';
import { insertRequest } from '../plans/requests.ts';
import { type Refusal, refused, writePeople } from './change-person.ts';
import { readDuplicates } from './duplicates.ts';
import { isUndecided, lockCapture } from './lock-capture.ts';
import { toLead } from './to-lead.ts';

/** Plans are drafted for so many people at once; more are saved without. */
export const maxPlans = 10;

/**
 * What became of all. left: those who are here already, or cannot be saved as they are, wait on the card. planned: a
 * plan is drafted for each; false when they were too many for that.
 */
export type SavedAll = { ok: true; saved: number; left: number; planned: boolean };

/** Makes all open people of a card who are new a lead each, all or none of them. */
export function saveAll(
  db: Db,
  { userId, captureId, withPlans, now }: { userId: number; captureId: string; withPlans: boolean; now: Date },
): Promise<SavedAll | Refusal> {
  return db.transaction(async (tx) => {
    const capture = await lockCapture(tx, userId, captureId);
    const user = await getUser(tx, userId);
    if (!capture || !user) return refused('not-found');
    if (!isUndecided(capture)) return refused('settled');
    const finder = await readDuplicates(tx, user);
    const chosen = chooseNew(capture.people, finder);
    const ids = await createLeads(tx, { userId, leads: chosen.map(({ lead }) => lead), now });
    const planned = withPlans && ids.length <= maxPlans;
    if (planned) for (const leadId of ids) await insertRequest(tx, { leadId, kind: 'plan' }, now);
    const people = [...capture.people];
    for (const [index, { place, person }] of chosen.entries())
      people[place] = { ...person, state: 'saved', leadId: ids[index] ?? null };
    await writePeople(tx, capture, people);
    const left = people.filter(({ state }) => state === 'open').length;
    return { ok: true, saved: ids.length, left, planned };
  });
}

type New = { place: number; person: CapturedPerson; lead: LeadInput };

/** Those who can be saved and are nobody's double: no lead's, and of nobody who stands before them on the card. */
function chooseNew(people: CapturedPerson[], finder: Awaited<ReturnType<typeof readDuplicates>>): New[] {
  const chosen: New[] = [];
  for (const [place, person] of people.entries()) {
    const read = toLead(person);
    if (person.state !== 'open' || !read.ok) continue;
    if (!person.isNew && finder.find(person)) continue;
    finder.add({ ...read.lead, leadId: '' });
    chosen.push({ place, person, lead: read.lead });
  }
  return chosen;
}
