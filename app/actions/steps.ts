'use server';

import { z } from 'zod';
import * as arrange from '#server/plans/arrange-steps.ts';
import * as stepEdits from '#server/plans/edit-steps.ts';
import { reopenStep } from '#server/plans/reopen.ts';
import * as stepActs from '#server/plans/step-mutations.ts';
import { neededText, typedText } from '#server/text-input.ts';
import { momentWords } from '#server/time/when.ts';
import { explain, refuse } from '../_lib/server/refusals.ts';
import { tellAct } from '../_lib/server/tell-act.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { undoTexts } from '../_texts/ripple.ts';
import { stepAnswers, stepFields } from '../_texts/steps.ts';

const stepId = z.uuid();
const title = neededText(stepFields.title, 200, stepFields.noTitle);
const draft = typedText(stepFields.draft, 10_000);
const timing = typedText(stepFields.timing, 200);
const dueLocal = z.string().max(32);

const opened = { none: undoTexts.opened, back: undoTexts.openBack, stay: undoTexts.openStay };

export const setStepStatus = userAction(
  z.object({ stepId, status: z.enum(['open', 'done', 'skipped']) }),
  async ({ db, user, now }, input) => {
    const { status, ...step } = input;
    if (status === 'open') {
      const result = await reopenStep(db, { userId: user.id, ...step, now });
      return result.ok ? { ok: true, message: opened[result.dates], act: null } : explain(result);
    }
    const result = await stepActs.setStepStatus(db, { userId: user.id, ...step, status, now });
    if (!result.ok) return explain(result);
    const is = result.step.status;
    if (is !== 'done' && is !== 'skipped') return refuse('invalid', stepAnswers.wasCancelled);
    return { ok: true, ...tellAct(stepAnswers.settled[is], result.act, { user, now }) };
  },
);

export const addStep = userAction(
  z.object({ leadId: z.uuid(), title, draft, timing, dueLocal: dueLocal.nullable() }),
  async ({ db, user, now }, input) => {
    const result = await stepEdits.addStep(db, { userId: user.id, ...input, now });
    if (!result.ok) return explain(result);
    const { stepId: id, due } = result;
    if (!due.dueAt) return { ok: true, stepId: id, message: stepAnswers.waits(due.anchor) };
    const words = momentWords(due.dueAt, now, due.timeZone);
    const guessed = due.dueSource === 'default' && input.timing !== '';
    const message = guessed ? stepAnswers.notUnderstood(input.timing, words) : stepAnswers.due(words);
    return { ok: true, stepId: id, message };
  },
);

export const editStep = userAction(
  z.object({ stepId, title, draft, dueLocal: dueLocal.nullable() }),
  async ({ db, user, now }, input) => {
    const result = await stepEdits.editStep(db, { userId: user.id, ...input, now });
    return result.ok
      ? { ok: true, ...tellAct(stepAnswers.saved, result.act, { user, now }) }
      : explain(result);
  },
);

export const removeStep = userAction(z.object({ stepId }), async ({ db, user, now }, input) => {
  const result = await arrange.removeStep(db, { userId: user.id, ...input, now });
  return result.ok ? result : explain(result);
});

export const moveStep = userAction(
  z.object({ stepId, to: z.number().int().min(0).max(1000) }),
  async ({ db, user }, input) => {
    const result = await arrange.moveStep(db, { userId: user.id, ...input });
    return result.ok ? result : explain(result);
  },
);
