import type { Db } from '../../server/db/client.ts';

type Around = <T>(run: () => Promise<T>) => Promise<T>;
const queries = new Set<PropertyKey>([
  'select',
  'insert',
  'update',
  'delete',
  'execute',
  'with',
  'transaction',
]);

/** A database that a test lets go away and come back, and whose transactions it may delay, or lose the answers of. */
export function shakyDb(db: Db) {
  let away = false;
  let around: Around = (run) => run();
  const shaky: Db = new Proxy(db, {
    get(target, property) {
      if (away && queries.has(property)) return () => lost();
      if (property === 'transaction') {
        const transaction: Db['transaction'] = (...work) => around(() => target.transaction(...work));
        return transaction;
      }
      const value = Reflect.get(target, property, target);
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
  return {
    db: shaky,
    /** Every query fails, as when the connection is lost. */
    goAway: () => {
      away = true;
    },
    comeBack: () => {
      away = false;
    },
    /** How the next transactions run; without one, as usual. */
    onTransaction: (next: Around = (run) => run()) => {
      around = next;
    },
  };
}

/** As a lost connection reads: a query that can be built as usual and fails when it is awaited. */
function lost(): unknown {
  const failure = Promise.reject(new Error('the connection was lost'));
  // Whoever awaits it hears of it; a query that nobody awaits does not fail anything.
  failure.catch(() => {});
  return new Proxy(() => {}, {
    get(_, property) {
      if (property === 'then') return failure.then.bind(failure);
      if (property === 'catch') return failure.catch.bind(failure);
      return () => lost();
    },
  });
}

/** Runs the transaction, and loses the answer that says so. */
export const committedButUnheard: Around = async (run) => {
  await run();
  throw new Error('the connection was lost');
};
