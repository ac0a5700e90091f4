import { z } from 'zod';
import { mayUseModel } from '#server/model/port.ts';
import { getRuntime } from '#server/runtime.ts';
import { startAppLink } from '#server/telegram/links.ts';
import { getLeadDetail } from '#server/views/lead-detail.ts';
import type { LeadPage } from '#server/views/lead-view.ts';
import { userRead } from '../../../_lib/server/user-read.ts';

export const GET = userRead<{ leadId: string }, LeadPage>(async ({ db, user, now, params }) => {
  const leadId = z.uuid().safeParse(params.leadId);
  const lead = leadId.success ? await getLeadDetail(db, user, leadId.data, now) : null;
  if (!lead) return null;
  const { botUsername, model } = getRuntime();
  const writes = model.name !== null && mayUseModel(user, lead);
  return { ...lead, writes, link: startAppLink(botUsername, lead.id) };
});
