import { getUser } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { lockLead } from '../leads/lock-lead.ts';
import { isClosed, isResting } from '../leads/status.ts';
import { cancelReminders, postponeMissed } from '../reminders/of-lead.ts';
import { personTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { moveIntoWindow } from '../time/working-time.ts';

type Put = { userId: number; leadId: string; now: Date };

/** The reminders of a lead were put back: nothing is sent all the same while it rests. True when it does. */
export async function restAgain(tx: Db, { userId, leadId, now }: Put): Promise<boolean> {
  const lead = await lockLead(tx, userId, leadId);
  if (!lead || !isResting(lead)) return false;
  await cancelReminders(tx, leadId, now, isClosed(lead.status) ? undefined : 'the plan rests');
  return true;
}

/**
 * The reminders of a lead that rested, or rests again, were put back. Of one that runs, what was not sent although its
 * date has passed comes now, at a decent hour, and is not called late.
 */
export async function remindAnew(tx: Db, put: Put): Promise<void> {
  if (await restAgain(tx, put)) return;
  const { userId, leadId, now } = put;
  const user = await getUser(tx, userId);
  if (!user) return;
  const person = personTime(user);
  const until = toDate(moveIntoWindow(inZone(now, person.timeZone), person));
  await postponeMissed(tx, { leadId, now, until });
}
