import { takeTurn } from '../reminders/turn.ts';
import type { PollerDeps } from './index.ts';

/** A pause longer than this is left to the next sweep. */
const longestWaitMs = 60_000;

/**
 * Waits until a message that is no reminder may leave for this person, at the pace all messages keep. False when
 * nothing may leave for a while: Telegram asked for a long pause or refuses the token, or the program stops.
 */
export async function waitForTurn(deps: PollerDeps, userId: number, stopping: AbortSignal): Promise<boolean> {
  const { db, clock, sendRate: rate, sleep, troubles } = deps;
  while (!stopping.aborted && !troubles.has('token-refused')) {
    const turn = await takeTurn(db, { userId, now: clock.now(), rate });
    const ms = 'inMs' in turn ? turn.inMs : turn.askInMs;
    if (ms > longestWaitMs) return false;
    if (ms > 0) await sleep(ms, stopping);
    if ('inMs' in turn) return !stopping.aborted;
  }
  return false;
}
