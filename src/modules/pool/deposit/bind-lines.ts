import { listUnbound } from '../../../core/pool/deposit/reckon-deposit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { tellParties } from '../../party/index.js';
import { DepositStore } from './deposit.store.js';

const store = new DepositStore();

/** Of how many of a koperasi's lines no deposit was held. */
export interface Unbound {
  readonly koperasiId: string;
  readonly lines: number;
}

/**
 * Finds, in the transaction that closes a pool, which lines are not bound by a deposit that was paid by its closing
 * time, and keeps them as released, so that rescue and lots leave them out.
 */
export const releaseUnbound = async (tx: Tx, poolId: string): Promise<Unbound[]> => {
  const pool = await store.pool(tx, poolId);
  if (pool === undefined || pool.rateBps === 0) return [];
  await tx.change('SET LOCAL statement_timeout = 0');
  await store.ensure(tx, poolId, null);
  await store.lock(tx, poolId, null);
  const unbound = (await store.linesShort(tx, poolId)).map(({ koperasiId, heldRp, lines }) => ({
    koperasiId,
    lineIds: listUnbound(lines, heldRp, pool.rateBps),
  }));
  await tx.change(
    `INSERT INTO released_line (line_id, pool_id, reason)
     SELECT line_id, $1, 'DEPOSIT_NOT_HELD' FROM unnest($2::uuid[]) AS given (line_id)`,
    [poolId, unbound.flatMap(({ lineIds }) => lineIds)],
  );
  return unbound
    .filter(({ lineIds }) => lineIds.length > 0)
    .map(({ koperasiId, lineIds }) => ({ koperasiId, lines: lineIds.length }));
};

/** The pool goes on after all: there is time to pay. */
export const rebindLines = async (tx: Tx, poolId: string): Promise<void> => {
  await tx.change('DELETE FROM released_line WHERE pool_id = $1', [poolId]);
};

export const tellUnbound = async (tx: Tx, poolId: string, unbound: readonly Unbound[]): Promise<void> => {
  const pool = await store.pool(tx, poolId);
  for (const lines of new Set(unbound.map((each) => each.lines)))
    await tellParties(tx, {
      partyIds: unbound.filter((each) => each.lines === lines).map(({ koperasiId }) => koperasiId),
      kind: 'deposit-not-held',
      subjectType: 'pool',
      subjectId: poolId,
      data: { pool: pool?.title ?? '', lines, closedAt: pool?.closesAt.toISOString() ?? '' },
    });
};
