import { z } from 'zod';
import { leadStatuses } from '#server/leads/status.ts';
import { typedText } from '#server/text-input.ts';
import { getLeads } from '#server/views/leads.ts';
import { userRead } from '../../_lib/server/user-read.ts';

/** What is not understood is no filter: a list is better than an error page. */
const filter = z.object({
  search: typedText('The search', 100).optional().catch(undefined),
  status: z
    .enum([...leadStatuses, 'overdue'])
    .optional()
    .catch(undefined),
});

export const GET = userRead(({ db, user, now, query }) =>
  getLeads(db, user, filter.parse(Object.fromEntries(query)), now),
);
