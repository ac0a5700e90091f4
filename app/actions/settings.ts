'use server';

import { z } from 'zod';
import * as zone from '#server/auth/zone.ts';
import { changePersonTime } from '#server/plans/person-time.ts';
import { askForTest } from '#server/reminders/test-reminders.ts';
import { getRuntime } from '#server/runtime.ts';
import { personTime } from '#server/time/person.ts';
import { isTimeZone } from '#server/time/wall-time.ts';
import { refuse } from '../_lib/server/refusals.ts';
import { keep, problemWords, timeChange } from '../_lib/server/time-change.ts';
import { userAction } from '../_lib/server/user-action.ts';

export const saveSettings = userAction(
  timeChange.extend({ keep }),
  async ({ db, user, now }, { keep: kept, ...change }) => {
    const result = await changePersonTime(db, { userId: user.id, change, keep: kept, now });
    if (result.ok) return { ok: true, message: savedWords(result.moves.length) };
    return result.reason === 'not-found'
      ? refuse('not-found')
      : refuse('invalid', problemWords[result.reason]);
  },
);

function savedWords(moved: number): string {
  if (moved === 0) return 'Saved. No reminder had to move.';
  return moved === 1 ? 'Saved. One reminder moved.' : `Saved. ${moved} reminders moved.`;
}

export const confirmZone = userAction(z.object({}), async ({ db, user, now }) => {
  await zone.confirmZone(db, { userId: user.id, now });
  return { ok: true, message: 'Thank you.' };
});

export const declineZone = userAction(
  z.object({ timeZone: z.string().max(64).refine(isTimeZone, problemWords['unknown-zone']) }),
  async ({ db, user, now }, { timeZone }) => {
    await zone.declineZone(db, { userId: user.id, timeZone, now });
    return { ok: true, message: `All right, your reminders stay on ${personTime(user).timeZone} time.` };
  },
);

/** A test that Telegram is sure to refuse is not even asked for. */
const refusedByTelegram =
  'Telegram does not let me write to you, so a test would not arrive. Open the chat with the bot and press Start.';

export const sendTestReminder = userAction(z.object({}), async ({ db, user, now }) => {
  if (user.unreachableAt) return refuse('invalid', refusedByTelegram);
  await askForTest(db, { userId: user.id, now });
  getRuntime().wake.notify('test-reminders');
  return { ok: true, message: 'On its way. Look in the chat with the bot.' };
});
