import { getRuntime } from '#server/runtime.ts';
import { getSettingsPage } from '#server/views/settings.ts';
import { userRead } from '../../_lib/server/user-read.ts';

export const GET = userRead(({ db, user, now }) => {
  const { botUsername, pollers, model, modelDailyLimit: limit } = getRuntime();
  return getSettingsPage(db, user, { botUsername, pollers: pollers(), model: { ...model, limit } }, now);
});
