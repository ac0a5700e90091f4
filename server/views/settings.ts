import type { User } from '../auth/users.ts';
import { getBriefingHours } from '../briefings/queries.ts';
import type { Db } from '../db/client.ts';
import { listBin } from '../leads/bin.ts';
import { awayPhase } from '../plans/away-period.ts';
import { getPlaybook } from '../playbook/playbook.ts';
import { nextHoliday } from '../time/holidays.ts';
import { type PersonTime, personTime } from '../time/person.ts';
import { inZone, toDate } from '../time/wall-time.ts';
import { dayWords } from '../time/when.ts';
import { getDeliveryProof, type PollerState } from './delivery-proof.ts';
import { getHeld, toBotLink } from './delivery-proof-held.ts';
import { getModelView, type KnownModel } from './model.ts';
import type { DeletedLead, SettingsPage, SettingsView, ZoneView } from './settings-view.ts';

/** What decides whether the Mini App asks about the person's time zone. */
export const toZoneView = (user: User): ZoneView => ({
  timeZone: personTime(user).timeZone,
  reminderHour: user.reminderHour,
  confirmed: user.zoneConfirmedAt !== null,
  declined: user.declinedZone,
});

/** "Christmas Day, Fri 25 Dec": the next public holiday of their country; null when they take none. */
function holidayWords({ holidays, timeZone }: PersonTime, now: Date): string | null {
  const next = holidays && nextHoliday(holidays, inZone(now, timeZone).toPlainDate());
  return next ? `${next.name}, ${dayWords(toDate(next.day.toZonedDateTime(timeZone)), now, timeZone)}` : null;
}

function awayAhead({ away, timeZone }: PersonTime, now: Date): SettingsView['away'] {
  const today = inZone(now, timeZone).toPlainDate();
  return away && awayPhase(away, today) !== 'over' ? away : null;
}

/** What is set; `botUsername` is the bot's name without "@". */
export function toSettingsView(user: User, botUsername: string, now: Date): SettingsView {
  const person = personTime(user);
  return {
    firstName: user.firstName,
    ...person,
    away: awayAhead(person, now),
    nextHoliday: holidayWords(person, now),
    zone: toZoneView(user),
    reachable: user.unreachableAt === null,
    botLink: toBotLink(botUsername),
  };
}

async function listDeleted(db: Db, user: User, now: Date): Promise<DeletedLead[]> {
  const { timeZone } = personTime(user);
  const rows = await listBin(db, user.id);
  return rows.map(({ deletedAt, ...lead }) => ({ ...lead, deleted: dayWords(deletedAt, now, timeZone) }));
}

type Process = { botUsername: string; pollers: PollerState[]; model: KnownModel };

/** The settings screen of a person at `now`; the bot's name, the pollers and the model are those of this process. */
export async function getSettingsPage(
  db: Db,
  user: User,
  { botUsername, pollers, model }: Process,
  now: Date,
): Promise<SettingsPage> {
  return {
    ...toSettingsView(user, botUsername, now),
    held: await getHeld(db, user, botUsername),
    delivery: await getDeliveryProof(db, user, pollers, now),
    briefings: await getBriefingHours(db, user.id),
    bin: await listDeleted(db, user, now),
    playbook: await getPlaybook(db, user.id),
    model: await getModelView(db, user, model, now),
  };
}
