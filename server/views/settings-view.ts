import type { BriefingHours } from '../briefings/queries.ts';
import type { Playbook } from '../playbook/playbook.ts';
import type { DeliveryProof, HeldView } from './delivery-proof-view.ts';
import type { ModelView } from './model-view.ts';

export type SettingsView = {
  firstName: string;
  /** IANA zone the dates are shown in ("UTC" until the device told us). */
  timeZone: string;
  /** 0 to 23. */
  reminderHour: number;
  /** Reminders come between these hours, 0 to 24. */
  opens: number;
  closes: number;
  /** 1 is Monday, 7 is Sunday. */
  workingDays: readonly number[];
  /** "Day 3" is the third working day, not the third day. */
  countWorkingDays: boolean;
  /** ISO 3166 code of the country whose public holidays are days off. */
  holidays: string | null;
  /** The next of them: "Christmas Day, Fri 25 Dec". */
  nextHoliday: string | null;
  /** First and last day away, "2026-08-01"; null when none is set, or it is over. */
  away: { from: string; until: string } | null;
  zone: ZoneView;
  /** False when Telegram refuses our messages (the bot was blocked or never started). */
  reachable: boolean;
  /** t.me link of the bot, to press Start there. */
  botLink: string;
};

/** What decides whether the person is asked about their time zone. */
export type ZoneView = {
  timeZone: string;
  /** 0 to 23. */
  reminderHour: number;
  /** They have said that it is theirs. */
  confirmed: boolean;
  /** A zone their device was in, and for which they chose to keep theirs. */
  declined: string | null;
};

/** A lead in the bin; `deleted` is when, "Mon 12 Oct". */
export type DeletedLead = { leadId: string; name: string; deleted: string };

/** The whole settings screen: what is set, and what shows that reminders arrive. */
export type SettingsPage = SettingsView & {
  held: HeldView | null;
  delivery: DeliveryProof;
  briefings: BriefingHours;
  bin: DeletedLead[];
  playbook: Playbook;
  model: ModelView;
};
