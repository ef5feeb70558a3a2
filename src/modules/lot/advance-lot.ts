import { advanceLot as decideMove, isFinished, type LotState } from '../../core/lot/advance-lot.js';
import { refuseLot } from '../../core/lot/refusals.js';
import { writeAudit, type AuditEntry } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { settlePool } from '../pool/index.js';
import { LotFailed } from './lot.events.js';
import { LotStore } from './lot.store.js';

const store = new LotStore();

export interface AdvanceOptions {
  /** Why a lot fails: a code such as NO_BIDS. */
  readonly reason?: string;
  /** Who moved it; the worker when left out. */
  readonly actorId?: string;
  /** Counts that belong into the move's audit row. */
  readonly facts?: NonNullable<AuditEntry['data']>;
}

/**
 * Moves a lot on, as stages further down ask when their part is done; the pool is settled with its last lot.
 * @returns false when the lot was there already: then nothing changed.
 */
export const advanceLot = async (
  tx: Tx,
  lotId: string,
  to: LotState,
  options: AdvanceOptions = {},
): Promise<boolean> => {
  const { reason, actorId = null, facts = {} } = options;
  const lot = await store.lockLot(tx, lotId);
  if (lot === undefined) throw refuseLot('LOT_NOT_FOUND');
  const move = decideMove(lot.state, to, reason);
  if (move === undefined || !(await store.markMoved(tx, lotId, move))) return false;
  await writeAudit(tx, {
    actorId,
    action: `lot-${to}`,
    subjectType: 'lot',
    subjectId: lotId,
    data: { ...facts, from: move.from, ...(move.failedReason === null ? {} : { reason: move.failedReason }) },
  });
  if (move.failedReason !== null) await record(tx, LotFailed.of({ lotId, reason: move.failedReason }));
  if (isFinished(to)) await settleWithLastLot(tx, lot.poolId);
  return true;
};

/** The pool is locked before its lots are counted: of the last two lots ending at once, one sees both ended. */
const settleWithLastLot = async (tx: Tx, poolId: string): Promise<void> => {
  await store.lockPool(tx, poolId);
  if (!(await store.hasUnfinished(tx, poolId))) await settlePool(tx, poolId);
};
