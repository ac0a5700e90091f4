import { getToday } from '#server/views/today.ts';
import { userRead } from '../../_lib/server/user-read.ts';

export const GET = userRead(({ db, user, now }) => getToday(db, user, now));
