import { timingMeaning } from '#server/plans/templates/timing-meaning.ts';
import type { TimingView } from '#server/views/template-view.ts';
import { userRead } from '../../../_lib/server/user-read.ts';

/** What `?words=` mean as a timing, while they are being typed. */
export const GET = userRead(
  async ({ query }): Promise<TimingView> => ({
    meaning: timingMeaning((query.get('words') ?? '').slice(0, 200)),
  }),
);
