'use server';

import { z } from 'zod';
import * as pauses from '#server/plans/pause.ts';
import * as resumes from '#server/plans/resume.ts';
import { neededText } from '#server/text-input.ts';
import { personTime } from '#server/time/person.ts';
import { dayWords } from '#server/time/when.ts';
import { explain, refuse } from '../_lib/server/refusals.ts';
import { tellAct } from '../_lib/server/tell-act.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { pauseAnswers } from '../_texts/pause.ts';

const waitingFor = neededText('What it waits for', 200, pauseAnswers.noWhat);
const lead = z.object({ leadId: z.uuid() });
/** `wakeLocal`: the day on which the person wants to hear of it again, "2026-10-26" in their zone. */
const pause = lead.extend({ wakeLocal: z.string().max(32).nullable() });

export const pauseLead = userAction(
  z.discriminatedUnion('reason', [
    pause.extend({ reason: z.literal('paused'), waitingFor: z.null() }),
    // A day that was picked before stays.
    lead.extend({ reason: z.literal('replied'), waitingFor: z.null() }),
    pause.extend({ reason: z.literal('waiting'), waitingFor }),
  ]),
  async ({ db, user, now }, input) => {
    const result = await pauses.pauseLead(db, { userId: user.id, ...input, now });
    if (result.ok) {
      const wakes = result.wakeAt && dayWords(result.wakeAt, now, personTime(user).timeZone);
      return { ok: true, ...tellAct(pauseAnswers.paused(wakes), result.act, { user, now }) };
    }
    if (result.reason === 'past') return refuse('invalid', pauseAnswers.past);
    return result.reason === 'no-date' ? refuse('invalid', pauseAnswers.noDay) : explain(result);
  },
);

export const resumeLead = userAction(lead, async ({ db, user, now }, input) => {
  const result = await resumes.resumeLead(db, { userId: user.id, ...input, now });
  if (!result.ok) return explain(result);
  const words = result.act ? pauseAnswers.resumed : pauseAnswers.running;
  return { ok: true, ...tellAct(words, result.act, { user, now }) };
});
