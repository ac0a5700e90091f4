'use server';

import { z } from 'zod';
import { instantOf } from '#server/plans/schedule.ts';
import { snoozeKinds } from '#server/plans/snooze.ts';
import * as stepActs from '#server/plans/snooze-step.ts';
import { personTime } from '#server/time/person.ts';
import { momentWords } from '#server/time/when.ts';
import { explain, refuse } from '../_lib/server/refusals.ts';
import { tellAct } from '../_lib/server/tell-act.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { snoozeAnswers } from '../_texts/snooze.ts';

/** Until a choice, or a wall time the person picked. `asks` is a question to be put before it is done `anyway`. */
export const snoozeStep = userAction(
  z.object({
    stepId: z.uuid(),
    to: z.union([z.enum(snoozeKinds), z.object({ local: z.string().max(32) })]),
    anyway: z.boolean().optional(),
  }),
  async ({ db, user, now }, { stepId, anyway, ...input }) => {
    const person = personTime(user);
    const words = (at: Date) => momentWords(at, now, person.timeZone);
    const to = typeof input.to === 'string' ? input.to : instantOf(input.to.local, person);
    if (!to) return explain({ reason: 'no-date' });
    const result = await stepActs.snoozeStep(db, { userId: user.id, stepId, to, anyway, now });
    if (result.ok) {
      const until = words(result.until);
      const moved = result.moved && to instanceof Date;
      const done = moved ? snoozeAnswers.moved(until, words(to)) : snoozeAnswers.snoozed(until);
      return { ok: true, asks: null, ...tellAct(done, result.act, { user, now }) };
    }
    if (result.reason === 'asks') {
      const { step, until } = result;
      const asks = snoozeAnswers.asks(step.title, step.snoozes, words(until));
      return { ok: true, asks, message: '', act: null };
    }
    return result.reason === 'not-open'
      ? refuse('invalid', snoozeAnswers.notOpen)
      : explain({ reason: result.reason });
  },
);

/** What is snoozed comes now, or when the next window begins. */
export const wakeStep = userAction(z.object({ stepId: z.uuid() }), async ({ db, user, now }, { stepId }) => {
  const result = await stepActs.wakeStep(db, { userId: user.id, stepId, now });
  if (!result.ok)
    return result.reason === 'awake' ? refuse('invalid', snoozeAnswers.awake) : refuse('not-found');
  const at = momentWords(result.at, now, personTime(user).timeZone);
  return { ok: true, message: result.at <= now ? snoozeAnswers.wakesNow : snoozeAnswers.wakes(at) };
});
