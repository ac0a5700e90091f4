'use server';

import { z } from 'zod';
import * as recorded from '#server/plans/acts.ts';
import { refuse } from '../_lib/server/refusals.ts';
import { tellAct } from '../_lib/server/tell-act.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { undoTexts } from '../_texts/ripple.ts';

const act = z.object({ actId: z.number().int().positive() });

export const undoAct = userAction(act, async ({ db, user, now }, { actId }) => {
  const result = await recorded.undoAct(db, { userId: user.id, actId, now });
  if (!result.ok)
    return result.reason === 'gone' ? refuse('not-found') : refuse('invalid', undoTexts.tooLate);
  const { moves } = result.act;
  return { ok: true, message: moves.length > 0 ? undoTexts.datesBack : undoTexts.takenBack };
});

export const keepDates = userAction(act, async ({ db, user, now }, { actId }) => {
  const result = await recorded.keepDates(db, { userId: user.id, actId, now });
  if (!result.ok)
    return result.reason === 'gone' ? refuse('not-found') : refuse('invalid', undoTexts.tooLate);
  return { ok: true, ...tellAct('', result.act, { user, now }) };
});
