import { rationLot, type LineShare } from '../lot/ration-lot.js';
import { rationWithinQuota, type QuotaLine } from '../lot/ration-quota.js';
import type { RationingRule } from '../pool/rationing-rule.js';
import { nameSuppliers, type NamedPacks, type Supply } from './name-suppliers.js';

export interface AwardedPacks extends Supply {
  readonly priceRpPerUnit: number;
}

export interface LotLineToServe extends QuotaLine {
  readonly districtCode: string;
}

export interface AwardedLot {
  readonly poolId: string;
  readonly rule: RationingRule;
  readonly awards: readonly AwardedPacks[];
  readonly lines: readonly LotLineToServe[];
  /** The most for one buyer of a distributed lot; null or left out after a tender. */
  readonly quotaPacks?: number | null;
}

export interface LotAllocation {
  /** One per line, also of those that got nothing; in the order of the draw. */
  readonly shares: readonly LineShare[];
  readonly named: readonly NamedPacks[];
  /** Awarded packs that no line could use; the dearest are left with their supplier first. */
  readonly surplus: readonly Supply[];
}

const inOrder = <Value>(values: readonly Value[], ...keys: ((value: Value) => string | number)[]): Value[] =>
  [...values].sort((a, b) => {
    for (const key of keys) {
      const [mine, theirs] = [key(a), key(b)];
      if (mine !== theirs) return mine < theirs ? -1 : 1;
    }
    return 0;
  });

interface Trimmed {
  readonly supplies: readonly Supply[];
  readonly surplus: readonly Supply[];
}

/** Takes the surplus off the awards, the dearest first; of equal prices the smaller award first, then by id. */
const trimAwards = (awards: readonly AwardedPacks[], surplusPacks: number): Trimmed => {
  let toTrim = surplusPacks;
  const supplies: Supply[] = [];
  const surplus: Supply[] = [];
  const dearestFirst = inOrder(
    awards,
    (award) => -award.priceRpPerUnit,
    (award) => award.packs,
    (award) => award.supplierId,
  );
  for (const { supplierId, packs } of dearestFirst) {
    const trimmed = Math.min(toTrim, packs);
    toTrim -= trimmed;
    if (trimmed > 0) surplus.push({ supplierId, packs: trimmed });
    if (packs > trimmed) supplies.push({ supplierId, packs: packs - trimmed });
  }
  return { supplies, surplus };
};

/**
 * Who gets how many packs from whom. Shares follow the pool's rule when less was awarded than asked; then
 * each pack gets its supplier, neighbours of a kecamatan together, so that trucks and koperasi meet few others.
 *
 *   awarded    | asked A,B,C | shares    | named
 *   X60 Y40    |  60,30,10   | 60,30,10  | A: X60   B: Y30   C: Y10
 *   X30 Y20    |  60,30,10   | 30,15,5   | A: X30   B: Y15   C: Y5
 *
 * Awarded is allocated or surplus, pack by pack; the order of the input leaves no trace.
 * @throws RangeError on an award that names a supplier twice.
 */
export const allocateLot = ({
  poolId,
  rule,
  awards,
  lines,
  quotaPacks = null,
}: AwardedLot): LotAllocation => {
  if (new Set(awards.map((award) => award.supplierId)).size < awards.length)
    throw new RangeError('the award names a supplier twice');
  const availablePacks = awards.reduce((sum, award) => sum + award.packs, 0);
  const { shares, surplusPacks } =
    quotaPacks === null
      ? rationLot({ poolId, rule, availablePacks, lines })
      : rationWithinQuota({ poolId, rule, availablePacks, lines, quotaPacks });
  const { supplies, surplus } = trimAwards(awards, surplusPacks);
  const districtOf = new Map(lines.map((line) => [line.lineId, line.districtCode]));
  const neighbours = inOrder(
    shares,
    (share) => districtOf.get(share.lineId) ?? '',
    (share) => share.draw,
  );
  const largestFirst = inOrder(
    supplies,
    (supply) => -supply.packs,
    (supply) => supply.supplierId,
  );
  const demands = neighbours.map(({ lineId, sharePacks }) => ({ lineId, packs: sharePacks }));
  return { shares, named: nameSuppliers(largestFirst, demands), surplus };
};
