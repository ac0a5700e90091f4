import { z } from 'zod';

/**
 * A failure to play on the next calls. `429`, `403` and `500` answer so; `reset` cuts the connection; `slow` waits
 * `retryAfter` seconds, then works as usual; `none` clears all faults. With `accepted` the call takes effect before
 * it fails: the case in which a sender cannot know whether the message went out.
 */
export const faultSchema = z.object({
  kind: z.enum(['429', '403', '500', 'reset', 'slow', 'none']),
  method: z.string().optional(),
  count: z.number().int().min(1).default(1),
  retryAfter: z.number().min(0).default(1),
  accepted: z.boolean().default(false),
});
export type Fault = z.infer<typeof faultSchema>;

export type Faults = {
  add(fault: Fault): void;
  /** The fault to play on this call, counted down; null when the call is to work. */
  take(method: string): Fault | null;
};

export function createFaults(): Faults {
  let waiting: Fault[] = [];
  return {
    add(fault) {
      if (fault.kind === 'none') waiting = [];
      else waiting.push({ ...fault });
    },
    take(method) {
      const fault = waiting.find((one) => !one.method || one.method.toLowerCase() === method.toLowerCase());
      if (!fault) return null;
      fault.count -= 1;
      if (fault.count <= 0) waiting = waiting.filter((one) => one !== fault);
      return fault;
    },
  };
}
