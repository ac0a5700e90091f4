import { z } from 'zod';
import { stepChannel } from '../../db/schema.ts';
import { neededText, typedText } from '../../text-input.ts';
import type { TemplateStep } from './template.ts';
import { timingMeaning } from './timing-meaning.ts';

export const maxSteps = 12;

/** What fillDraft puts in; other words in braces would reach the lead as they are. */
const known = ['{firstName}', '{company}'];

const oneLine = (text: string) => text.replace(/\s+/g, ' ');

const draft = typedText('The draft', 10_000).superRefine((text, { addIssue }) => {
  const unknown = text.match(/\{[^{}\s]*\}/g)?.find((word) => !known.includes(word));
  if (unknown)
    addIssue(`“${unknown}” would stay as it is. Only {firstName} and {company} are filled in for each lead.`);
});

const timing = typedText('The timing', 200)
  .transform(oneLine)
  .superRefine((text, { addIssue }) => {
    if (text && !timingMeaning(text))
      addIssue(`I do not understand “${text}”. Try “Day 3”, “in two weeks” or “2 days after the demo”.`);
  });

const step = z
  .object({
    title: neededText('The title of a step', 200, 'Each step needs a title').transform(oneLine),
    why: typedText('The reason', 300).transform(oneLine),
    draft,
    timing,
    channel: z.enum(stepChannel.enumValues).nullable(),
  })
  // A person says when in words only; without any, steps follow each other at the default spacing.
  .transform((words) => ({ ...words, delayDays: null }));

/** A template as a person writes it in the app. */
export const templateInput = z.object({
  title: neededText('The title', 120, 'A template needs a title').transform(oneLine),
  fits: typedText('When to use it', 300).transform(oneLine),
  steps: z
    .array(step)
    .min(1, 'A template needs at least one step')
    .max(maxSteps, `A template has ${maxSteps} steps at most`),
});

/** Its steps may carry days, too, as those of a built-in one do that is copied. */
export type TemplateInput = Omit<z.output<typeof templateInput>, 'steps'> & { steps: TemplateStep[] };
