import { z } from 'zod';

/**
 * A failure of the language model's stand-in, for a number of calls or until it is switched off.
 *
 * - `slow`: waits `seconds`, then answers as usual. - `429`: answers so and asks to wait `seconds`.
 * - `401`, `500`: answer so. - `dropped`: cuts the connection in place of the answer.
 * - `html`: answers 200 with a page, as a proxy in between does.
 * - `refusal`: will not write. - `cut-off`: stops in the middle and says so. - `truncated`: the same without saying so.
 * - `prose`: talks around a good answer. - `wrong-types`: every value has another type.
 * - `negative-days`, `fractional-days`, `text-days`, `huge-days`: a plan whose second step comes after no such delay.
 * - `links`, `placeholders`: drafts with a link, or a placeholder, that nobody gave.
 * - `none`: plays nothing, and clears what waits.
 */
export const modelFaultSchema = z.object({
  kind: z.enum([
    ...['slow', '429', '401', '500', 'dropped', 'html', 'refusal', 'cut-off', 'truncated', 'prose'],
    ...['wrong-types', 'negative-days', 'fractional-days', 'text-days', 'huge-days', 'links', 'placeholders'],
    'none',
  ] as const),
  /** How many calls it is played on. */
  count: z.union([z.int().min(1), z.literal('until-off')]).default(1),
  seconds: z.number().min(0).max(3600).default(1),
  /** Clears what waits first: the page has one fault on at a time. */
  replace: z.boolean().default(false),
});
export type ModelFault = z.infer<typeof modelFaultSchema>;
/** A fault as a caller of POST /simulator/model-faults writes it. */
export type ModelFaultRequest = z.input<typeof modelFaultSchema>;
export type ActiveModelFault = Omit<ModelFault, 'replace'> & { played: number };

export type ModelFaults = {
  add(fault: ModelFault): void;
  /** The fault to play on this call, counted down; null when the call is to work. */
  take(): ActiveModelFault | null;
  /** What is on, the next to be played when several wait; null when everything works. */
  current(): ActiveModelFault | null;
};

/** Faults in the order they were added, in memory only. `changed` is called on each change. */
export function createModelFaults(changed: () => void): ModelFaults {
  let waiting: ActiveModelFault[] = [];
  return {
    add({ replace, ...fault }) {
      if (replace || fault.kind === 'none') waiting = [];
      if (fault.kind !== 'none') waiting.push({ ...fault, played: 0 });
      changed();
    },
    take() {
      const [fault] = waiting;
      if (!fault) return null;
      fault.played += 1;
      if (fault.count !== 'until-off') fault.count -= 1;
      if (fault.count === 0) waiting = waiting.slice(1);
      changed();
      return fault;
    },
    current: () => waiting[0] ?? null,
  };
}
