import type { Db } from '../../server/db/client.ts';
import { restoreSteps, setLeadStatus } from '../../server/plans/close-lead.ts';

/** Gives a lead a status; when that opens it again, the person also has the cancelled steps restored. */
export async function setStatusAndRestore(db: Db, act: Parameters<typeof setLeadStatus>[1]) {
  const result = await setLeadStatus(db, act);
  await restoreSteps(db, act);
  return result;
}
