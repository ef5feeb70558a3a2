import type { PartyKind, Role } from '../platform/auth/principal.js';
import type { Tx } from '../platform/db/sql.js';
import { newId } from '../platform/new-id.js';

export interface SeededParty {
  readonly kind: PartyKind;
  readonly code: string;
  readonly name: string;
  readonly regionCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly isDemo: boolean;
  /** Of a kitchen: the code of the koperasi that orders for it. */
  readonly partnerCode?: string;
}

/** Adds parties whose codes are new, and leaves the others as they are. Returns how many were new. */
export const addParties = (tx: Tx, parties: readonly SeededParty[]): Promise<number> =>
  tx.change(
    `INSERT INTO party (id, kind, code, name, region_code, latitude, longitude, is_demo, partner_koperasi_id)
     SELECT new.id, new.kind, new.code, new.name, new."regionCode", new.latitude, new.longitude, new."isDemo", partner.id
     FROM jsonb_to_recordset($1) AS new (id uuid, kind text, code text, name text, "regionCode" text,
       latitude float8, longitude float8, "isDemo" boolean, "partnerCode" text)
     LEFT JOIN party AS partner ON partner.code = new."partnerCode"
     ON CONFLICT (code) DO NOTHING`,
    [JSON.stringify(parties.map((party) => ({ ...party, id: newId() })))],
  );

export interface SeededPerson {
  readonly login: string;
  readonly name: string;
  readonly partyCode: string;
  readonly roles: readonly Role[];
}

/** Adds demo people whose logins are new, with one password for all, and gives them their roles. */
export const addDemoPeople = async (
  tx: Tx,
  people: readonly SeededPerson[],
  passwordHash: string,
): Promise<{ people: number; memberships: number }> => ({
  people: await tx.change(
    `INSERT INTO person (id, login, name, password_hash, is_demo)
     SELECT id, login, name, $2, true FROM jsonb_to_recordset($1) AS new (id uuid, login text, name text)
     ON CONFLICT (login) DO NOTHING`,
    [JSON.stringify(people.map(({ login, name }) => ({ id: newId(), login, name }))), passwordHash],
  ),
  memberships: await tx.change(
    `INSERT INTO membership (person_id, party_id, role)
     SELECT person.id, party.id, role
     FROM jsonb_to_recordset($1) AS new (login text, "partyCode" text, roles jsonb)
     CROSS JOIN jsonb_array_elements_text(new.roles) AS role
     JOIN person ON person.login = new.login AND person.is_demo
     JOIN party ON party.code = new."partyCode"
     ON CONFLICT DO NOTHING`,
    [JSON.stringify(people)],
  ),
});
