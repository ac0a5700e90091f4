import { z } from 'zod';
import type { Context } from '../context.ts';
import { type Reply, type Routes, route } from './route.ts';

/** What moving the clock needs from the program that is being tried. */
export type ClockHooks = { nextDueAt(): Promise<Date | null>; runPollers(): Promise<void> };

const A_YEAR_MS = 366 * 86_400_000;
const clockSchema = z.union([
  z.object({ advanceMs: z.int().min(1).max(A_YEAR_MS) }),
  z.object({ toNextDue: z.literal(true) }),
]);

/** POST /simulator/clock: moves the clock, then lets the pollers look at what is due now. */
export function clockRoutes(hooks: ClockHooks): Routes {
  return {
    'POST /simulator/clock': route(clockSchema, async (context, body) => {
      const now = context.clock.now().getTime();
      if ('advanceMs' in body) return move(context, hooks, now + body.advanceMs);
      const due = await hooks.nextDueAt();
      if (!due) {
        const message = 'No reminder is scheduled';
        return { body: { moved: false, now: new Date(now).toISOString(), message } };
      }
      return move(context, hooks, due.getTime());
    }),
  };
}

/**
 * Moves to `target` (milliseconds since 1970), with a stop at every instant something is due on the way, as the pollers
 * of a running program would have. A reminder that cannot be sent stays due; the clock does not wait for it.
 */
async function move(context: Context, hooks: ClockHooks, target: number): Promise<Reply> {
  const start = context.clock.now().getTime();
  let stop = start;
  for (let due = await hooks.nextDueAt(); due; due = await hooks.nextDueAt()) {
    if (due.getTime() <= stop || due.getTime() >= target) break;
    stop = due.getTime();
    await moveTo(context, hooks, stop);
  }
  await moveTo(context, hooks, target);
  return { body: { moved: target > start, now: context.clock.now().toISOString() } };
}

async function moveTo(context: Context, hooks: ClockHooks, instant: number): Promise<void> {
  context.clock.advance(instant - context.clock.now().getTime());
  context.state.clockOffset = context.clock.offset();
  context.changed();
  await hooks.runPollers();
  context.live.tellAll('changed');
}
