import type { Tx } from '../platform/db/sql.js';
import { auditSeed } from './audit-seed.js';
import { addParties, type SeededParty } from './add-parties.js';
import type { City, Village } from './read-region.js';

export interface RegionCounts {
  readonly regions: number;
  readonly koperasi: number;
}

export const koperasiCode = (village: Village): string => `KOP-${village.code}`;

/** A kelurahan has a Koperasi Kelurahan Merah Putih (KKMP), a desa a Koperasi Desa Merah Putih (KDMP). */
export const koperasiName = (village: Village): string =>
  `${village.type === 'kelurahan' ? 'KKMP' : 'KDMP'} ${village.name}`;

/**
 * The regions of a city and one koperasi per village, at the middle of its village. Storage, cold store and
 * documents are left unknown: they are the koperasi's to tell. What a koperasi has changed stays changed.
 */
export const seedRegion = async (tx: Tx, city: City): Promise<RegionCounts> => {
  const counts = {
    regions: await seedRegions(tx, city),
    koperasi: await addParties(tx, city.villages.map(koperasiOf)),
  };
  await auditSeed(tx, city.code, counts);
  return counts;
};

const koperasiOf = (village: Village): SeededParty => ({
  kind: 'koperasi',
  code: koperasiCode(village),
  name: koperasiName(village),
  regionCode: village.code,
  latitude: village.latitude,
  longitude: village.longitude,
  isDemo: false,
});

const seedRegions = (tx: Tx, city: City): Promise<number> => {
  const districts = new Map(city.villages.map(({ districtCode, district }) => [districtCode, district]));
  const het_zone = city.hetZone;
  const regions = [
    { code: city.code, name: city.name, level: 'city', het_zone },
    ...[...districts].map(([code, name]) => ({
      code,
      name,
      level: 'district',
      parent_code: city.code,
      het_zone,
    })),
    ...city.villages.map((village) => ({
      code: village.code,
      name: village.name,
      level: 'village',
      village_type: village.type,
      parent_code: village.districtCode,
      latitude: village.latitude,
      longitude: village.longitude,
      het_zone,
    })),
  ];
  return tx.change(
    `INSERT INTO region (code, name, level, village_type, parent_code, latitude, longitude, het_zone)
     SELECT code, name, level, village_type, parent_code, latitude, longitude, het_zone
     FROM jsonb_populate_recordset(NULL::region, $1)
     ON CONFLICT (code) DO UPDATE SET
       name = excluded.name, level = excluded.level, village_type = excluded.village_type,
       parent_code = excluded.parent_code, latitude = excluded.latitude, longitude = excluded.longitude,
       het_zone = excluded.het_zone
     WHERE region IS DISTINCT FROM excluded`,
    [JSON.stringify(regions)],
  );
};
