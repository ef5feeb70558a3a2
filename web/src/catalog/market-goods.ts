import marketPrices from './market-prices.json' with { type: 'json' };

/** Goods whose price at markets is followed, with the goods of pools that are the same. */
export interface MarketGoods {
  readonly slug: string;
  /** As the source calls it. */
  readonly source: string;
  readonly id: string;
  readonly en: string;
  /** The limits that bind its price at the shop, the one that is drawn first. */
  readonly references: readonly string[];
  readonly commodities: readonly string[];
  /** False where markets count in another unit than pools: figures are shown, not drawn over each other. */
  readonly isSameUnit: boolean;
}

const goods = (
  slug: string,
  source: string,
  en: string,
  references: readonly string[],
  commodities: readonly string[],
  isSameUnit = true,
): MarketGoods => ({
  ...{ slug, source, id: `${source[0] ?? ''}${source.slice(1).toLowerCase()}` },
  ...{ en, references, commodities, isSameUnit },
});

export const marketGoods: readonly MarketGoods[] = [
  goods(
    'beras',
    'Beras',
    'Rice',
    ['HET-MEDIUM', 'HET-PREMIUM', 'HET-SPHP'],
    ['BERAS-MEDIUM', 'BERAS-PREMIUM', 'BERAS-SPHP'],
  ),
  goods('gula-pasir', 'Gula Pasir', 'Sugar', ['HAP-GULA'], ['GULA']),
  goods(
    'minyak-goreng',
    'Minyak Goreng',
    'Cooking oil',
    ['HET-MINYAKITA'],
    ['MINYAKITA', 'MIGOR-KEMASAN'],
    false,
  ),
  goods('telur-ayam', 'Telur Ayam', 'Eggs', ['HAP-TELUR'], ['TELUR']),
  goods('daging-ayam', 'Daging Ayam', 'Chicken', ['HAP-AYAM'], ['AYAM', 'AYAM-BEKU']),
  goods('daging-sapi', 'Daging Sapi', 'Beef', ['HAP-SAPI'], ['SAPI']),
  goods('bawang-merah', 'Bawang Merah', 'Shallots', ['HAP-BAWANG-MERAH'], ['BAWANG-MERAH']),
  goods('bawang-putih', 'Bawang Putih', 'Garlic', ['HAP-BAWANG-PUTIH'], ['BAWANG-PUTIH']),
  goods('cabai-merah', 'Cabai Merah', 'Red chilli', ['HAP-CABAI-KERITING'], ['CABAI-KERITING']),
  goods('cabai-rawit', 'Cabai Rawit', 'Bird chilli', ['HAP-CABAI-RAWIT'], ['CABAI-RAWIT']),
];

/** A price of a month, the month as its number since year 0: January 2026 is 24312. */
export type MonthPrice = readonly [month: number, priceRp: number];

export const monthIndex = (month: string): number => {
  const [year = 0, number = 1] = month.split('-').map(Number);
  return year * 12 + number - 1;
};

/** `2026-01` of 24312. */
export const monthOf = (index: number): string =>
  `${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}`;

export interface PlaceSeries {
  readonly place: string;
  readonly points: readonly MonthPrice[];
}

/** The monthly means of goods, by place. */
export const seriesOf = ({ source }: MarketGoods): readonly PlaceSeries[] =>
  (marketPrices.find(({ name }) => name === source)?.places ?? []).map(({ place, from, prices }) => ({
    place,
    points: (prices as readonly (number | null)[]).flatMap((price, at): MonthPrice[] =>
      price === null ? [] : [[monthIndex(from) + at, price]],
    ),
  }));

/** By how much the last month differs from the same month of the year before; null where that is not known. */
export const yearlyChange = (points: readonly MonthPrice[]): number | null => {
  const last = points.at(-1);
  const before = points.find(([month]) => month === (last?.[0] ?? 0) - 12);
  return last === undefined || before === undefined ? null : last[1] / before[1] - 1;
};
