import { personTime, type User } from '../auth/users.ts';
import type { SettingsView } from './settings-view.ts';

/** What the settings screen shows; `botUsername` is the bot's name without "@". */
export function toSettingsView(user: User, botUsername: string): SettingsView {
  return {
    firstName: user.firstName,
    ...personTime(user),
    reachable: user.unreachableAt === null,
    botLink: `https://t.me/${botUsername}`,
  };
}
