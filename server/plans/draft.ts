import type { StepTiming } from './wish.ts';

/** What a drafter is told about a lead. */
export type LeadFacts = {
  name: string;
  company: string | null;
  role: string | null;
  source: string | null;
  notes: string;
  status: string;
  /** Titles of the steps that are done or skipped already. */
  settledTitles: string[];
};

export type DraftedStep = StepTiming & { title: string; why: string; draft: string };

export type DraftedPlan = { title: string; draftedBy: string; steps: DraftedStep[] };

/**
 * Writes a plan for a lead. The built-in templates are one, a model provider will be another.
 * @throws when no plan could be written; the worker tries again and then tells the person.
 */
export type Drafter = (lead: LeadFacts) => Promise<DraftedPlan>;
