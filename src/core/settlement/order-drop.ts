import { groupBy } from '../kernel/group-by.js';
import { sumOf } from '../kernel/sum-of.js';
import { toSafe } from '../kernel/quantity.js';
import type { ContractMode } from '../pool/contract-mode.js';
import type { PricedLine } from './bill-drop.js';
import { sliceAmount } from './slice-amount.js';

/** What a purchase order asks for of a lot. */
export interface OrderedGoods {
  readonly lotId: string;
  readonly packs: number;
  readonly packSizeMilli: number;
  /** Landed, tax included: what the order's buyer pays its seller for all these packs. */
  readonly amountRp: number;
  /** The same per base unit, rounded to the nearest rupiah: to read, not to reckon by. */
  readonly priceRpPerUnit: number;
}

/** What so many packs come to per base unit, to the nearest rupiah. */
export const unitPrice = (amountRp: number, packs: number, packSizeMilli: number): number => {
  const milli = BigInt(packs) * BigInt(packSizeMilli);
  return toSafe((BigInt(amountRp) * 1000n + milli / 2n) / milli);
};

/**
 * What a released drop is ordered as: one line per lot. Who orders pays its own seller: in mode direct the koperasi
 * (sell: the bidder) what it is charged, in mode secondary the organiser what the seller bills it.
 *
 *   20 sacks of 50 kg charged Rp10,600,000, billed Rp10,500,000
 *   direct    | 20 sacks for Rp10,600,000, Rp10,600 a kg
 *   secondary | 20 sacks for Rp10,500,000, Rp10,500 a kg
 */
export const orderDrop = (lines: readonly PricedLine[], mode: ContractMode): OrderedGoods[] =>
  [...groupBy(lines, ({ lotId }) => lotId)]
    .map(([lotId, own]) => {
      const packs = sumOf(own, ({ shippedPacks }) => shippedPacks);
      const packSizeMilli = own[0]?.packSizeMilli ?? 1;
      const amountRp = sumOf(own, (line) =>
        sliceAmount(
          mode === 'direct' ? line.chargeRp : line.billRp,
          line.packs,
          line.beforePacks,
          line.beforePacks + line.shippedPacks,
        ),
      );
      return {
        lotId,
        packs,
        packSizeMilli,
        amountRp,
        priceRpPerUnit: unitPrice(amountRp, packs, packSizeMilli),
      };
    })
    .sort((one, other) => (one.lotId < other.lotId ? -1 : 1));
