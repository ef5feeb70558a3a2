import { priceAlone } from '../award/price-at.js';
import { groupBy } from '../kernel/group-by.js';
import { amountRp } from '../kernel/quantity.js';
import { FULL_GRADE_BPS } from '../pool/declare-grades.js';
import type { PoolSide } from '../pool/side.js';
import { priceLines, type PricedPart } from '../settlement/price-lines.js';
import { sumOf } from '../kernel/sum-of.js';
import { sliceAmount } from '../settlement/slice-amount.js';
import { checkTotals, type Check } from './check-totals.js';
import type { AllocationFacts, AwardedSupplier, ClosingFacts, LotFacts, PoolFacts } from './pool-facts.js';

/** What was paid together, and what each koperasi would have paid alone for the same packs; in a sell pool: got. */
export interface Saving {
  readonly togetherRp: number;
  readonly aloneRp: number;
  readonly savedRp: number;
}

export interface LotSummary extends Saving {
  readonly lotId: string;
  readonly commodityCode: string;
  readonly packCode: string;
  readonly state: string;
  readonly failedReason: string | null;
  readonly demandPacks: number;
  readonly allocatedPacks: number;
  readonly suppliers: readonly AwardedSupplier[];
  readonly awardedRp: number;
  /** Koperasi to whom no bidder would have sold so few; they are counted at the reference price. */
  readonly aloneAtReference: number;
  /** Null until the lot is closed. */
  readonly closing: ClosingFacts | null;
}

export interface KoperasiSaving extends Saving {
  readonly koperasiId: string;
  readonly koperasiName: string;
}

/** What lots brought: each of them, each koperasi, and all together. */
export interface LotsSummary extends Saving {
  readonly lots: readonly LotSummary[];
  /** Those with packs, by id. */
  readonly koperasi: readonly KoperasiSaving[];
}

export interface PoolSummary extends LotsSummary {
  /** Of the lots that are closed. */
  readonly closing: ClosingFacts;
  readonly checks: readonly Check[];
}

/** One koperasi's part of one lot. */
interface Part extends KoperasiSaving {
  readonly packs: number;
  readonly isAtReference: boolean;
}

const savingOf = (parts: readonly Saving[]): Saving => ({
  togetherRp: sumOf(parts, (part) => part.togetherRp),
  aloneRp: sumOf(parts, (part) => part.aloneRp),
  savedRp: sumOf(parts, (part) => part.savedRp),
});

/** What each line's packs from a supplier come to, priced anew from award and shares. */
type Charges = ReadonlyMap<string, PricedPart>;

const keyOf = ({ lineId, supplierId }: { readonly lineId: string; readonly supplierId: string }): string =>
  `${lineId} ${supplierId}`;

const sideOf = ({ toPrice }: LotFacts): PoolSide => toPrice?.side ?? 'buy';

const chargesOf = ({ toPrice }: LotFacts): Charges =>
  new Map((toPrice ? priceLines(toPrice) : []).map((part) => [keyOf(part), part]));

const partOf = (charges: Charges, own: AllocationFacts): PricedPart => {
  const part = charges.get(keyOf(own));
  if (part === undefined)
    throw new RangeError(`lot ${own.lotId}: ${own.supplierId} allocates packs without an award`);
  return part;
};

const invoicedOf = (charges: Charges, own: AllocationFacts): number => {
  const { chargeRp, packs } = partOf(charges, own);
  const { invoicedPacks, invoicedBps = (invoicedPacks ?? 0) * FULL_GRADE_BPS } = own;
  return sliceAmount(chargeRp, packs * FULL_GRADE_BPS, 0, invoicedBps ?? 0);
};

/** What its packs cost a koperasi at the common price, all of them accepted; in a sell pool what they bring it. */
const togetherOf = (lot: LotFacts, charges: Charges, own: AllocationFacts): number => {
  const { chargeRp, billRp, packs } = partOf(charges, own);
  return sliceAmount(sideOf(lot) === 'sell' ? billRp : chargeRp, packs, 0, own.packs);
};

/**
 * One koperasi's packs of a lot at the common price against what they would cost it alone at
 * the cheapest bid that sells so few, or at the reference price when none does.
 *
 *   3 sacks of 50 kg at Rp10,000 together, alone Rp11,500 -> 1,500,000 against 1,725,000: saved 225,000
 *   sold at Rp10,000 together, alone Rp9,200              -> 1,500,000 against 1,380,000: gained 120,000
 */
