import { hashPassword } from '../modules/party/index.js';
import type { Db } from '../platform/db/db.js';
import { furnishDemo } from './furnish-demo.js';
import { readRegion } from './read-region.js';
import { seedCatalog, type CatalogCounts } from './seed-catalog.js';
import { seedDemo, type DemoCounts } from './seed-demo.js';
import { seedRegion, type RegionCounts } from './seed-region.js';

export interface SeedOptions {
  /** Kemendagri code of a city or regency, such as 32.71. */
  readonly regionCode: string;
  /** With it come demo parties and people, all with this password; a password set by an earlier run stays. */
  readonly demoPassword?: string;
  /** Besides, the demo's koperasi have people, papers and accounts as if they had been here for a while. */
  readonly isFurnished?: boolean;
}

/** Rows that a run made or changed; a second run counts none. */
export type SeedCounts = CatalogCounts & RegionCounts & Partial<DemoCounts>;

/** The catalog and one city with its koperasi, all or nothing. */
export const seed = async (
  db: Db,
  { regionCode, demoPassword, isFurnished = false }: SeedOptions,
): Promise<SeedCounts> => {
  const city = readRegion(regionCode);
  const passwordHash = demoPassword === undefined ? undefined : await hashPassword(demoPassword);
  return db.across('seed').transaction(async (tx) => {
    const counts = {
      ...(await seedCatalog(tx)),
      ...(await seedRegion(tx, city)),
      ...(passwordHash === undefined ? {} : await seedDemo(tx, city, passwordHash)),
    };
    if (isFurnished && passwordHash !== undefined) await furnishDemo(tx, city, passwordHash);
    return counts;
  });
};
