import type { TemplateStep } from '../../db/stored-json.ts';

export type { TemplateStep } from '../../db/stored-json.ts';

/**
 * A built-in plan of 4 to 6 steps. `key` is stored with the plan; `title` and `fits`, one sentence on when to use it,
 * are shown to people. `why` is the reminder's "why now", `timing` the words a person reads; `delayDays` says the same in
 * days from the plan's start, and is null in a step that counts from an event.
 */
export type Template = { key: TemplateKey; title: string; fits: string; steps: TemplateStep[] };

export const templateKeys = [
  'inbound-request',
  'event-contact',
  'warm-introduction',
  'cold-outreach',
  'after-demo',
  'after-proposal',
  'candidate',
  'investor',
  'win-back',
  'keep-in-touch',
] as const;

export type TemplateKey = (typeof templateKeys)[number];
