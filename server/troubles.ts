import type { Log } from './log.ts';

/** What stops the program as a whole until somebody does something: the token was refused, updates no longer arrive. */
export type Trouble = 'token-refused' | 'polling-ended';

/** The troubles of this process, shown on /readyz and in /metrics. */
export type Troubles = {
  /** Says so loudly, once; `words` tell the operator what to do. */
  raise(trouble: Trouble, words: string): void;
  clear(trouble: Trouble): void;
  has(trouble: Trouble): boolean;
  list(): { trouble: Trouble; words: string }[];
};

export function createTroubles(log: Log): Troubles {
  const raised = new Map<Trouble, string>();
  return {
    raise(trouble, words) {
      if (raised.has(trouble)) return;
      raised.set(trouble, words);
      log.fatal({ trouble }, words);
    },
    clear(trouble) {
      if (raised.delete(trouble)) log.info({ trouble }, 'the trouble is over');
    },
    has: (trouble) => raised.has(trouble),
    list: () => [...raised].map(([trouble, words]) => ({ trouble, words })),
  };
}