const toPart = (
  lot: LotFacts,
  charges: Charges,
  own: readonly [AllocationFacts, ...AllocationFacts[]],
): Part => {
  const [{ koperasiId, koperasiName }] = own;
  const packs = sumOf(own, (one) => one.packs);
  const side = sideOf(lot);
  const togetherRp = sumOf(own, (one) => togetherOf(lot, charges, one));
  const alone = priceAlone(lot.bids, packs, lot.packSizeMilli, side);
  const aloneRp = alone?.amountRp ?? amountRp(packs, lot.packSizeMilli, lot.referenceRpPerUnit);
  const savedRp = side === 'sell' ? togetherRp - aloneRp : aloneRp - togetherRp;
  return { koperasiId, koperasiName, packs, togetherRp, aloneRp, savedRp, isAtReference: alone === null };
};

const partsOf = (lot: LotFacts, charges: Charges, allocations: readonly AllocationFacts[]): Part[] =>
  [...groupBy(allocations, (one) => one.koperasiId).values()].flatMap(([first, ...rest]) =>
    first === undefined ? [] : [toPart(lot, charges, [first, ...rest])],
  );

const toLot = (lot: LotFacts, parts: readonly Part[]): LotSummary => ({
  lotId: lot.lotId,
  commodityCode: lot.commodityCode,
  packCode: lot.packCode,
  state: lot.state,
  failedReason: lot.failedReason,
  demandPacks: lot.quantityPacks,
  allocatedPacks: sumOf(parts, (part) => part.packs),
  suppliers: lot.awards,
  awardedRp: sumOf(lot.awards, (award) => award.amountRp),
  aloneAtReference: parts.filter((part) => part.isAtReference).length,
  closing: lot.closing,
  ...savingOf(parts),
});

const toKoperasi = (parts: readonly Part[]): KoperasiSaving[] =>
  [...groupBy(parts, (part) => part.koperasiId)]
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([koperasiId, own]) => ({ koperasiId, koperasiName: own[0]?.koperasiName ?? '', ...savingOf(own) }));

const sumClosings = (closings: readonly ClosingFacts[]): ClosingFacts => ({
  invoicedRp: sumOf(closings, ({ invoicedRp }) => invoicedRp),
  billedRp: sumOf(closings, ({ billedRp }) => billedRp),
  feesRp: sumOf(closings, ({ feesRp }) => feesRp),
  creditedRp: sumOf(closings, ({ creditedRp }) => creditedRp),
  uncoveredRp: sumOf(closings, ({ uncoveredRp }) => uncoveredRp),
});

interface PricedLot {
  readonly lot: LotFacts;
  readonly charges: Charges;
  readonly allocations: readonly AllocationFacts[];
}

const priceLots = ({ lots, allocations }: Pick<PoolFacts, 'lots' | 'allocations'>): PricedLot[] => {
  const ofLot = groupBy(allocations, (one) => one.lotId);
  return lots.map((lot) => ({ lot, charges: chargesOf(lot), allocations: ofLot.get(lot.lotId) ?? [] }));
};

const summarisePriced = (priced: readonly PricedLot[]): LotsSummary => {
  const ofLots = priced.map(({ lot, charges, allocations }) => {
    const parts = partsOf(lot, charges, allocations);
    return { lot: toLot(lot, parts), parts };
  });
  const parts = ofLots.flatMap((one) => one.parts);
  return { lots: ofLots.map(({ lot }) => lot), koperasi: toKoperasi(parts), ...savingOf(parts) };
};

/** What lots brought: per lot and supplier, per koperasi and in all. */
export const summariseLots = (facts: Pick<PoolFacts, 'lots' | 'allocations'>): LotsSummary =>
  summarisePriced(priceLots(facts));

/** What a pool brought: per lot and supplier, per koperasi and in all, and whether every total adds up. */
export const summarisePool = ({ lots, allocations, totals }: PoolFacts): PoolSummary => {
  const priced = priceLots({ lots, allocations });
  const dueRp = sumOf(priced, ({ charges, allocations: own }) =>
    sumOf(own, (one) => invoicedOf(charges, one)),
  );
  return {
    ...summarisePriced(priced),
    closing: sumClosings(lots.flatMap(({ closing }) => closing ?? [])),
    checks: checkTotals(totals, dueRp),
  };
};
