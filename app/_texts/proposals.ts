import type { ChangeView, ProposalView } from '#server/views/proposal-view.ts';

type Failure = NonNullable<ProposalView['failure']>;
type Gone = NonNullable<ChangeView['gone']>;

/** What the server answers. */
export const proposalAnswers = {
  noted: 'Noted.',
  reviewing: 'Noted. Thinking about what this changes in the plan…',
  notedOnly: {
    closed: 'Noted. This lead is closed, so its plan stays as it is.',
    busy: 'Noted. Something is being written for this lead already, so the plan stays as it is for now.',
    off: 'Noted. No model may be used here, so the plan stays as it is.',
    'not-open': 'Noted. The plan has no open step that could change.',
  },
  accepted: (count: number) =>
    count === 1 ? 'Accepted: the plan is changed.' : `${count} changes accepted: the plan is changed.`,
  refused: 'Refused: the plan stays as it is.',
  decided: 'You have decided on this already.',
  gone: {
    removed: 'Not any more: this step is no longer in the plan.',
    done: 'Not any more: this step is done.',
    skipped: 'Not any more: this step was skipped.',
    cancelled: 'Not any more: this step was cancelled with its lead.',
    pinned: 'Not any more: you gave this step a date of your own.',
    edited: 'Not any more: you changed this step yourself.',
  } satisfies Record<Gone, string>,
  rewording: 'Writing another draft…',
  stepNotOpen: 'This step is not open any more.',
  noFormer: 'There is no draft before this one.',
  back: 'The draft before is back.',
};

/** What a wish is refused for. */
export const wishFields = { wish: 'The wish', noWish: 'Say how the message should be' };

/** The card of proposed changes on a lead. */
export const proposalTexts = {
  title: 'Changes to the plan',
  because: (news: string) => `Because of “${news}”`,
  stages: {
    waiting: 'Thinking about what this changes in the plan…',
    writing: 'Thinking about what this changes in the plan…',
    repairing: 'Putting the answer right…',
    retrying: 'The model is busy: it is asked again in a moment. The plan stays as it is meanwhile.',
  } satisfies Record<ProposalView['stage'], string>,
  stop: 'Stop',
  stopLabel: 'Stop thinking about changes to the plan',
  nothing: 'Nothing in the plan needs to change.',
  failures: {
    off: 'No model may be used here, so the plan stays as it is. You can edit it below.',
    limit: 'The model has done all it may for today, so the plan stays as it is. You can edit it below.',
    invalid: 'The answer of the model could not be used, so the plan stays as it is. You can edit it below.',
    refused: 'The model would not answer this, so the plan stays as it is. You can edit it below.',
    unauthorized:
      'The model does not let us in, which an administrator has to put right. You can edit the plan below.',
    busy: 'The model was too busy, so the plan stays as it is. You can edit it below.',
    down: 'The model did not answer, so the plan stays as it is. You can edit it below.',
  } satisfies Record<Failure, string>,
  kinds: { add: 'New step', move: 'Another date', reword: 'Other words', drop: 'Drop' },
  states: { accepted: 'Accepted', refused: 'Refused' },
  noDate: 'no date yet',
  from: 'Now',
  to: 'Then',
  was: 'The message that is there',
  willBe: 'The new message',
  accept: 'Accept',
  refuse: 'Refuse',
  acceptLabel: (title: string) => `Accept the change of “${title}”`,
  refuseLabel: (title: string) => `Refuse the change of “${title}”`,
  acceptAll: 'Accept all',
  refuseAll: 'Refuse all',
  follow: 'Save and let the plan follow',
};

/** "Another draft" of one step. */
export const rewordTexts = {
  open: 'Another draft',
  title: 'How should the message be?',
  wishes: [
    { wish: 'shorter', words: 'Shorter' },
    { wish: 'warmer, more personal', words: 'Warmer' },
    { wish: 'more formal', words: 'More formal' },
  ],
  own: 'In your words',
  example: 'in Russian, mention the case study',
  write: 'Write it',
  back: 'Back to the draft before',
  cancel: 'Cancel',
  stages: {
    waiting: 'Writing another draft…',
    writing: 'Writing another draft…',
    repairing: 'Writing another draft: putting it right…',
    retrying: 'The model is busy: it is asked again in a moment.',
  } satisfies Record<ProposalView['stage'], string>,
  failures: {
    off: 'No other draft: no model may be used here.',
    limit: 'No other draft: the model has done all it may for today.',
    invalid: 'No other draft: the answer of the model could not be used.',
    refused: 'No other draft: the model would not write it.',
    unauthorized: 'No other draft: the model does not let us in, which an administrator has to put right.',
    busy: 'No other draft: the model was too busy. Try again later.',
    down: 'No other draft: the model did not answer. Try again later.',
  } satisfies Record<Failure, string>,
};
