import { z } from 'zod';
import { getCaptureView } from '#server/views/capture.ts';
import type { CaptureView } from '#server/views/capture-view.ts';
import { userRead } from '../../../_lib/server/user-read.ts';

export const GET = userRead<{ captureId: string }, CaptureView>(({ db, user, now, params }) => {
  const captureId = z.uuid().safeParse(params.captureId);
  return captureId.success ? getCaptureView(db, user, captureId.data, now) : Promise.resolve(null);
});
