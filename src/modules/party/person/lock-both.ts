import type { Disableable, Disabler } from '../../../core/party/judge-disabling.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { ADMINISTRATOR, meets } from '../../../platform/auth/allow.js';
import type { Principal } from '../../../platform/auth/principal.js';
import type { Across, Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import type { PersonStore } from './person.store.js';

const isAdministrator = ({ memberships }: Principal): boolean =>
  memberships.some((membership) => meets(membership, ADMINISTRATOR));

/** The administrator writes of people who are not its own; a chair stays within the walls. */
export const reachOf = (db: Db, caller: Principal): Across =>
  isAdministrator(caller) ? db.across('people') : db;

/** Locks who is to be disabled or enabled and who does it. @throws Refusal PERSON_NOT_FOUND */
export const lockBoth = async (
  tx: Tx,
  store: PersonStore,
  caller: Principal,
  { personId, partyIds }: { personId: string; partyIds: readonly string[] },
): Promise<{ person: Disableable; by: Disabler }> => {
  const rows = await store.lock(tx, [personId, caller.personId]);
  const standing = rows.get(personId);
  if (standing === undefined) throw refuseParty('PERSON_NOT_FOUND');
  return {
    person: { ...standing, partyIds },
    by: {
      id: caller.personId,
      isDisabled: rows.get(caller.personId)?.isDisabled ?? true,
      isAdministrator: isAdministrator(caller),
      chairedPartyIds: caller.memberships.flatMap(({ partyId, roles }) =>
        roles.includes('chair') ? [partyId] : [],
      ),
    },
  };
};
