/** Where the edges of the process (HTTP, bot, pollers) read the time. The domain takes `now` as a parameter instead. */
export type Clock = { now(): Date };

/** A clock that can be moved forward, for the simulator. */
export type MovableClock = Clock & {
  /** Milliseconds this clock is ahead of the machine's. */
  offset(): number;
  /** Moves the clock forward by `ms` milliseconds; time never goes back. */
  advance(ms: number): void;
};

export const systemClock: Clock = { now: () => new Date() };

/** A clock that starts `offset` milliseconds ahead of the machine's and runs at its speed. */
export function movableClock(offset = 0): MovableClock {
  let ahead = offset;
  return {
    now: () => new Date(Date.now() + ahead),
    offset: () => ahead,
    advance: (ms) => {
      ahead += Math.max(0, ms);
    },
  };
}
