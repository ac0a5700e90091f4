import { z } from 'zod';

/**
 * A change of a person's time as the Mini App sends it, to be tried or to be saved; what is left out stays. What the
 * numbers mean together is for the domain to judge.
 */
export const timeChange = z.object({
  timeZone: z.string().max(64).optional(),
  reminderHour: z.number().optional(),
  opens: z.number().optional(),
  closes: z.number().optional(),
  workingDays: z.array(z.number()).max(7).optional(),
  countWorkingDays: z.boolean().optional(),
  holidays: z.string().max(8).nullable().optional(),
});

/** In another zone, what stays: the wall time, or the moment. */
export const keep = z.enum(['wall', 'moment']).default('wall');

export type TimeChangeInput = z.input<typeof timeChange>;
