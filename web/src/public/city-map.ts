export interface CityMap {
  readonly width: number;
  readonly height: number;
  readonly villages: readonly { readonly code: string; readonly name: string; readonly path: string }[];
  readonly districts: readonly {
    readonly code: string;
    readonly name: string;
    readonly x: number;
    readonly y: number;
  }[];
}

/** The cities whose boundaries we have, each in a file of its own that is fetched when it is shown. */
const cities: Readonly<Record<string, () => Promise<{ default: CityMap }>>> = {
  '32.71': () => import('./maps/kota-bogor.json'),
  '32.75': () => import('./maps/kota-bekasi.json'),
  '35.71': () => import('./maps/kota-kediri.json'),
  '36.03': () => import('./maps/kabupaten-tangerang.json'),
};

/** The map of a city by its Kemendagri code; null where there is none. */
export const readMap = async (cityCode: string): Promise<CityMap | null> =>
  (await cities[cityCode]?.())?.default ?? null;

/** Of a kelurahan's code its kecamatan's: `32.71.01` of `32.71.01.1001`. */
export const districtOf = (villageCode: string): string => villageCode.split('.').slice(0, 3).join('.');
