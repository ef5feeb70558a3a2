import type { Tx } from '../../../platform/db/sql.js';

/** Suppliers' terms over all lots of the pool of a row `lot` wait for their holders. */
const TERMS_WAIT = `EXISTS (
  SELECT FROM sealing_key AS of_terms WHERE of_terms.pool_id = lot.pool_id AND of_terms.lot_id IS NULL
    AND EXISTS (SELECT FROM key_holder WHERE key_holder.key_id = of_terms.id)
    AND EXISTS (SELECT FROM sealed_bid WHERE sealed_bid.key_id = of_terms.id)
    AND NOT EXISTS (SELECT FROM released_key WHERE released_key.key_id = of_terms.id))`;

/** Another lot of that pool is still to be opened. */
const OTHERS_WAIT = `EXISTS (
  SELECT FROM lot AS other JOIN pool_item ON pool_item.id = other.item_id
  LEFT JOIN tender AS of_other ON of_other.lot_id = other.id
  WHERE other.pool_id = lot.pool_id AND other.id <> lot.id AND other.state = 'bidding' AND pool_item.mode = 'tender'
    AND of_other.opened_at IS NULL)`;

/** Of a row `lot`: it waits for the holders of its pool's terms. */
export const AWAITS_TERMS = `(${TERMS_WAIT} AND NOT ${OTHERS_WAIT})`;

/**
 * Whether a lot is the last of its pool to be opened, while suppliers' terms over all its lots still wait for their
 * holders: they are opened together with it, so it waits too. Of two last lots at once, the second knows of the first.
 */
export const termsAwaitHolders = async (tx: Tx, lotId: string): Promise<boolean> => {
  const waiting = await tx.first<{ poolId: string }>(
    `SELECT pool_id FROM lot WHERE id = $1 AND ${TERMS_WAIT}`,
    [lotId],
  );
  if (waiting === undefined) return false;
  await tx.rows(`SELECT pg_advisory_xact_lock(hashtextextended('open-terms:' || $1::text, 0))`, [
    waiting.poolId,
  ]);
  const other = await tx.first(`SELECT id FROM lot WHERE id = $1 AND ${OTHERS_WAIT}`, [lotId]);
  return other === undefined;
};
