import { getTemplateList } from '#server/views/templates.ts';
import { userRead } from '../../_lib/server/user-read.ts';

export const GET = userRead(({ db, user }) => getTemplateList(db, user.id));
