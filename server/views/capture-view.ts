import type { CapturedPerson, SpoiltRow } from '../db/stored-json.ts';

/** The lead that a captured person is already, and by what that was seen. */
export type DuplicateView = {
  leadId: string;
  name: string;
  company: string | null;
  by: 'telegram' | 'phone' | 'email' | 'name';
};

/** Somebody on a confirm card; '' for what is not known. */
export type CapturedPersonView = CapturedPerson & {
  /** Where they stand on the card, from 0: what every act on them names. */
  place: number;
  /** Null when they look new, were decided about, or the person said that they are new. */
  duplicate: DuplicateView | null;
  /** Why they cannot be saved as they are, and what to do; null when they can. */
  problem: string | null;
};

/** A confirm card, as the chat and the Mini App show it. */
export type CaptureView = {
  id: string;
  source: 'text' | 'forward' | 'contact' | 'people' | 'vcard' | 'csv' | 'photo' | 'voice';
  /** reading and open: to be decided about; saved: somebody became a lead or was merged; cancelled: nobody did. */
  status: 'reading' | 'open' | 'saved' | 'cancelled';
  /** A model looks at it at this moment; it can be saved or edited meanwhile. */
  reading: boolean;
  people: CapturedPersonView[];
  /** Rows of a file that are nobody, by their line. */
  spoilt: SpoiltRow[];
  /** Which column of a file became what; null when it has none. */
  mapping: string | null;
  /** How many are new and can be saved, are here already, cannot be saved as they are; then those decided about. */
  counts: { fresh: number; known: number; stuck: number; saved: number; merged: number; leftOut: number };
  /** Few enough are new that a plan can be drafted for each: at most `maxPlans`. */
  mayPlan: boolean;
  maxPlans: number;
  /** Why a photo, a voice note or a text could not be read closer; null when it was, or nothing was to be read. */
  failure: 'limit' | 'gone' | 'nobody' | 'failed' | null;
  /** What a single person's merging brought, "phone, note"; '' when nothing was new, null when not merged. */
  added: string | null;
};
