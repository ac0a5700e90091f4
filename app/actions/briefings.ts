'use server';

import { z } from 'zod';
import * as briefings from '#server/briefings/mutations.ts';
import { briefingKinds } from '#server/briefings/next.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { briefingAnswers } from '../_texts/briefings.ts';
import { hourWords } from '../_texts/time.ts';

export const setBriefing = userAction(
  z.object({ kind: z.enum(briefingKinds), hour: z.number().int().min(0).max(23).nullable() }),
  async ({ db, user, now }, { kind, hour }) => {
    await briefings.setBriefing(db, { userId: user.id, kind, hour, now });
    const message = hour === null ? briefingAnswers.off(kind) : briefingAnswers.on(kind, hourWords(hour));
    return { ok: true, message };
  },
);
