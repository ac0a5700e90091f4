'use server';

import { z } from 'zod';
import * as absences from '#server/plans/away.ts';
import { refuse } from '../_lib/server/refusals.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { awayAnswers, awayProblems } from '../_texts/away.ts';

/** First and last day, "2026-08-01" in the person's zone. */
const day = z.string().max(32);

export const setAway = userAction(z.object({ from: day, until: day }), async ({ db, user, now }, period) => {
  const result = await absences.setAway(db, { userId: user.id, ...period, now });
  return result.ok ? { ok: true, message: awayAnswers.set(result.moves.length) } : explainAway(result);
});

export const endAway = userAction(z.object({}), async ({ db, user, now }) => {
  const result = await absences.endAway(db, { userId: user.id, now });
  return result.ok ? { ok: true, message: awayAnswers.ended(result.moves.length) } : explainAway(result);
});

const explainAway = ({ reason }: absences.AwayRefusal) =>
  reason === 'not-found' ? refuse('not-found') : refuse('invalid', awayProblems[reason]);
