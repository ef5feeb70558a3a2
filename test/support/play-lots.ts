import { FormLots } from '../../src/modules/lot/form-lots.action.js';
import { LotReader, type MemberLine } from '../../src/modules/lot/lot.reader.js';
import { LotStore } from '../../src/modules/lot/lot.store.js';
import type { Db } from '../../src/platform/db/db.js';

const formLots = new FormLots(new LotStore());

/** What the worker does once a pool has closed or was cancelled. */
export const playLots = (db: Db, poolId: string): Promise<void> =>
  db.transaction((tx) => formLots.run(tx, poolId));

export const refusedLines = (db: Db, poolId: string): Promise<MemberLine[]> =>
  new LotReader().refusedPage(db, poolId, null, null, 1000);
