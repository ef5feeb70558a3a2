import type { Client } from 'pg';
import type { PartyKind, Principal, Role } from '../../src/platform/auth/principal.js';
import { withinScope } from '../../src/platform/db/scope.js';
import { plantPerson } from './plant-lot.js';

/** Somebody who really holds these roles at a party, so that the database finds them too. */
export const plantMember = async (
  owner: Client,
  kind: PartyKind,
  partyId: string,
  ...roles: Role[]
): Promise<Principal> => {
  const personId = await plantPerson(owner);
  for (const role of roles)
    await owner.query('INSERT INTO membership (person_id, party_id, role) VALUES ($1, $2, $3)', [
      personId,
      partyId,
      role,
    ]);
  return { personId, memberships: [{ partyId, kind, roles }] };
};

/** Runs as the guard lets a request of theirs run. */
export const as = <Result>(principal: Principal, work: () => Promise<Result>): Promise<Result> =>
  withinScope({ principal }, work);
