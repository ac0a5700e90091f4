/**
 * A step of a built-in plan. `why` is the reminder's "why now", `timing` the words a person reads; `delayDays`
 * says the same in days from the plan's start. `draft` is written for fillDraft.
 */
export type TemplateStep = { title: string; why: string; draft: string; timing: string; delayDays: number };

/** A built-in plan of 4 to 6 steps; `key` is stored with the plan, `title` is shown to people. */
export type Template = { key: TemplateKey; title: string; steps: TemplateStep[] };

export type TemplateKey =
  | 'inbound-request'
  | 'event-contact'
  | 'warm-introduction'
  | 'cold-outreach'
  | 'after-proposal'
  | 'keep-in-touch';
