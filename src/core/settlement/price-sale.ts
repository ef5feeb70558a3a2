import { groupBy } from '../kernel/group-by.js';
import { amountRp } from '../kernel/quantity.js';
import { split } from '../kernel/split.js';
import type { Pricing } from '../pool/pricing.js';
import { goodsOnly } from './compose-charge.js';
import { leastRp } from './limit-rp.js';
import type { AllocatedPart, LotToPrice, PricedPart } from './lot-to-price.js';

/** The fee on a part of a sale, out of what its buyer pays: never more than that. */
export const saleFeeRp = (
  { feeRpPerUnit }: Pricing,
  packSizeMilli: number,
  { packs, chargeRp }: { readonly packs: number; readonly chargeRp: number },
): number => Math.min(chargeRp, amountRp(packs, packSizeMilli, feeRpPerUnit));

/**
 * Prices a lot that was sold: every buyer pays the one clearing price for all its packs, its parts in the order of
 * `parts` and to the rupiah; each koperasi gets what its buyers pay less the fee, and never less than its own limit:
 * what is missing to a limit is the organiser's, as what a limit keeps from being charged is in a buy pool.
 *
 *   Rp9,000 a kg, fee Rp100, 10 sacks of 50 kg to A | A pays Rp4,500,000, the koperasi gets Rp4,450,000
 *                            least proceeds Rp8,950 | the koperasi gets Rp4,475,000, Rp25,000 of it the organiser's
 *
 * @throws RangeError when packs were allocated of a lot without a clearing price.
 */
export const priceSale = (
  { clearingRpPerUnit = null, packSizeMilli, pricing }: LotToPrice,
  parts: readonly AllocatedPart[],
): PricedPart[] => {
  if (clearingRpPerUnit === null) throw new RangeError('packs were sold without a clearing price');
  return [...groupBy(parts, ({ supplierId }) => supplierId).values()].flatMap((own) => {
    const packs = own.map((part) => part.packs);
    const buyerRp = amountRp(
      packs.reduce((sum, each) => sum + each, 0),
      packSizeMilli,
      clearingRpPerUnit,
    );
    const charges = split(buyerRp, packs);
    return own.map((part, at) => {
      const chargeRp = charges[at] ?? 0;
      const proceedsRp = chargeRp - saleFeeRp(pricing, packSizeMilli, { ...part, chargeRp });
      const billRp = Math.max(proceedsRp, leastRp(part.maxLandedRp, part.packs, packSizeMilli));
      return { ...part, chargeRp, billRp, parts: goodsOnly(chargeRp), priceRpPerUnit: clearingRpPerUnit };
    });
  });
};
