import type { Db } from '../../server/db/client.ts';

type Method = 'transaction' | 'select' | 'insert' | 'update' | 'with';

/** A database whose `method` throws as long as `fails` says so; everything else works. */
export function failingDb(db: Db, method: Method, fails: () => boolean): Db {
  return new Proxy(db, {
    get(target, property) {
      const value = Reflect.get(target, property, target);
      if (property === method && fails()) {
        return () => {
          throw new Error('connection lost: password=hunter2 in select * from leads');
        };
      }
      return typeof value === 'function' ? value.bind(target) : value;
    },
  });
}
