import { groupBy } from '../kernel/group-by.js';
import { sumOf } from '../kernel/sum-of.js';
import { isContracted, type LotState } from '../lot/advance-lot.js';
import type { AllocationFacts, LotFacts } from './pool-facts.js';
import { summariseLots, type KoperasiSaving, type LotSummary, type Saving } from './summarise-pool.js';

/** Where a koperasi's demand counts. */
export interface Place {
  readonly regionCode: string | null;
  readonly districtCode: string;
  readonly districtName: string;
}

export interface DistrictSaving extends Saving {
  readonly districtCode: string;
  readonly districtName: string;
  readonly koperasiCount: number;
}

export interface PlacedSaving extends KoperasiSaving {
  /** The kelurahan or desa; null of a koperasi in none. */
  readonly regionCode: string | null;
}

export interface PoolResults extends Saving {
  readonly koperasiCount: number;
  readonly lots: readonly LotSummary[];
  /** By code. */
  readonly districts: readonly DistrictSaving[];
  /** By name of nobody but members: who tells the public leaves them out. */
  readonly koperasi: readonly PlacedSaving[];
}

const savingOf = (parts: readonly Saving[]): Saving => ({
  togetherRp: sumOf(parts, (part) => part.togetherRp),
  aloneRp: sumOf(parts, (part) => part.aloneRp),
  savedRp: sumOf(parts, (part) => part.savedRp),
});

/**
 * What a pool brought, of the lots whose contract is signed: those are public. Per lot, per kecamatan and in all;
 * the sums of the kecamatan are those of the whole.
 * @throws RangeError for a koperasi without a place
 */
export const summariseResults = (
  lots: readonly LotFacts[],
  allocations: readonly AllocationFacts[],
  places: ReadonlyMap<string, Place>,
): PoolResults => {
  const told = lots.filter(({ state }) => isContracted(state as LotState));
  const ids = new Set(told.map(({ lotId }) => lotId));
  const summary = summariseLots({
    lots: told,
    allocations: allocations.filter(({ lotId }) => ids.has(lotId)),
  });
  const placed = summary.koperasi.map((one) => {
    const place = places.get(one.koperasiId);
    if (place === undefined) throw new RangeError(`koperasi ${one.koperasiId} has no place`);
    return { ...one, place };
  });
  const districts = [...groupBy(placed, ({ place }) => place.districtCode)].map(([districtCode, own]) => ({
    districtCode,
    districtName: own[0]?.place.districtName ?? '',
    koperasiCount: own.length,
    ...savingOf(own),
  }));
  return {
    ...savingOf(placed),
    koperasiCount: placed.length,
    lots: summary.lots,
    districts: districts.sort((one, other) => (one.districtCode < other.districtCode ? -1 : 1)),
    koperasi: placed.map(({ place, ...one }) => ({ ...one, regionCode: place.regionCode })),
  };
};
