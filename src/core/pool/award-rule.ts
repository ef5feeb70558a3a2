import { refuseDraft } from './draft-refusals.js';

/** Freight of a base unit from a warehouse's region to a kecamatan, or to all of a city. */
export interface FreightRate {
  readonly fromCode: string;
  readonly toCode: string;
  readonly rpPerUnit: number;
}

/** What a pool declares before it opens about how its lots are awarded. */
export interface AwardRule {
  /** Yearly rate in basis points that values payment terms; 0: at nothing. */
  readonly annualRateBps: number;
  /** Basis points of a lot that one supplier may get at most. */
  readonly maxShareBps: number;
  /** So many suppliers per lot are wished for. */
  readonly minSuppliers: number;
  /** What each missing supplier weighs in the comparison, rupiah; 0: it is only shown. */
  readonly missingSupplierRp: number;
  /** Basis points of a lot kept for koperasi and small producers, as far as they can deliver. */
  readonly reservedShareBps: number;
  /** What freight of ex-warehouse bids is counted at. */
  readonly freight: readonly FreightRate[];
}

/** The most rupiah that missing suppliers may weigh, all of a lot together: more the engine could not reckon with. */
export const MOST_MISSING_RP = 1_000_000_000_000;

/** What holds for a pool that declares nothing. */
export const plainAwardRule: AwardRule = {
  annualRateBps: 0,
  maxShareBps: 10_000,
  minSuppliers: 0,
  missingSupplierRp: 0,
  reservedShareBps: 0,
  freight: [],
};

/**
 * Judges a declared rule and completes it. The freight of ex-warehouse bids is the organiser's, public before
 * any bid: were it the bidder's own estimate, the lowest guess would win, and the members would pay the truck.
 *
 *   { maxShareBps: 4_000 }             -> 40 % at most, everything else plain
 *   freight from 32.71 to 32.71.01 twice -> FREIGHT_TWICE
 *   100 suppliers at Rp100 billion each  -> MISSING_SUPPLIERS_WEIGH_TOO_MUCH
 *
 * @throws Refusal
 */
export const declareAwardRule = (
  declared: Partial<AwardRule>,
  knownRegions: ReadonlySet<string>,
): AwardRule => {
  const rule: AwardRule = {
    annualRateBps: declared.annualRateBps ?? plainAwardRule.annualRateBps,
    maxShareBps: declared.maxShareBps ?? plainAwardRule.maxShareBps,
    minSuppliers: declared.minSuppliers ?? plainAwardRule.minSuppliers,
    missingSupplierRp: declared.missingSupplierRp ?? plainAwardRule.missingSupplierRp,
    reservedShareBps: declared.reservedShareBps ?? plainAwardRule.reservedShareBps,
    freight: declared.freight ?? plainAwardRule.freight,
  };
  if (rule.minSuppliers * rule.missingSupplierRp > MOST_MISSING_RP)
    throw refuseDraft(
      'MISSING_SUPPLIERS_WEIGH_TOO_MUCH',
      { mostRp: MOST_MISSING_RP },
      'award.missingSupplierRp',
    );
  const seen = new Set<string>();
  for (const [place, { fromCode, toCode }] of rule.freight.entries()) {
    const field = `award.freight.${place}`;
    if (!knownRegions.has(fromCode))
      throw refuseDraft('REGION_UNKNOWN', { region: fromCode }, `${field}.fromCode`);
    if (!knownRegions.has(toCode)) throw refuseDraft('REGION_UNKNOWN', { region: toCode }, `${field}.toCode`);
    const key = `${fromCode} ${toCode}`;
    if (seen.has(key)) throw refuseDraft('FREIGHT_TWICE', { fromCode, toCode }, field);
    seen.add(key);
  }
  return rule;
};

/**
 * Freight per unit of an ex-warehouse bid to a kecamatan by a tariff: its own rate, else that of what it lies
 * in; null where the tariff names none, so that nobody delivers there at an unknown price.
 *
 *   32.71 -> 32.71.01: 40, 32.71 -> 32.71: 60 | to 32.71.01: 40 | to 32.71.02: 60 | to 32.01.05: null
 */
export const freightOf = (
  freight: readonly FreightRate[],
  warehouseCode: string,
  zoneCode: string,
): number | null => {
  const own = freight.filter(({ fromCode }) => fromCode === warehouseCode);
  for (let code = zoneCode; code !== ''; code = code.slice(0, Math.max(0, code.lastIndexOf('.')))) {
    const rate = own.find(({ toCode }) => toCode === code);
    if (rate) return rate.rpPerUnit;
  }
  return null;
};
