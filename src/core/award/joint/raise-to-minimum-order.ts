import { narrowOffer } from './narrow-offer.js';
import type { Block, Offer } from './offer.js';

const ceilDivide = (value: bigint, by: bigint): number => Number((value + by - 1n) / by);

/** Fewest packs of incremental blocks whose goods reach a value; infinite when they never do. */
const packsWorth = (blocks: readonly Block[], packSizeMilli: number, milliRp: bigint): number => {
  let left = milliRp;
  for (const { fromPacks, toPacks, priceRpPerUnit } of blocks) {
    const each = BigInt(packSizeMilli) * BigInt(priceRpPerUnit);
    const all = each * BigInt(toPacks - fromPacks + 1);
    if (all >= left) return fromPacks - 1 + (left > 0n ? ceilDivide(left, each) : 0);
    left -= all;
  }
  return Infinity;
};

/**
 * The minimum order of a supplier with a single bid, said in packs: it then needs no row of its own, and
 * with the choices fixed quantities are whole by themselves.
 *
 *   at least Rp1,000,000; packs of 50 kg; 1: Rp11,000, 40: Rp400 -> from 2 packs at Rp11,000, from 50 at Rp400
 */
export const raiseToMinimumOrder = (offer: Offer): Offer[] => {
  const { supplier, lot, bid, blocks } = offer;
  const least = BigInt(supplier.minimumOrderRp) * 1000n;
  if (least === 0n) return [offer];
  if (bid.tierKind === 'incremental') {
    const minimumPacks = Math.max(offer.minimumPacks, packsWorth(blocks, lot.packSizeMilli, least));
    return Number.isFinite(minimumPacks) ? narrowOffer(offer, minimumPacks, offer.capacityPacks) : [];
  }
  const raised = blocks.flatMap((block): Block[] => {
    const each = BigInt(lot.packSizeMilli) * BigInt(block.priceRpPerUnit);
    const fromPacks = each === 0n ? Infinity : Math.max(block.fromPacks, ceilDivide(least, each));
    return fromPacks <= block.toPacks ? [{ ...block, fromPacks }] : [];
  });
  const capacityPacks = Math.max(...raised.map(({ toPacks }) => toPacks));
  return raised.length > 0 ? [{ ...offer, blocks: raised, capacityPacks }] : [];
};
