import { z } from 'zod';
import { getResumeView, type ResumeView } from '#server/views/pause-view.ts';
import { userRead } from '../../../../_lib/server/user-read.ts';

/** What would move if the lead's plan went on now; nothing is changed. */
export const GET = userRead<{ leadId: string }, ResumeView>(async ({ db, user, now, params }) => {
  const leadId = z.uuid().safeParse(params.leadId);
  return leadId.success ? getResumeView(db, user, leadId.data, now) : null;
});
