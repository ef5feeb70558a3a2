import type { Tx } from '../platform/db/sql.js';
import { auditSeed } from './audit-seed.js';
import { addDemoPeople, addParties } from './add-parties.js';
import { castDemo } from './cast-demo.js';
import type { City } from './read-region.js';

export interface DemoCounts {
  readonly demoParties: number;
  readonly demoPeople: number;
  readonly demoMemberships: number;
}

/**
 * Adds the demo's cast to a seeded city. In a second city the same people act for that city's demo parties
 * too; somebody who is no demo is never given a role.
 */
export const seedDemo = async (tx: Tx, city: City, passwordHash: string): Promise<DemoCounts> => {
  const { parties, people } = castDemo(city);
  const demoParties = await addParties(tx, parties);
  const added = await addDemoPeople(tx, people, passwordHash);
  const counts = { demoParties, demoPeople: added.people, demoMemberships: added.memberships };
  await auditSeed(tx, `demo ${city.code}`, counts);
  return counts;
};
