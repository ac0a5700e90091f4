import type { Clock } from '../../server/clock.ts';

export type FrozenClock = Clock & { advance(ms: number): void; moveTo(now: Date): void };

/** A clock that stands still until a test moves it. */
export function frozenClock(start: Date): FrozenClock {
  let now = start;
  return {
    now: () => now,
    advance: (ms) => {
      now = new Date(now.getTime() + ms);
    },
    moveTo: (later) => {
      now = later;
    },
  };
}

export const minutes = (count: number) => count * 60_000;
export const hours = (count: number) => count * 60 * 60_000;
export const days = (count: number) => count * 24 * 60 * 60_000;
