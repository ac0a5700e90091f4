import type { Db } from '../db/client.ts';
import type { planRequests, planSteps } from '../db/schema.ts';
import type { MadeFrom } from '../db/stored-json.ts';
import type { NoAnswer, Tokens } from '../model/port.ts';
import type { StepTiming } from './wish.ts';

/** What a drafter is told about a lead. */
export type LeadFacts = {
  leadId: string;
  userId: number;
  name: string;
  company: string | null;
  role: string | null;
  source: string | null;
  notes: string;
  /** In which drafts are written, ISO 639-1; null: as the notes are. */
  language: string | null;
  status: string;
  /** Neither the person nor this lead has switched the model off. */
  mayUseModel: boolean;
  /** Titles of the steps that are done or skipped already. */
  settledTitles: string[];
  /** The latest notes of its history, the newest first. */
  history: string[];
  /** The template the person chose: a built-in key or the id of one of theirs; null: whichever fits. */
  template: string | null;
};

export type Channel = NonNullable<(typeof planSteps.$inferSelect)['channel']>;

export type DraftedStep = StepTiming & {
  title: string;
  why: string;
  draft: string;
  channel?: Channel | null;
};

export type DraftedPlan = {
  title: string;
  draftedBy: string;
  madeFrom?: MadeFrom | null;
  steps: DraftedStep[];
  /** How the model's answer went; absent when no model wrote the plan. */
  report?: DraftReport;
};

export type DraftReport = {
  /** The first answer did not hold, and the model put it right. */
  repaired: boolean;
  tokens: Tokens;
  /** Steps whose words are understood and agree with the days; that have days only; whose days and words disagree. */
  timings: { understood: number; daysOnly: number; contradicting: number };
};

/** How far a request is, for the message that waits for it. */
export type Stage = (typeof planRequests.$inferSelect)['stage'];

/**
 * What a drafter works with. `onStage` tells how far it is, so that the person sees it. `mayWait` says whether the person
 * can wait until the provider is asked again; without it, nobody waits.
 */
export type DraftTools = {
  db: Db;
  now: Date;
  onStage(stage: Stage): Promise<void>;
  mayWait?(answer: NoAnswer): boolean;
};

/**
 * Writes a plan for a lead: a model where there is one, otherwise the template that fits. There is no plan yet only when
 * `mayWait` agreed to ask the provider again later.
 * @throws when no plan could be written; the worker tries again, and then takes the template that fits.
 */
export type Drafter = (lead: LeadFacts, tools: DraftTools) => Promise<DraftedPlan | NoAnswer>;
