'use server';

import { z } from 'zod';
import * as personSwitch from '#server/auth/model-switch.ts';
import * as leadSwitch from '#server/leads/model-switch.ts';
import { refuse } from '../_lib/server/refusals.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { modelAnswers } from '../_texts/model.ts';

/** Whether a model may read and write for the person at all. */
export const setModel = userAction(z.object({ off: z.boolean() }), async ({ db, user }, { off }) => {
  await personSwitch.setModel(db, { userId: user.id, off });
  return { ok: true, message: off ? modelAnswers.off : modelAnswers.on };
});

/** The same for one lead. */
export const setLeadModel = userAction(
  z.object({ leadId: z.uuid(), off: z.boolean() }),
  async ({ db, user }, input) => {
    const result = await leadSwitch.setLeadModel(db, { userId: user.id, ...input });
    if (!result.ok) return refuse('not-found');
    return {
      ok: true,
      message: input.off ? modelAnswers.leadOff(result.name) : modelAnswers.leadOn(result.name),
    };
  },
);
