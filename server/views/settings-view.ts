import type { DeliveryProof, HeldView } from './delivery-proof-view.ts';

export type SettingsView = {
  firstName: string;
  /** IANA zone the dates are shown in ("UTC" until the device told us). */
  timeZone: string;
  /** 0 to 23. */
  reminderHour: number;
  /** False when Telegram refuses our messages (the bot was blocked or never started). */
  reachable: boolean;
  /** t.me link of the bot, to press Start there. */
  botLink: string;
};

/** The whole settings screen: what is set, and what shows that reminders arrive. */
export type SettingsPage = SettingsView & { held: HeldView | null; delivery: DeliveryProof };
