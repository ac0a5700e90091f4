import type { PlanTemplate } from '../plans/templates/queries.ts';
import type { TimingMeaning } from '../plans/templates/timing-meaning.ts';
import type { StepChannel } from './step-view.ts';

/** A template in a list. `days`: when its last step comes, as far as the words tell. */
export type TemplateRow = Pick<PlanTemplate, 'key' | 'title' | 'fits' | 'origin'> & {
  steps: number;
  days: number;
};

export type TemplateList = { templates: TemplateRow[] };

export type TemplateStepView = {
  title: string;
  why: string;
  /** As it was written, with its placeholders. */
  draft: string;
  /** The same as Anna Petrova of Acme would get it. */
  example: string;
  timing: string;
  /** Null when there are no words, or they are not understood. */
  meaning: TimingMeaning | null;
  channel: StepChannel | null;
};

export type TemplateView = Omit<PlanTemplate, 'steps'> & { steps: TemplateStepView[] };

/** What the words of a timing mean; null when they are not understood. */
export type TimingView = { meaning: TimingMeaning | null };
