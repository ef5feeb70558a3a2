import type { Sale } from '../../core/settlement/make-journals.js';
import { sliceAmount } from '../../core/settlement/slice-amount.js';
import type { Tx } from '../../platform/db/sql.js';

interface Promised extends Sale {
  readonly packs: number;
  readonly chargeRp: number;
  readonly billedPacks: number;
}

/** One name for each pair of seller and buyer. */
export const keyOf = ({ sellerId, buyerId }: Sale): string => `${sellerId} ${buyerId}`;

/** Of lots that are under way the lines that a seller gave time for, and how many packs of each are billed or on consignment. */
const lines = (seller: string): string => `
  SELECT ${seller} AS seller_id, koperasi_id AS buyer_id, line_price.packs, charge_rp, (
    SELECT coalesce(sum(shipped_packs), 0)::int FROM drop_line
    WHERE drop_line.line_id = line_price.line_id AND drop_line.supplier_id = line_price.supplier_id
      AND (EXISTS (SELECT FROM invoice WHERE invoice.drop_id = drop_line.drop_id)
        OR EXISTS (SELECT FROM consignment WHERE consignment.drop_id = drop_line.drop_id))) AS billed_packs
  FROM line_price JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = lot.pool_id
  JOIN commitment_line ON commitment_line.id = line_id
  WHERE ${seller} = ANY ($1) AND koperasi_id = ANY ($2) AND side = 'buy' AND payment_days > 0
    AND lot.state NOT IN ('settled', 'failed')`;

/**
 * What buyers will owe sellers for goods that they were given time for and that have not come yet, by pair: no due and no
 * consignment says it so far, but it is part of what their terms are for. Until the transaction ends nobody else
 * gives such a pair time, or each of two lots would fit beside the other; pairs are locked in one order.
 */
export const promisedRp = async (tx: Tx, sales: readonly Sale[]): Promise<ReadonlyMap<string, number>> => {
  await tx.rows(
    `SELECT pg_advisory_xact_lock(hashtextextended('terms:' || pair, 0)) IS NULL AS held
     FROM (SELECT pair FROM unnest($1::text[]) AS given (pair) ORDER BY pair OFFSET 0) AS pairs`,
    [sales.map(keyOf)],
  );
  const promised = await tx.rows<Promised>(
    `${lines('line_price.supplier_id')} AND contract_mode = 'direct'
     UNION ALL ${lines('pool.organiser_id')} AND contract_mode = 'secondary'`,
    [sales.map(({ sellerId }) => sellerId), sales.map(({ buyerId }) => buyerId)],
  );
  const sums = new Map<string, number>();
  for (const { packs, chargeRp, billedPacks, ...sale } of promised) {
    const leftRp = sliceAmount(chargeRp, packs, Math.min(packs, billedPacks), packs);
    sums.set(keyOf(sale), (sums.get(keyOf(sale)) ?? 0) + leftRp);
  }
  return sums;
};
