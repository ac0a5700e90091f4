import type { Db } from '../db/client.ts';
import { type Chosen, changePerson, type Refusal } from './change-person.ts';

/** The person says that this is somebody else than the lead that looks the same: from now on they can be saved. */
export function markNew(db: Db, chosen: Chosen): Promise<{ ok: true } | Refusal> {
  return changePerson<object, never>(db, chosen, async (_, person) => ({
    ...{ ok: true, person: { ...person, isNew: true }, done: {} },
  }));
}
