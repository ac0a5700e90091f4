import { personTime, type User } from '../auth/users.ts';
import type { Db } from '../db/client.ts';
import { getDeliveryProof, type PollerState } from './delivery-proof.ts';
import { getHeld, toBotLink } from './delivery-proof-held.ts';
import type { SettingsPage, SettingsView } from './settings-view.ts';

/** What is set; `botUsername` is the bot's name without "@". */
export function toSettingsView(user: User, botUsername: string): SettingsView {
  return {
    firstName: user.firstName,
    ...personTime(user),
    reachable: user.unreachableAt === null,
    botLink: toBotLink(botUsername),
  };
}

type Process = { botUsername: string; pollers: PollerState[] };

/** The settings screen of a person at `now`; the bot's name and the pollers are those of this process. */
export async function getSettingsPage(
  db: Db,
  user: User,
  { botUsername, pollers }: Process,
  now: Date,
): Promise<SettingsPage> {
  return {
    ...toSettingsView(user, botUsername),
    held: await getHeld(db, user, botUsername),
    delivery: await getDeliveryProof(db, user, pollers, now),
  };
}
