import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleWhenResult } from 'cockatiel';
import { type NoAnswer, noAnswer } from './port.ts';

/** So many failures in a row, whoever asked, and the provider is left alone for so long; then one call tries it. */
const failuresInRow = 5;
const openMs = 30_000;

export type Circuit = {
  /** How long no call is to be made: the provider fails, or asked to wait; 0 when one may be. */
  waitMs(): number;
  run<T extends { ok: true }>(call: () => Promise<T | NoAnswer>): Promise<T | NoAnswer>;
};

/**
 * Keeps calls away from a provider that fails or said 429, so that people are answered from templates at once instead of
 * after a time-out each. On the machine's clock: a simulated one does not let a provider recover sooner.
 */
export function createCircuit(): Circuit {
  let closedUntil = 0;
  const close = (ms: number) => {
    closedUntil = Math.max(closedUntil, Date.now() + ms);
  };
  const waitMs = () => Math.max(0, closedUntil - Date.now());
  const policy = circuitBreaker(handleWhenResult(isDown), {
    breaker: new ConsecutiveBreaker(failuresInRow),
    halfOpenAfter: openMs,
  });
  policy.onBreak(() => close(openMs));
  return {
    waitMs,
    async run(call) {
      try {
        const outcome = await policy.execute(call);
        if (!outcome.ok && outcome.reason === 'busy') close(outcome.retryAfterMs ?? 0);
        return outcome;
      } catch (error) {
        if (error instanceof BrokenCircuitError) return noAnswer('busy', 'the circuit is open', waitMs());
        throw error;
      }
    },
  };
}

const isDown = (outcome: unknown) => (outcome as { reason?: unknown }).reason === 'down';
