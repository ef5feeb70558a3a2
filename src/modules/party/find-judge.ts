import type { Judge } from '../../core/party/judge-standing.js';
import { ADMINISTRATOR, meets } from '../../platform/auth/allow.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import type { PartyReader } from './party.reader.js';

/** For whom the caller judges other parties: as administrator, else as chair of active organisers in their regions. */
export const findJudge = async (sql: Sql, parties: PartyReader, principal: Principal): Promise<Judge> => {
  if (principal.memberships.some((membership) => meets(membership, ADMINISTRATOR)))
    return { as: 'administrator' };
  const chaired = principal.memberships.filter(
    ({ kind, roles }) => kind === 'organiser' && roles.includes('chair'),
  );
  const organisers = await parties.partiesByIds(
    sql,
    chaired.map(({ partyId }) => partyId),
  );
  const regionCodes = organisers.flatMap(({ state, regionCode }) =>
    state === 'active' && regionCode !== null ? [regionCode] : [],
  );
  return { as: 'organiser', regionCodes };
};
