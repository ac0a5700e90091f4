'use server';

import { z } from 'zod';
import { noteInput } from '#server/leads/input.ts';
import { addNote } from '#server/leads/mutations.ts';
import * as decisions from '#server/plans/proposals/mutations.ts';
import { openReview } from '#server/plans/proposals/open-review.ts';
import { requestDraft } from '#server/plans/requests.ts';
import { backToFormerDraft } from '#server/plans/writing/former-draft.ts';
import { neededText } from '#server/text-input.ts';
import { explain, refuse } from '../_lib/server/refusals.ts';
import { tellAct } from '../_lib/server/tell-act.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { proposalAnswers, wishFields } from '../_texts/proposals.ts';

const choice = z.object({
  proposalId: z.uuid(),
  /** One line of the list; null for all that are open. */
  changeId: z.number().int().min(0).max(999).nullable(),
});

/** Saves a note, and asks what it changes in the plan. The note is kept whatever comes of that. */
export const noteAndReview = userAction(
  z.object({ leadId: z.uuid(), text: noteInput }),
  async ({ db, user, model, now }, { leadId, text }) => {
    const noted = await addNote(db, { userId: user.id, leadId, text, now });
    if (!noted.ok) return refuse('not-found');
    const result = await openReview(db, { userId: user.id, leadId, news: text, model, now });
    if (result.ok) return { ok: true, message: proposalAnswers.reviewing };
    if (result.reason === 'not-found') return refuse('not-found');
    return { ok: true, message: proposalAnswers.notedOnly[result.reason] };
  },
);

export const acceptChange = userAction(choice, async ({ db, user, now }, input) => {
  const result = await decisions.acceptChanges(db, { userId: user.id, ...input, now });
  if (result.ok)
    return { ok: true, ...tellAct(proposalAnswers.accepted(result.accepted), result.act, { user, now }) };
  if (result.reason === 'gone') return refuse('invalid', proposalAnswers.gone[result.why]);
  if (result.reason === 'decided') return refuse('invalid', proposalAnswers.decided);
  return explain({ reason: result.reason });
});

export const refuseChange = userAction(choice, async ({ db, user, now }, input) => {
  const result = await decisions.refuseChanges(db, { userId: user.id, ...input, now });
  if (result.ok) return { ok: true, message: proposalAnswers.refused, act: null };
  if (result.reason === 'decided') return refuse('invalid', proposalAnswers.decided);
  return explain({ reason: result.reason });
});

/** Asks for another draft of one open step; it appears when it was written. */
export const rewordStep = userAction(
  z.object({ stepId: z.uuid(), wish: neededText(wishFields.wish, 500, wishFields.noWish) }),
  async ({ db, user, now }, input) => {
    const result = await requestDraft(db, { userId: user.id, ...input, now });
    if (result.ok) return { ok: true, message: proposalAnswers.rewording };
    if (result.reason === 'not-open') return refuse('invalid', proposalAnswers.stepNotOpen);
    return explain({ reason: result.reason });
  },
);

/** The draft of a step as it was before it was last written anew. */
export const restoreDraft = userAction(
  z.object({ stepId: z.uuid() }),
  async ({ db, user, now }, { stepId }) => {
    const result = await backToFormerDraft(db, { userId: user.id, stepId, now });
    if (result.ok) return { ok: true, message: proposalAnswers.back };
    if (result.reason === 'not-found') return refuse('not-found');
    const words = result.reason === 'nothing' ? proposalAnswers.noFormer : proposalAnswers.stepNotOpen;
    return refuse('invalid', words);
  },
);
