import { requireReach } from '../../../core/party/judge-standing.js';
import { refuseParty } from '../../../core/party/refusals.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { oversees } from '../../../platform/auth/principal.js';
import type { Db } from '../../../platform/db/db.js';
import type { Sql } from '../../../platform/db/sql.js';
import { findJudge } from '../find-judge.js';
import type { PartyReader } from '../party.reader.js';

const judging = ['officer', 'treasurer', 'chair'];

export const isMemberOf = (principal: Principal, partyId: string): boolean =>
  principal.memberships.some((membership) => membership.partyId === partyId);

/** The database as somebody may read a party's documents: as its member or overseer within the walls, else as its judge across them. */
type Reach = Pick<Db, 'rows' | 'first' | 'change' | 'transaction'>;

/**
 * Who may reach a party's documents: its own members, who oversee, and organisers that judge it, in their regions.
 * The last look across the wall for this purpose, after it was found that they may.
 *
 * @throws Refusal
 */
export const reachDocuments = async (
  db: Db,
  parties: PartyReader,
  principal: Principal,
  partyId: string,
): Promise<Reach> => {
  if (isMemberOf(principal, partyId) || oversees(principal)) return db;
  await requireJudge(db, parties, principal, partyId);
  return db.across('judge-supplier');
};

/** @throws Refusal unless somebody judges a party: the administrator, or those who decide at an organiser of its region. */
export const requireJudge = async (
  sql: Sql,
  parties: PartyReader,
  principal: Principal,
  partyId: string,
): Promise<void> => {
  const [party] = await parties.partiesByIds(sql, [partyId]);
  if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
  requireReach(party, await findJudge(sql, parties, principal, judging));
};
