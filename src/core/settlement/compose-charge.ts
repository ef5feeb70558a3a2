import { split } from '../kernel/split.js';

/** What an amount is made of; together they are it. */
export interface ChargeParts {
  /** Goods at the awarded price, surcharges and tax that cannot be recovered. */
  readonly goodsRp: number;
  /** The share of the freight that was estimated when bids closed. */
  readonly freightRp: number;
  /** The share of suppliers' fixed charges. */
  readonly fixedRp: number;
  /** The organiser's fee. */
  readonly feeRp: number;
}

/** Nothing but goods. */
export const goodsOnly = (amountRp: number): ChargeParts => ({
  goodsRp: amountRp,
  freightRp: 0,
  fixedRp: 0,
  feeRp: 0,
});

/**
 * An amount in the parts that a greater one has, to the rupiah: what everybody of a lot pays is made of the same. Odd
 * rupiahs by largest remainder, goods first.
 *
 *   Rp1,000 of goods 900, freight 70, fixed 0, fee 30 | 900, 70, 0, 30
 *   Rp101 of the same                                 | 91, 7, 0, 3
 *   Rp101 of nothing                                  | 101, 0, 0, 0
 */
export const composeCharge = (
  amountRp: number,
  { goodsRp, freightRp, fixedRp, feeRp }: ChargeParts,
): ChargeParts => {
  if (goodsRp + freightRp + fixedRp + feeRp === 0) return goodsOnly(amountRp);
  const [goods = 0, freight = 0, fixed = 0, fee = 0] = split(amountRp, [goodsRp, freightRp, fixedRp, feeRp]);
  return { goodsRp: goods, freightRp: freight, fixedRp: fixed, feeRp: fee };
};
