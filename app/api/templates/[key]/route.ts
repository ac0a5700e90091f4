import type { TemplateView } from '#server/views/template-view.ts';
import { getTemplateView } from '#server/views/templates.ts';
import { userRead } from '../../../_lib/server/user-read.ts';

/** A built-in template by its name, one of the person's own by its id. */
export const GET = userRead<{ key: string }, TemplateView>(({ db, user, params }) =>
  getTemplateView(db, user.id, params.key),
);
