import { z } from 'zod';
import { checkDraft } from '../writing/check-draft.ts';

const title = z.string().trim().min(1).max(120);
const draft = z.string().trim().max(1500);
const why = z.string().trim().min(1).max(300);
const step = z.string().max(10);
const when = { delay_days: z.number().int().min(0).max(365), timing: z.string().trim().max(100) };

/** What a model may answer when it is asked what news changes in a plan. */
export const reviewAnswer = z.object({
  changes: z
    .array(
      z.discriminatedUnion('kind', [
        z.object({ kind: z.literal('add'), why, title, draft, ...when }),
        z.object({ kind: z.literal('move'), step, why, ...when }),
        z.object({ kind: z.literal('reword'), step, why, title, draft }),
        z.object({ kind: z.literal('drop'), step, why }),
      ]),
    )
    .max(8),
});

export type ReviewAnswer = z.output<typeof reviewAnswer>;
export type AnsweredChange = ReviewAnswer['changes'][number];

/**
 * What the changes are measured by: the steps that may be changed, by the names the model was told; the titles of those
 * that are settled or have a date of the person's own; and all it was given.
 */
export type Told = { steps: { step: string; title: string }[]; fixed: string[]; given: string };

/**
 * What is wrong with each change, in words for the model; an empty list where it can be proposed as it is. Another step
 * than those that may be changed, two changes that contradict each other, a step that is there already, anything in a
 * text that was not given.
 */
export function checkChanges(changes: AnsweredChange[], told: Told): string[][] {
  return changes.map((change, index) => {
    const of = (words: string) => `changes[${index}]: ${words}`;
    const texts = checkDraft(textOf(change), told.given);
    return [...texts, ...checkStep(change, changes.slice(0, index), told)].map(of);
  });
}

/** All that a person would read of it. */
const textOf = (change: AnsweredChange): string =>
  [
    change.why,
    'title' in change ? change.title : '',
    'timing' in change ? change.timing : '',
    'draft' in change ? change.draft : '',
  ].join('\n');

function checkStep(change: AnsweredChange, before: AnsweredChange[], told: Told): string[] {
  const { steps } = told;
  if (change.kind === 'add') return checkNew(change.title, before, told);
  if (!steps.some((one) => one.step === change.step))
    return [`"${change.step}" is not one of the steps that may be changed`];
  const same = before.filter((one) => one.kind !== 'add' && one.step === change.step);
  const clash = same.some(({ kind }) => kind === change.kind || kind === 'drop' || change.kind === 'drop');
  return clash ? [`another change of "${change.step}" says otherwise; keep one of them`] : [];
}

function checkNew(title: string, before: AnsweredChange[], { steps, fixed }: Told): string[] {
  const isSame = (other: string) => other.trim().toLowerCase() === title.toLowerCase();
  if (steps.some((one) => isSame(one.title)))
    return ['the plan has a step of that title already; reword or move that one'];
  if (fixed.some(isSame))
    return ['the plan has a step of that title that may not be changed; leave this out'];
  const isTwice = before.some((one) => one.kind === 'add' && isSame(one.title));
  return isTwice ? ['a step of that title is added already; leave this out'] : [];
}
