import { z } from 'zod';
import { getSnoozeChoices, type SnoozeChoices } from '#server/views/snooze-choices.ts';
import { userRead } from '../../../../_lib/server/user-read.ts';

export const GET = userRead<{ stepId: string }, SnoozeChoices>(async ({ db, user, now, params }) => {
  const stepId = z.uuid().safeParse(params.stepId);
  return stepId.success ? getSnoozeChoices(db, user, stepId.data, now) : null;
});
