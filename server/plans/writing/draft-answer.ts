import { z } from 'zod';

/** What a model may answer when it is asked for other words for one message. */
export const draftAnswer = z.object({ draft: z.string().trim().min(1).max(1500) });
