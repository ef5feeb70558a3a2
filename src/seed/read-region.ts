import { readCsv } from './read-csv.js';
import { refuseSeed } from './refusals.js';

export interface Village {
  readonly code: string;
  readonly name: string;
  readonly type: string;
  readonly districtCode: string;
  readonly district: string;
  readonly latitude: number;
  readonly longitude: number;
}

/** A city or regency with its kelurahan and desa, in the order of their codes. */
export interface City {
  readonly code: string;
  readonly name: string;
  readonly hetZone: string;
  readonly villages: readonly Village[];
}

/** Reads the data of one city or regency; a code without data is refused with the codes there are. */
export const readRegion = (code: string): City => {
  const cities = readCsv('regions/cities.csv');
  const city = cities.find((row) => row.text('city_code') === code);
  if (city === undefined) {
    const known = cities.map((row) => `${row.text('city_code')} ${row.text('city')}`).join(', ');
    throw refuseSeed('REGION_NOT_KNOWN', { code, known });
  }
  const name = city.text('city');
  const file = `regions/${name.toLowerCase().replaceAll(' ', '-')}.csv`;
  const villages = readCsv(file).map((row) => ({
    code: row.text('code'),
    name: row.text('name'),
    type: row.text('type'),
    districtCode: row.text('district_code'),
    district: row.text('district'),
    latitude: row.number('lat'),
    longitude: row.number('lng'),
  }));
  return { code, name, hetZone: city.text('zone_het'), villages };
};
