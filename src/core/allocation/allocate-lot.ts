import { groupBy } from '../kernel/group-by.js';
import { rationLot, type LineShare } from '../lot/ration-lot.js';
import { rationWithinQuota, type QuotaLine } from '../lot/ration-quota.js';
import type { RationingRule } from '../pool/rationing-rule.js';
import { nameSuppliers, type Demand, type NamedPacks } from './name-suppliers.js';
import { sumPacks } from '../kernel/sum-of.js';
import { trimAwards, type AwardedPacks } from './trim-awards.js';

export type { AwardedPacks } from './trim-awards.js';

export interface LotLineToServe extends QuotaLine {
  /** Where it is served from: the zone of an award. */
  readonly zoneId: string;
  /** Neighbours of a kecamatan are served together where a zone is larger. */
  readonly districtCode: string;
}

export interface AwardedLot {
  readonly poolId: string;
  readonly rule: RationingRule;
  /** One per supplier and zone. */
  readonly awards: readonly AwardedPacks[];
  readonly lines: readonly LotLineToServe[];
  /** The most for one buyer of a distributed lot; null or left out after a tender. */
  readonly quotaPacks?: number | null;
}

/** Awarded packs of a supplier that no line could use. */
export interface SurplusPacks {
  readonly supplierId: string;
  readonly packs: number;
}

export interface LotAllocation {
  /** One per line, also of those that got nothing; in the order of the draw. */
  readonly shares: readonly LineShare[];
  readonly named: readonly NamedPacks[];
  /** One per supplier; the dearest are left with their supplier first. */
  readonly surplus: readonly SurplusPacks[];
}

const inOrder = <Value>(values: readonly Value[], ...keys: ((value: Value) => string | number)[]): Value[] =>
  [...values].sort((a, b) => {
    for (const key of keys) {
      const [mine, theirs] = [key(a), key(b)];
      if (mine !== theirs) return mine < theirs ? -1 : 1;
    }
    return 0;
  });

/** By a key that no two share. Strings are sorted as such: a comparison of ours is slower. */
const sortBy = <Value>(values: readonly Value[], keyOf: (value: Value) => string): Value[] => {
  const valueOf = new Map(values.map((value) => [keyOf(value), value]));
  return [...valueOf.keys()].sort().flatMap((key) => valueOf.get(key) ?? []);
};

interface SharedZone {
  readonly awards: readonly AwardedPacks[];
  readonly demands: readonly ZoneDemand[];
}

interface ZoneDemand extends Demand {
  readonly line: LotLineToServe;
  readonly share: LineShare;
}

/**
 * What each line gets, by zone. A zone whose awards are what the shares of the whole lot add up to there keeps them;
 * what else was awarded in a zone is shared by the same rule among its own lines: nobody else can have it.
 */
const shareOut = ({ poolId, rule, awards, lines, quotaPacks = null }: AwardedLot): SharedZone[] => {
  const lineOf = new Map(lines.map((line) => [line.lineId, line]));
  const ration = (availablePacks: number, among: readonly LotLineToServe[]): ZoneDemand[] => {
    const claims = { poolId, rule, availablePacks, lines: among };
    const { shares } = quotaPacks === null ? rationLot(claims) : rationWithinQuota({ ...claims, quotaPacks });
    return shares.flatMap((share) => {
      const line = lineOf.get(share.lineId);
      if (line === undefined) return [];
      const { lineId, buyerId, zoneId } = line;
      return [{ lineId, buyerId, zoneId, packs: share.sharePacks, line, share }];
    });
  };
  const ofLot = groupBy(ration(sumPacks(awards), lines), ({ zoneId }) => zoneId);
  const awardsOf = groupBy(awards, ({ zoneId }) => zoneId);
  const zoneIds = [...new Set([...ofLot.keys(), ...awardsOf.keys()])].sort();
  return zoneIds.map((zoneId) => {
    const [awarded, shared] = [awardsOf.get(zoneId) ?? [], ofLot.get(zoneId) ?? []];
    const keeps = zoneIds.length === 1 || sumPacks(awarded) === sumPacks(shared);
    return {
      awards: awarded,
      demands: keeps
        ? shared
        : ration(
            sumPacks(awarded),
            shared.map(({ line }) => line),
          ),
    };
  });
};

const addTo = (totals: Map<string, number>, key: string, packs: number): void => {
  totals.set(key, (totals.get(key) ?? 0) + packs);
};

/** What remains of a zone's awards without what its koperasi cannot use. Takes it off `kept`, too. */
const trimZone = ({ awards, demands }: SharedZone, kept: Map<string, number>): AwardedPacks[] => {
  const dearestFirst = inOrder(
    awards,
    (award) => -award.priceRpPerUnit,
    (award) => award.packs,
    (award) => award.supplierId,
  );
  const packsOf = new Map<string, number>();
  for (const { buyerId, packs } of demands) addTo(packsOf, buyerId, packs);
  const losses = trimAwards(dearestFirst, [...packsOf.values()], kept);
  return dearestFirst.map((award, place) => {
    const loss = losses[place] ?? 0;
    addTo(kept, award.supplierId, -loss);
    return { ...award, packs: award.packs - loss };
  });
};

/**
 * Who gets how many packs from whom. Shares follow the pool's rule when less was awarded than asked; then
 * each pack gets its supplier, so that koperasi have few, neighbours of a kecamatan together, so that trucks meet few.
 *
 *   awarded    | asked A,B,C | shares    | named
 *   X60 Y40    |  60,30,10   | 60,30,10  | A: X60   B: Y30   C: Y10
 *   X30 Y20    |  60,30,10   | 30,15,5   | A: X30   B: Y15   C: Y5
 *
 * Awarded is allocated or surplus, pack by pack; the order of the input leaves no trace: koperasi come in the
 * order of their kecamatan, then of the published draw of their first line; suppliers by packs, then by id.
 * @throws RangeError on an award that names a supplier twice in a zone, on a koperasi in two zones, and when
 *   no allocation keeps to what a koperasi may get of each supplier.
 */
export const allocateLot = (lot: AwardedLot): LotAllocation => {
  const zones = shareOut(lot);
  const awarded = new Map<string, number>();
  for (const { supplierId, packs } of lot.awards) addTo(awarded, supplierId, packs);
  const kept = new Map(awarded);
  const supplies = zones.flatMap((zone) => trimZone(zone, kept));
  const largestFirst = inOrder(
    supplies,
    (supply) => -supply.packs,
    (supply) => supply.supplierId,
  );
  const demands = zones.flatMap((zone) => zone.demands);
  const dearestFirst = inOrder(
    lot.awards,
    (award) => -award.priceRpPerUnit,
    (award) => awarded.get(award.supplierId) ?? 0,
    (award) => award.supplierId,
  );
  return {
    shares: sortBy(demands, ({ share }) => share.draw).map(({ share }) => share),
    named: nameSuppliers(
      largestFirst,
      sortBy(demands, ({ line, share }) => `${line.districtCode} ${share.draw}`),
    ),
    surplus: [...new Set(dearestFirst.map(({ supplierId }) => supplierId))].flatMap((supplierId) => {
      const packs = (awarded.get(supplierId) ?? 0) - (kept.get(supplierId) ?? 0);
      return packs > 0 ? [{ supplierId, packs }] : [];
    }),
  };
};
