'use server';

import { z } from 'zod';
import * as zone from '#server/auth/zone.ts';
import { changePersonTime } from '#server/plans/person-time.ts';
import { askForTest } from '#server/reminders/test-reminders.ts';
import { getRuntime } from '#server/runtime.ts';
import { personTime } from '#server/time/person.ts';
import { isTimeZone } from '#server/time/wall-time.ts';
import { refuse } from '../_lib/server/refusals.ts';
import { keep, timeChange } from '../_lib/server/time-change.ts';
import { userAction } from '../_lib/server/user-action.ts';
import { settingsAnswers } from '../_texts/settings.ts';
import { problemWords } from '../_texts/time.ts';

export const saveSettings = userAction(
  timeChange.extend({ keep }),
  async ({ db, user, now }, { keep: kept, ...change }) => {
    const result = await changePersonTime(db, { userId: user.id, change, keep: kept, now });
    if (result.ok) return { ok: true, message: settingsAnswers.saved(result.moves.length) };
    return result.reason === 'not-found'
      ? refuse('not-found')
      : refuse('invalid', problemWords[result.reason]);
  },
);

export const confirmZone = userAction(z.object({}), async ({ db, user, now }) => {
  await zone.confirmZone(db, { userId: user.id, now });
  return { ok: true, message: settingsAnswers.zoneConfirmed };
});

export const declineZone = userAction(
  z.object({ timeZone: z.string().max(64).refine(isTimeZone, problemWords['unknown-zone']) }),
  async ({ db, user, now }, { timeZone }) => {
    await zone.declineZone(db, { userId: user.id, timeZone, now });
    return { ok: true, message: settingsAnswers.zoneKept(personTime(user).timeZone) };
  },
);

export const sendTestReminder = userAction(z.object({}), async ({ db, user, now }) => {
  if (user.unreachableAt) return refuse('invalid', settingsAnswers.testRefused);
  await askForTest(db, { userId: user.id, now });
  getRuntime().wake.notify('test-reminders');
  return { ok: true, message: settingsAnswers.testOnItsWay };
});
