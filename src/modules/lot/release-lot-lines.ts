import type { Tx } from '../../platform/db/sql.js';
import { releaseLines, type ReleaseReason } from '../pool/index.js';
import { LotStore } from './lot.store.js';

const store = new LotStore();

/** Tells the pool that the lines of a lot bind nobody any more, so that their deposits go back. */
export const releaseLotLines = async (tx: Tx, lotId: string, reason: ReleaseReason): Promise<void> => {
  const lot = await store.linesIn(tx, lotId);
  if (lot !== undefined) await releaseLines(tx, lot.poolId, lot.lineIds, reason);
};
