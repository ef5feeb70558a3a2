import { hashPassword } from '../modules/party/index.js';
import type { Db } from '../platform/db/db.js';
import { readRegion } from './read-region.js';
import { seedCatalog, type CatalogCounts } from './seed-catalog.js';
import { seedDemo, type DemoCounts } from './seed-demo.js';
import { seedRegion, type RegionCounts } from './seed-region.js';

export interface SeedOptions {
  /** Kemendagri code of a city or regency, such as 32.71. */
  readonly regionCode: string;
  /** With it come demo parties and people, all with this password; a password set by an earlier run stays. */
  readonly demoPassword?: string;
}

/** Rows that a run made or changed; a second run counts none. */
export type SeedCounts = CatalogCounts & RegionCounts & Partial<DemoCounts>;

/** The catalog and one city with its koperasi, all or nothing. */
export const seed = async (db: Db, { regionCode, demoPassword }: SeedOptions): Promise<SeedCounts> => {
  const city = readRegion(regionCode);
  const passwordHash = demoPassword === undefined ? undefined : await hashPassword(demoPassword);
  return db.transaction(async (tx) => ({
    ...(await seedCatalog(tx)),
    ...(await seedRegion(tx, city)),
    ...(passwordHash === undefined ? {} : await seedDemo(tx, city, passwordHash)),
  }));
};
