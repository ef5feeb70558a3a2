/** node scripts/write-web-data.mjs: writes anew, from data/, the maps, regions and market prices that the screens carry. */
import { readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'csv-parse/sync';
import { drawMap } from './web-data/draw-map.mjs';
import { listPrices } from './web-data/list-prices.mjs';

const inRoot = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const read = (path) => readFileSync(inRoot(path), 'utf8');

export const cities = ['kota-bogor', 'kota-bekasi', 'kota-kediri', 'kabupaten-tangerang'];

/** Each file of the screens that follows from data/, with its content. */
export const webData = () => [
  ...cities.map((city) => [
    `web/src/public/maps/${city}.json`,
    `${JSON.stringify(drawMap(JSON.parse(read(`data/regions/${city}.geojson`))))}\n`,
  ]),
  [
    'web/src/offer/regions.json',
    `${JSON.stringify(
      parse(read('data/regions/cities.csv'), { columns: true }).map(({ city_code, city }) => ({
        value: city_code,
        name: city,
      })),
    )}\n`,
  ],
  [
    'web/src/catalog/market-prices.json',
    `${JSON.stringify(
      listPrices(
        read('data/prices/pihps_bulanan_provinsi_2022_2026.csv'),
        read('data/prices/pihps_bulanan_pasar_bekasi_bogor_depok.csv'),
      ),
    )}\n`,
  ],
];

if (process.argv[1] === fileURLToPath(import.meta.url))
  for (const [path, content] of webData()) writeFileSync(inRoot(path), content);
