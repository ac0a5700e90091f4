import type { ChangeState, ProposedChange } from '../db/stored-json.ts';
import type { NoAnswer } from '../model/port.ts';
import type { Stage } from '../plans/draft.ts';
import type { GoneReason } from '../plans/proposals/change-gone.ts';

/** One proposed change as a person reads it. */
export type ChangeView = {
  id: number;
  kind: ProposedChange['kind'];
  state: ChangeState;
  /** Why it has no place any more; null while it has one. */
  gone: GoneReason | null;
  why: string;
  /** The step's name as it was when it was proposed; of a new step, its name. */
  title: string;
  /** The new name of a step that is reworded; null when it stays. */
  newTitle: string | null;
  /** The new message of a step that is added or reworded; '' for none. */
  draft: string;
  /** The message that is there as long as the change is open; '' for none. */
  oldDraft: string;
  /** "Thu 15 Oct, 09:00": the date it has, and the one it would have; null for none. */
  from: string | null;
  to: string | null;
  /** What its words say of when: "after the demo", where it has no date. */
  timing: string;
};

/**
 * What news changes in a lead's plan. thinking: the model is asked; open: something is left to decide; decided: nothing
 * is; nothing: the news changes nothing; failed: no answer (`failure` says why); stopped: the person stopped it;
 * replaced: newer news took its place.
 */
export type ProposalView = {
  id: string;
  lead: { id: string; name: string; company: string | null };
  /** The news, in the person's words. */
  because: string;
  state: 'thinking' | 'open' | 'decided' | 'nothing' | 'failed' | 'stopped' | 'replaced';
  stage: Stage;
  failure: NoAnswer['reason'] | null;
  changes: ChangeView[];
  /** What newer news came to, lately, which left this list to be decided on; null where it is the latest. */
  newer: Pick<ProposalView, 'state' | 'because' | 'failure'> | null;
  /** The next open step of the plan as it is now; null when none has a date. */
  next: { title: string; due: string } | null;
};
