import { isWithinLimit, type Block, type Offer, type Place, type Reach } from './offer.js';
import type { JointColumn, OfferColumns, PacksColumn } from './joint-column.js';

/** Milli-rupiah that each pack for a place weighs anyhow; costs are counted from it. */
export type BaseOf = (place: Place) => number;

const packsColumn = (
  offer: Offer,
  { place, packs }: Reach,
  block: Block | null,
  upper: number,
  cost: number,
): PacksColumn => ({
  kind: 'packs',
  name: `packs ${offer.bid.bidId}:${block?.tier ?? '-'}:${place.zoneId}`,
  offer,
  place,
  block,
  cost,
  lower: 0,
  upper: Math.min(upper, packs),
  whole: false,
});

const chosenColumn = (offer: Offer, block: Block, cost: number): JointColumn => ({
  kind: 'chosen',
  name: `chosen ${offer.bid.bidId}:${block.tier}`,
  offer,
  block,
  cost,
  lower: 0,
  upper: 1,
  whole: true,
});

const listIncremental = (offer: Offer, baseOf: BaseOf, useCost: number): OfferColumns => {
  const size = offer.lot.packSizeMilli;
  const least = Math.min(...offer.blocks.map(({ weightRpPerUnit }) => weightRpPerUnit));
  const packs = offer.reaches.map((reach) => {
    const cost = (least + reach.extraRpPerUnit) * size - baseOf(reach.place);
    return packsColumn(offer, reach, null, offer.capacityPacks, cost);
  });
  const fills = offer.blocks.map((block): JointColumn => ({
    kind: 'fill',
    name: `fill ${offer.bid.bidId}:${block.tier}`,
    offer,
    block,
    cost: (block.weightRpPerUnit - least) * size,
    lower: 0,
    upper: block.toPacks - block.fromPacks + 1,
    whole: false,
  }));
  const chosen = offer.blocks.map((block, place) => chosenColumn(offer, block, place === 0 ? useCost : 0));
  return { offer, packs, fills, chosen, uses: chosen.slice(0, 1) };
};

/**
 * The columns of one offer. All-units: one `packs` per tier and zone within the limit, one `chosen` per
 * tier. Incremental: one `packs` per zone, and per tier one `fill` and one `chosen`.
 *
 *   2 tiers, 3 zones | all-units 6 packs, 2 chosen | incremental 3 packs, 2 fills, 2 chosen
 *
 * `useCost` is what the first pack costs besides, milli-rupiah; it is 0 where the supplier has its own column.
 */
export const listOfferColumns = (offer: Offer, baseOf: BaseOf, useCost: number): OfferColumns => {
  if (offer.bid.tierKind === 'incremental') return listIncremental(offer, baseOf, useCost);
  const size = offer.lot.packSizeMilli;
  const packs = offer.blocks.flatMap((block) =>
    offer.reaches
      .filter((reach) => isWithinLimit(block, reach))
      .map((reach) => {
        const cost = (block.weightRpPerUnit + reach.extraRpPerUnit) * size - baseOf(reach.place);
        return packsColumn(offer, reach, block, block.toPacks, cost);
      }),
  );
  const chosen = offer.blocks.map((block) => chosenColumn(offer, block, useCost));
  return { offer, packs, fills: [], chosen, uses: chosen };
};
