import { z } from 'zod';
import { getLeadDetail } from '#server/views/lead-detail.ts';
import { userRead } from '../../../_lib/server/user-read.ts';

export const GET = userRead<{ leadId: string }, object>(async ({ db, user, now, params }) => {
  const leadId = z.uuid().safeParse(params.leadId);
  return leadId.success ? getLeadDetail(db, user, leadId.data, now) : null;
});
