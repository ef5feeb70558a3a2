import type { View } from '../api/api.js';

export interface Measure {
  readonly key: string;
  /** What is shown, by a place's code: of kelurahan where it may be known, else of kecamatan. */
  readonly values: ReadonlyMap<string, number>;
  readonly unit: 'rupiah' | { readonly baseUnit: string };
  /** The goods it is about; null where it is about all. */
  readonly goods: string | null;
}

type Brought = Pick<View<'DistrictBroughtView'>, 'togetherRp' | 'savedRp'>;

const sumBy = (entries: Iterable<readonly [string, number]>): Map<string, number> => {
  const sums = new Map<string, number>();
  for (const [code, value] of entries) sums.set(code, (sums.get(code) ?? 0) + value);
  return sums;
};

/** What contracted lots brought, by kelurahan to members of the pool, by kecamatan to everybody. */
export const measuresOfResults = ({ koperasi, districts }: View<'PoolResultsView'>): Measure[] => {
  const values = (of: (brought: Brought) => number): Map<string, number> =>
    koperasi === null
      ? new Map(districts.map((district) => [district.districtCode, of(district)]))
      : sumBy(
          koperasi.flatMap((one) => (one.regionCode === null ? [] : [[one.regionCode, of(one)] as const])),
        );
  return [
    { key: 'hemat', values: values(({ savedRp }) => savedRp), unit: 'rupiah', goods: null },
    { key: 'nilai', values: values(({ togetherRp }) => togetherRp), unit: 'rupiah', goods: null },
  ];
};

/** What is ordered so far, goods by goods, by kecamatan. */
export const measuresOfTotals = (
  items: readonly View<'PoolItemView'>[],
  totals: readonly View<'DistrictTotalView'>[],
  nameOf: (item: View<'PoolItemView'>) => string,
): Measure[] =>
  items.map((item) => ({
    key: `barang-${item.position}`,
    values: sumBy(
      totals
        .filter(({ itemId }) => itemId === item.itemId)
        .map(({ districtCode, quantityPacks }) => [districtCode, quantityPacks * item.packSizeMilli]),
    ),
    unit: { baseUnit: item.baseUnit },
    goods: nameOf(item),
  }));
