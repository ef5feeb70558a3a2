import { sumOf } from '../kernel/sum-of.js';
import { groupBy } from '../kernel/group-by.js';
import { draw } from '../kernel/draw.js';
import { amountRp, toSafe } from '../kernel/quantity.js';
import { split } from '../kernel/split.js';
import type { Pricing } from '../pool/pricing.js';
import { limitRp } from './limit-rp.js';
import { composeCharge } from './compose-charge.js';
import type { AllocatedPart, AwardedPart, LotToPrice, PricedPart } from './lot-to-price.js';
import { priceSale } from './price-sale.js';
import { sliceAmount } from './slice-amount.js';

export type { AllocatedPart, AwardedPart, LotToPrice, PricedPart } from './lot-to-price.js';

/** What a price is common to: the lot, or a zone of it. */
export const areaOf =
  ({ kind }: Pricing) =>
  ({ zoneId }: { readonly zoneId: string }): string =>
    kind === 'uniform' ? '' : zoneId;

interface PartBill {
  readonly billRp: number;
  /** Of it freight. */
  readonly freightRp: number;
}

/** Each part's bill: its slice of what its supplier was awarded there; what no line could use stays out. */
const billParts = ({ awards }: LotToPrice, parts: readonly AllocatedPart[]): PartBill[] => {
  const billed = new Map<AwardedPart, number>();
  return parts.map((part) => {
    const own = awards.filter(({ supplierId }) => supplierId === part.supplierId);
    const award = own.find(({ zoneId }) => zoneId === part.zoneId) ?? own[0];
    if (!award) throw new RangeError(`${part.supplierId} allocates packs without an award`);
    const before = billed.get(award) ?? 0;
    const to = before + part.packs;
    billed.set(award, to);
    return {
      billRp: sliceAmount(award.amountRp, award.packs, before, to),
      freightRp: sliceAmount(award.freightRp ?? 0, award.packs, before, to),
    };
  });
};

/** Packs by area. */
const weighAreas = (
  parts: readonly { readonly zoneId: string; readonly packs: number }[],
  pricing: Pricing,
): { area: string; packs: number }[] =>
  [...groupBy(parts, areaOf(pricing))]
    .map(([area, own]) => ({ area, packs: sumOf(own, ({ packs }) => packs) }))
    .sort((one, other) => (one.area < other.area ? -1 : 1));

/**
 * Fixed charges over the areas: each supplier's by its packs there, as its award line says them by zone; its bid
 * on the lot has one price for all, so that it is by the value of goods, too.
 *
 *   Rp100 of A, who sells 30 packs to the north and 10 to the south -> north 75, south 25
 */
export const fixedByArea = (
  fixed: LotToPrice['fixed'],
  parts: readonly { readonly supplierId: string; readonly zoneId: string; readonly packs: number }[],
  pricing: Pricing,
): Map<string, number> => {
  const charged = new Map<string, number>();
  const ofSupplier = groupBy(
    parts.filter(({ packs }) => packs > 0),
    ({ supplierId }) => supplierId,
  );
  for (const { supplierId, amountRp: charge } of fixed) {
    const areas = weighAreas(ofSupplier.get(supplierId) ?? [], pricing);
    if (areas.length === 0) continue;
    const shares = split(
      charge,
      areas.map(({ packs }) => packs),
    );
    areas.forEach(({ area }, at) => charged.set(area, (charged.get(area) ?? 0) + (shares[at] ?? 0)));
  }
  return charged;
};

const roundedPrice = (areaRp: number, packs: number, packSizeMilli: number): number => {
  const milli = BigInt(packs) * BigInt(packSizeMilli);
  return Math.max(1, toSafe((BigInt(areaRp) * 1000n + milli / 2n) / milli));
};

/** A line's charge over its suppliers, by packs. */
const chargeParts = (own: readonly AllocatedPart[], lineRp: number): number[] =>
  split(
    lineRp,
    own.map(({ packs }) => packs),
  );

/**
 * Prices a lot that has been shared out: one price for all its packs (or for all of a zone), whoever brings
 * them. The price is what the packs really cost, goods, surcharges, fixed charges and fee; each line pays
 * its part by packs, to the rupiah, odd rupiahs in the order of the published draw (what its award says it pays is
 * that, and is taken from there), and never above its own limit: what a limit keeps from being charged is the organiser's.
 *
 *   A 6 packs at Rp100, B 4 at Rp110, fixed Rp60 | 1,100 for 10 packs: a line of 5 pays Rp550, whoever serves it
 *
 * In a sell pool the price is the clearing price: `priceSale`.
 */
export const priceLines = (lot: LotToPrice): PricedPart[] => {
  const { poolId, packSizeMilli, pricing } = lot;
  const drawOf = new Map(lot.parts.map(({ lineId }) => [lineId, draw(poolId, lineId)]));
  const orderOf = ({ lineId, supplierId }: AllocatedPart): string =>
    `${drawOf.get(lineId) ?? ''} ${supplierId}`;
  const parts = [...lot.parts].sort((one, other) => (orderOf(one) < orderOf(other) ? -1 : 1));
  if (lot.side === 'sell') return priceSale(lot, parts);
  const bills = billParts(lot, parts);
  const billed = parts.map((part, at) => ({ ...part, ...(bills[at] ?? { billRp: 0, freightRp: 0 }) }));
  const fixed = fixedByArea(lot.fixed, billed, pricing);
  return [...groupBy(billed, areaOf(pricing))].flatMap(([area, own]) => {
    const packs = sumOf(own, (part) => part.packs);
    const feesRp = amountRp(packs, packSizeMilli, pricing.feeRpPerUnit);
    const billsRp = sumOf(own, (part) => part.billRp);
    const fixedRp = fixed.get(area) ?? 0;
    const areaRp = billsRp + fixedRp + feesRp;
    const freightRp = Math.min(
      billsRp,
      sumOf(own, (part) => part.freightRp),
    );
    const made = { goodsRp: billsRp - freightRp, freightRp, fixedRp, feeRp: feesRp };
    const priceRpPerUnit = roundedPrice(areaRp, packs, packSizeMilli);
    const lines = [...groupBy(own, ({ lineId }) => lineId).values()];
    const shares = split(
      areaRp,
      lines.map((line) => sumOf(line, (part) => part.packs)),
    );
    return lines.flatMap((line, at) => {
      const linePacks = sumOf(line, (part) => part.packs);
      const most = limitRp(line[0]?.maxLandedRp ?? null, linePacks, packSizeMilli);
      const lineRp = lot.landedRp?.get(line[0]?.lineId ?? '') ?? shares[at] ?? 0;
      const charges = chargeParts(line, Math.min(lineRp, most));
      return line.map(({ freightRp: _, ...part }, place) => {
        const chargeRp = charges[place] ?? 0;
        return { ...part, chargeRp, parts: composeCharge(chargeRp, made), priceRpPerUnit };
      });
    });
  });
};
