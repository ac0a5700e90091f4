/** How many claimed messages have not left yet. Few, for what a process has claimed when it dies is "nobody knows". */
export type Ahead = {
  /** So many more are waiting for their turn. */
  add(count: number): void;
  /** One of them leaves, or will not. */
  leave(): void;
  /** Resolves when fewer than `limit` are waiting. */
  below(limit: number): Promise<void>;
};

export function createAhead(): Ahead {
  let waiting = 0;
  let told: { limit: number; resolve(): void }[] = [];
  return {
    add: (count) => {
      waiting += count;
    },
    leave() {
      waiting -= 1;
      const met = told.filter(({ limit }) => waiting < limit);
      told = told.filter(({ limit }) => waiting >= limit);
      for (const { resolve } of met) resolve();
    },
    below: (limit) =>
      waiting < limit ? Promise.resolve() : new Promise((resolve) => told.push({ limit, resolve })),
  };
}
