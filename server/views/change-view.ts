import type { ProposedChange } from '../db/stored-json.ts';
import type { Step } from '../plans/lock-step.ts';
import type { GoneReason } from '../plans/proposals/change-gone.ts';
import { type Placing, placeChange } from '../plans/proposals/place-change.ts';
import type { ChangeView } from './proposal-view.ts';

type Around = {
  gone: GoneReason | null;
  /** All steps of the lead as they are now. */
  steps: Step[];
  placing: Placing;
  words(at: Date): string;
};

/** One proposed change in words, with the dates it is about. Pure. */
export function toChangeView(change: ProposedChange, around: Around): ChangeView {
  const { gone, steps } = around;
  const step = 'stepId' in change ? steps.find(({ id }) => id === change.stepId) : undefined;
  const state = change.state === 'open' && gone ? 'gone' : change.state;
  const isReworded = change.kind === 'reword';
  return {
    ...{ id: change.id, kind: change.kind, state, gone, why: change.why, title: change.title },
    newTitle: isReworded && change.newTitle !== change.title ? change.newTitle : null,
    draft: change.kind === 'add' || isReworded ? change.draft : '',
    oldDraft: isReworded && change.state === 'open' ? (step?.draft ?? '') : '',
    ...datesOf(change, step, around),
  };
}

function datesOf(
  change: ProposedChange,
  step: Step | undefined,
  { placing, words }: Around,
): Pick<ChangeView, 'from' | 'to' | 'timing'> {
  const inWords = (at: Date | null | undefined) => (at ? words(at) : null);
  if (change.kind === 'drop' || change.kind === 'reword')
    return { from: inWords(step?.dueAt), to: null, timing: '' };
  const { timing } = change;
  if (change.kind === 'move' && change.told) {
    const { from, to } = change.told;
    return { from: inWords(from ? new Date(from) : null), to: inWords(to ? new Date(to) : null), timing };
  }
  // What was decided is told as it was; what is open may be late by now.
  const at = change.state === 'open' ? placing : { ...placing, now: placing.from };
  const to = inWords(placeChange(change, at).dueAt);
  return { from: change.kind === 'move' ? inWords(step?.dueAt) : null, to, timing };
}
