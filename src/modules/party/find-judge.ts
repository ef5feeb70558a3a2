import type { Judge } from '../../core/party/judge-standing.js';
import { ADMINISTRATOR, meets } from '../../platform/auth/allow.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import type { PartyReader } from './party.reader.js';

/** For whom the caller judges other parties: as administrator, else with these roles at active organisers, in their regions. */
export const findJudge = async (
  sql: Sql,
  parties: PartyReader,
  principal: Principal,
  roles: readonly string[] = ['chair'],
): Promise<Judge> => {
  if (principal.memberships.some((membership) => meets(membership, ADMINISTRATOR)))
    return { as: 'administrator' };
  const acting = principal.memberships.filter(
    (membership) => membership.kind === 'organiser' && membership.roles.some((role) => roles.includes(role)),
  );
  const organisers = await parties.partiesByIds(
    sql,
    acting.map(({ partyId }) => partyId),
  );
  const regionCodes = organisers.flatMap(({ state, regionCode }) =>
    state === 'active' && regionCode !== null ? [regionCode] : [],
  );
  return { as: 'organiser', regionCodes };
};
