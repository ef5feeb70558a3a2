import type { Db } from '../../src/platform/db/db.js';
import type { Tx } from '../../src/platform/db/sql.js';

/** The same database, counting transactions that were run again because of a deadlock or a failed serialization. */
export const countRetries = (db: Db): { db: Db; retries: () => number } => {
  let retries = 0;
  const transaction = <Result>(work: (tx: Tx) => Promise<Result>): Promise<Result> => {
    let runs = 0;
    return db.transaction((tx) => {
      runs += 1;
      if (runs > 1) retries += 1;
      return work(tx);
    });
  };
  return { db: Object.assign(Object.create(db) as Db, { transaction }), retries: () => retries };
};
