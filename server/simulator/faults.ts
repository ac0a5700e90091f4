import { z } from 'zod';

/**
 * A failure to play on calls of the Bot API, for a number of calls or until it is switched off.
 *
 * - `slow`: waits `retryAfter` seconds, then works as usual, even when the caller no longer waits.
 * - `429`, `403`, `500`: answers so. `429` names `retryAfter` seconds.
 * - `401`: answers as if the token had been revoked.
 * - `reset`: cuts the connection in place of the answer.
 * - `down`: cuts the connection before the call is read. A real outage looks different to the sender: its connection
 *   is refused or never comes about, so it is sure that nothing arrived. Bot API and page share one port, which must go
 *   on listening for the page; so here the sender has connected and sent, and all it sees is ECONNRESET, as with `reset`.
 * - `none`: plays nothing, and clears what waits.
 *
 * With `accepted` a `429`, `403`, `500` or `reset` comes after the call took effect: the case in which a sender cannot
 * know whether its message arrived. What Telegram would refuse anyway is refused as usual.
 */
export const faultSchema = z.object({
  kind: z.enum(['slow', '429', '403', '500', '401', 'reset', 'down', 'none']),
  accepted: z.boolean().default(false),
  /** The method to play it on, `file` for the download of a file. Without one: every call for `slow`, `401` and `down`, otherwise sendMessage. */
  method: z.string().optional(),
  /** How many calls it is played on. */
  count: z.union([z.int().min(1), z.literal('until-off')]).default(1),
  retryAfter: z.number().min(0).max(3600).default(1),
  /** Clears what waits first: the page has one fault on at a time. */
  replace: z.boolean().default(false),
});
export type Fault = z.infer<typeof faultSchema>;
/** A fault as a caller of POST /simulator/faults writes it. */
export type FaultRequest = z.input<typeof faultSchema>;

/** The fault that is on, with the calls left to play it on and those it was played on. */
export type ActiveFault = Omit<Fault, 'replace'> & { played: number };

export type Faults = {
  add(fault: Fault): void;
  /** The fault to play on this call, counted down; null when the call is to work. */
  take(method: string): ActiveFault | null;
  /** What is on, the next to be played when several wait; null when everything works. */
  current(): ActiveFault | null;
};

/** Faults in the order they were added, in memory only: after a restart Telegram works. `changed` is called on each change. */
export function createFaults(changed: () => void): Faults {
  let waiting: ActiveFault[] = [];
  return {
    add({ replace, ...fault }) {
      if (replace || fault.kind === 'none') waiting = [];
      if (fault.kind !== 'none') waiting.push({ ...fault, played: 0 });
      changed();
    },
    take(method) {
      const fault = waiting.find((one) => isFor(one, method));
      if (!fault) return null;
      fault.played += 1;
      if (fault.count !== 'until-off') fault.count -= 1;
      if (fault.count === 0) waiting = waiting.filter((one) => one !== fault);
      changed();
      return fault;
    },
    current: () => waiting[0] ?? null,
  };
}

const FOR_EVERY_CALL: Fault['kind'][] = ['slow', '401', 'down'];

function isFor(fault: ActiveFault, method: string): boolean {
  if (!fault.method && FOR_EVERY_CALL.includes(fault.kind)) return true;
  return (fault.method ?? 'sendMessage').toLowerCase() === method.toLowerCase();
}
