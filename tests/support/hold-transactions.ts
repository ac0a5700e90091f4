import type { Db } from '../../server/db/client.ts';

/** A database whose transactions wait until the gate opens; `reached` resolves when the first one waits. */
export function holdTransactions(db: Db) {
  let open = () => {};
  let reach = () => {};
  const opened = new Promise<void>((resolve) => {
    open = resolve;
  });
  const reached = new Promise<void>((resolve) => {
    reach = resolve;
  });
  const held = new Proxy(db, {
    get(target, property) {
      const value = Reflect.get(target, property, target);
      if (property !== 'transaction') return typeof value === 'function' ? value.bind(target) : value;
      return async (...work: Parameters<Db['transaction']>) => {
        reach();
        await opened;
        return target.transaction(...work);
      };
    },
  });
  return { db: held, reached, open: () => open() };
}
