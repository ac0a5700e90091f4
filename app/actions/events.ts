'use server';

import { z } from 'zod';
import * as leadEvents from '#server/plans/events.ts';
import { instantOf } from '#server/plans/schedule.ts';
import { eventNames } from '#server/plans/timing.ts';
import { personTime } from '#server/time/person.ts';
import { momentWords, shortDayWords } from '#server/time/when.ts';
import { explain, refuse } from '../_lib/server/refusals.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { eventAnswers } from '../_texts/events.ts';

/** The date of a lead's event, as wall time in the person's zone; null takes it away. */
export const setEventDate = userAction(
  z.object({ leadId: z.uuid(), event: z.enum(eventNames), local: z.string().max(32).nullable() }),
  async ({ db, user, now }, input) => {
    const result = await leadEvents.setEventDate(db, { userId: user.id, ...input, now });
    if (!result.ok)
      return result.reason === 'far'
        ? refuse('invalid', eventAnswers.far)
        : explain({ reason: result.reason });
    const { act, steps } = result;
    if (!act) return { ok: true, message: eventAnswers.same(input.event), act: null };
    const person = personTime(user);
    const at = input.local === null ? null : instantOf(input.local, person);
    const dates = act.moves.flatMap(({ to }) =>
      to ? shortDayWords(new Date(to), now, person.timeZone) : [],
    );
    const message = at
      ? eventAnswers.saved(input.event, momentWords(at, now, person.timeZone), dates)
      : eventAnswers.cleared(input.event, steps);
    // Undo is the way back; old dates without the event they count from would be none of either.
    return { ok: true, message, act: { id: act.id, moved: 0 } };
  },
);
