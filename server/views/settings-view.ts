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
