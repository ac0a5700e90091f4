import { getUser } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import type { Lead } from '../leads/lock-lead.ts';
import { postponeMissed } from '../reminders/of-lead.ts';
import { personTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { moveIntoWindow } from '../time/working-time.ts';
import { restAgain } from './rest-again.ts';

/**
 * The reminders of a lead that rested, or rests again, were put back. Of one that runs, what was not sent although its
 * date has passed comes now, at a decent hour, and is not called late.
 */
export async function remindAnew(tx: Db, lead: Lead, now: Date): Promise<void> {
  if (await restAgain(tx, lead, now)) return;
  const user = await getUser(tx, lead.userId);
  if (!user) return;
  const person = personTime(user);
  const until = toDate(moveIntoWindow(inZone(now, person.timeZone), person));
  await postponeMissed(tx, { leadId: lead.id, now, until });
}
