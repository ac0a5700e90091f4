'use server';

import { z } from 'zod';
import { personTime } from '#server/auth/users.ts';
import { leadInput, noteInput } from '#server/leads/input.ts';
import * as leadActs from '#server/leads/mutations.ts';
import { isClosed, leadStatuses } from '#server/leads/status.ts';
import * as stepEdits from '#server/plans/edit-steps.ts';
import { changePersonTime } from '#server/plans/person-time.ts';
import { addLead, requestPlan } from '#server/plans/requests.ts';
import { snoozeLengths } from '#server/plans/snooze.ts';
import * as stepActs from '#server/plans/step-mutations.ts';
import { askForTest } from '#server/reminders/test-reminders.ts';
import { getRuntime } from '#server/runtime.ts';
import { neededText, typedText } from '#server/text-input.ts';
import { isTimeZone } from '#server/time/wall-time.ts';
import { momentWords } from '#server/time/when.ts';
import { refuse } from './_lib/server/refusals.ts';
import { userAction } from './_lib/server/user-action.ts';

const stepId = z.uuid();
const leadId = z.uuid();
const title = neededText('The title', 200, 'A step needs a title');
const draft = typedText('The draft', 10_000);
const timing = typedText('The timing', 200);
const dueLocal = z.string().max(32);

/** What the domain refuses, in words. */
function explain(result: { reason: 'not-found' | 'closed' | 'past' | 'no-date' }) {
  if (result.reason === 'closed')
    return refuse('invalid', 'This lead is closed. Set its status to an open one first.');
  if (result.reason === 'past')
    return refuse('invalid', 'Pick a time from now on, within the next five years.');
  if (result.reason === 'no-date')
    return refuse('invalid', 'This is no date and time. Pick one from the calendar.');
  return refuse('not-found');
}

const settled = { done: 'Done.', skipped: 'Skipped.', open: 'Open again.' };

export const setStepStatus = userAction(
  z.object({ stepId, status: z.enum(['open', 'done', 'skipped']) }),
  async ({ db, user, now }, input) => {
    const result = await stepActs.setStepStatus(db, { userId: user.id, ...input, now });
    return result.ok ? { ok: true, message: settled[input.status] } : refuse('not-found');
  },
);

export const snoozeStep = userAction(
  z.object({ stepId, length: z.enum(snoozeLengths) }),
  async ({ db, user, now }, input) => {
    const result = await stepActs.snoozeStep(db, { userId: user.id, ...input, now });
    if (!result.ok) return refuse('not-found');
    if (!result.until) return refuse('invalid', 'Only an open step of an open lead can be snoozed.');
    return {
      ok: true,
      message: `Snoozed until ${momentWords(result.until, now, personTime(user).timeZone)}`,
    };
  },
);

export const addStep = userAction(
  z.object({ leadId, title, draft, timing, dueLocal: dueLocal.nullable() }),
  async ({ db, user, now }, input) => {
    const result = await stepEdits.addStep(db, { userId: user.id, ...input, now });
    if (!result.ok) return explain(result);
    const { stepId: id, due } = result;
    const words = momentWords(due.dueAt, now, due.timeZone);
    const guessed = due.dueSource === 'default' && input.timing !== '';
    const message = guessed
      ? `I did not understand “${input.timing}”, so it is due ${words}.`
      : `Due ${words}.`;
    return { ok: true, stepId: id, message };
  },
);

export const editStep = userAction(
  z.object({ stepId, title, draft, dueLocal: dueLocal.nullable() }),
  async ({ db, user, now }, input) => {
    const result = await stepEdits.editStep(db, { userId: user.id, ...input, now });
    return result.ok ? result : explain(result);
  },
);

export const removeStep = userAction(z.object({ stepId }), async ({ db, user, now }, input) => {
  const result = await stepEdits.removeStep(db, { userId: user.id, ...input, now });
  return result.ok ? result : explain(result);
});

export const moveStep = userAction(
  z.object({ stepId, to: z.number().int().min(0).max(1000) }),
  async ({ db, user }, input) => {
    const result = await stepEdits.moveStep(db, { userId: user.id, ...input });
    return result.ok ? result : explain(result);
  },
);

export const draftAgain = userAction(z.object({ leadId }), async ({ db, user, now }, input) => {
  const result = await requestPlan(db, { userId: user.id, ...input, now });
  return result.ok ? result : explain(result);
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
    const result = await leadActs.setLeadStatus(db, { userId: user.id, ...input, now });
    if (!result.ok) return refuse('not-found');
    const closed = isClosed(input.status);
    return { ok: true, message: closed ? 'Closed. No more reminders about this lead.' : 'Status saved.' };
  },
);

export const addNote = userAction(z.object({ leadId, text: noteInput }), async ({ db, user, now }, input) => {
  const result = await leadActs.addNote(db, { userId: user.id, ...input, now });
  return result.ok ? result : refuse('not-found');
});

export const deleteLead = userAction(z.object({ leadId }), async ({ db, user }, input) => {
  const result = await leadActs.deleteLead(db, { userId: user.id, ...input });
  return result.ok ? result : refuse('not-found');
});

export const saveSettings = userAction(
  z.object({
    timeZone: z
      .string()
      .max(64)
      .refine(isTimeZone, 'This time zone is not known. Pick one from the list.')
      .optional(),
    reminderHour: z.number().int().min(0).max(23).optional(),
  }),
  async ({ db, user, now }, change) => {
    await changePersonTime(db, { userId: user.id, change, now });
    return { ok: true, message: 'Saved. Your open reminders have moved with it.' };
  },
);

/** A test that Telegram is sure to refuse is not even asked for. */
const refusedByTelegram =
  'Telegram does not let me write to you, so a test would not arrive. Open the chat with the bot and press Start.';

export const sendTestReminder = userAction(z.object({}), async ({ db, user, now }) => {
  if (user.unreachableAt) return refuse('invalid', refusedByTelegram);
  await askForTest(db, { userId: user.id, now });
  getRuntime().wake.notify('test-reminders');
  return { ok: true, message: 'On its way. Look in the chat with the bot.' };
});
