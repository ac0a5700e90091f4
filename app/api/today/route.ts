import { getRuntime } from '#server/runtime.ts';
import { getTodayPage } from '#server/views/today.ts';
import { userRead } from '../../_lib/server/user-read.ts';

export const GET = userRead(({ db, user, now }) => getTodayPage(db, user, getRuntime().botUsername, now));
