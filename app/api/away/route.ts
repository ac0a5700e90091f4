import { z } from 'zod';
import { previewAway } from '#server/plans/away.ts';
import { personTime } from '#server/time/person.ts';
import type { AwayPreview } from '#server/views/away-view.ts';
import { toMoveViews } from '#server/views/pause-view.ts';
import { userRead } from '../../_lib/server/user-read.ts';
import { awayProblems } from '../../_texts/away.ts';

const day = z.string().max(32);
const input = z.object({ from: day, until: day });

/** What an absence `?from=…&until=…` would move, or its end without them; or why not. Nothing is changed. */
export const GET = userRead(async ({ db, user, now, query }): Promise<AwayPreview | null> => {
  const parsed = input.safeParse(Object.fromEntries(query));
  if (!parsed.success && query.size > 0) return { problem: awayProblems['no-date'], moves: [] };
  const period = parsed.data ?? null;
  const result = await previewAway(db, { userId: user.id, period, now });
  if (result.ok) return { problem: null, moves: toMoveViews(result.moves, personTime(user), now) };
  return result.reason === 'not-found' ? null : { problem: awayProblems[result.reason], moves: [] };
});
