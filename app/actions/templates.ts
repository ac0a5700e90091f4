'use server';

import { z } from 'zod';
import { requestPlan } from '#server/plans/requests.ts';
import { templateInput } from '#server/plans/templates/input.ts';
import * as templates from '#server/plans/templates/mutations.ts';
import { getTemplate } from '#server/plans/templates/queries.ts';
import { explain, refuse } from '../_lib/server/refusals.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { templateAnswers } from '../_texts/templates.ts';

/** The key of a built-in template, or the id of one of the person's own. */
const key = z.string().max(64);

export const createTemplate = userAction(templateInput, async ({ db, user, now }, template) => {
  const { key: created } = await templates.createTemplate(db, { userId: user.id, template, now });
  return { ok: true, key: created, message: templateAnswers.created };
});

export const saveTemplate = userAction(
  z.intersection(z.object({ key }), templateInput),
  async ({ db, user, now }, { key: saved, ...template }) => {
    const result = await templates.saveTemplate(db, { userId: user.id, key: saved, template, now });
    return result.ok ? { ok: true, key: saved, message: templateAnswers.saved } : refuse('not-found');
  },
);

export const copyTemplate = userAction(z.object({ key }), async ({ db, user, now }, input) => {
  const result = await templates.copyTemplate(db, { userId: user.id, ...input, now });
  return result.ok ? { ...result, message: templateAnswers.copied } : refuse('not-found');
});

/** Deletes one of the person's own; a built-in one that was edited is the original again. */
export const removeTemplate = userAction(z.object({ key }), async ({ db, user }, input) => {
  const result = await templates.removeTemplate(db, { userId: user.id, ...input });
  return result.ok ? result : refuse('not-found');
});

/** Has the lead's plan made from that template; its open steps are replaced. */
export const followTemplate = userAction(
  z.object({ leadId: z.uuid(), key }),
  async ({ db, user, now }, { leadId, key: template }) => {
    if (!(await getTemplate(db, user.id, template))) return refuse('not-found');
    const result = await requestPlan(db, { userId: user.id, leadId, template, now });
    return result.ok ? result : explain(result);
  },
);
