'use server';

import { z } from 'zod';
import { leadInput, noteInput } from '#server/leads/input.ts';
import * as leadActs from '#server/leads/mutations.ts';
import { isClosed, leadStatuses } from '#server/leads/status.ts';
import * as closing from '#server/plans/close-lead.ts';
import { addLead, cancelRequest, requestPlan } from '#server/plans/requests.ts';
import { restoreLead as restoreDeleted } from '#server/plans/restore-lead.ts';
import { explain, refuse } from '../_lib/server/refusals.ts';
import { tellAct } from '../_lib/server/tell-act.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { leadAnswers } from '../_texts/bin.ts';
import { restoreAnswers, statusAnswers } from '../_texts/closing.ts';
import { planTexts } from '../_texts/plan.ts';

const leadId = z.uuid();

export const draftAgain = userAction(z.object({ leadId }), async ({ db, user, now }, input) => {
  const result = await requestPlan(db, { userId: user.id, ...input, now });
  return result.ok ? result : explain(result);
});

/** "Stop": whatever is being written for the lead, a plan or another draft. */
export const cancelDraft = userAction(z.object({ leadId }), async ({ db, user }, input) => {
  const result = await cancelRequest(db, { userId: user.id, ...input });
  if (result.ok) return { ok: true, message: planTexts.stopped };
  return result.reason === 'nothing' ? refuse('invalid', planTexts.nothingToStop) : refuse('not-found');
});

export const createLead = userAction(leadInput, async ({ db, user, now }, lead) => ({
  ok: true,
  leadId: await addLead(db, { userId: user.id, lead, now }),
}));

export const editLead = userAction(
  z.intersection(z.object({ leadId }), leadInput),
  async ({ db, user, now }, { leadId: id, ...lead }) => {
    const result = await leadActs.editLead(db, { userId: user.id, leadId: id, lead, now });
    return result.ok ? result : refuse('not-found');
  },
);

export const setLeadStatus = userAction(
  z.object({ leadId, status: z.enum(leadStatuses) }),
  async ({ db, user, now }, input) => {
    const result = await closing.setLeadStatus(db, { userId: user.id, ...input, now });
    if (!result.ok) return refuse('not-found');
    const { cancelled } = result;
    const open = cancelled === 0 ? statusAnswers.saved : statusAnswers.opened(cancelled);
    const message = isClosed(input.status) ? statusAnswers.closed(cancelled) : open;
    return { ok: true, ...tellAct(message, result.act, { user, now }) };
  },
);

/** The steps that were cancelled when the lead was closed. */
export const restoreSteps = userAction(z.object({ leadId }), async ({ db, user, now }, input) => {
  const result = await closing.restoreSteps(db, { userId: user.id, ...input, now });
  if (!result.ok)
    return result.reason === 'nothing'
      ? refuse('invalid', restoreAnswers.nothing)
      : explain({ reason: result.reason });
  const { restored, act } = result;
  const message = restoreAnswers.restored(restored, act.moves.length);
  // The dates before were those of cancelled steps: they are not to be kept.
  return { ok: true, message, act: { id: act.id, moved: 0 } };
});

export const addNote = userAction(z.object({ leadId, text: noteInput }), async ({ db, user, now }, input) => {
  const result = await leadActs.addNote(db, { userId: user.id, ...input, now });
  return result.ok ? result : refuse('not-found');
});

export const deleteLead = userAction(z.object({ leadId }), async ({ db, user, now }, input) => {
  const result = await leadActs.deleteLead(db, { userId: user.id, ...input, now });
  return result.ok ? result : refuse('not-found');
});

export const restoreLead = userAction(z.object({ leadId }), async ({ db, user, now }, input) => {
  const result = await restoreDeleted(db, { userId: user.id, ...input, now });
  return result.ok ? { ok: true, message: leadAnswers.restored(result.name) } : refuse('not-found');
});
