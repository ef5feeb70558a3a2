import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../core/party/refusals.js';
import type { PartyState } from '../../core/party/judge-standing.js';
import type { PartyKind, Role } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';

export interface PersonFacts {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

export interface OwnSecurity {
  readonly contact: string | null;
  readonly hasAuthenticator: boolean;
  readonly authenticatorSince: Date | null;
  readonly recoveryCodesLeft: number;
}

/** A membership as its holder sees it on the screen. */
export interface NamedMembership {
  readonly partyId: string;
  readonly kind: PartyKind;
  readonly code: string;
  readonly name: string;
  readonly state: PartyState;
  readonly roles: Role[];
}

@Injectable()
export class PersonReader {
  /** What a login is checked against; undefined for an unknown or disabled one, a null hash where no password is set yet. */
  credentialsOf(sql: Sql, login: string): Promise<{ id: string; passwordHash: string | null } | undefined> {
    return sql.first('SELECT id, password_hash FROM person WHERE login = $1 AND disabled_at IS NULL', [
      login,
    ]);
  }

  /** The same for somebody signed in. */
  async ownCredentials(sql: Sql, personId: string): Promise<{ login: string; passwordHash: string | null }> {
    const own = await sql.first<{ login: string; passwordHash: string | null }>(
      'SELECT login, password_hash FROM person WHERE id = $1',
      [personId],
    );
    if (own === undefined) throw refuseParty('PERSON_NOT_FOUND');
    return own;
  }

  /** By what somebody proves who they are, without any of it. */
  async ownSecurity(sql: Sql, personId: string): Promise<OwnSecurity> {
    const own = await sql.first<OwnSecurity>(
      `SELECT contact, second_factor.confirmed_at IS NOT NULL AS has_authenticator,
         second_factor.confirmed_at AS authenticator_since,
         (SELECT count(*)::int FROM recovery_code WHERE person_id = person.id AND used_at IS NULL) AS recovery_codes_left
       FROM person LEFT JOIN second_factor ON person_id = person.id WHERE person.id = $1`,
      [personId],
    );
    if (own === undefined) throw refuseParty('PERSON_NOT_FOUND');
    return own;
  }

  async isKnown(sql: Sql, personId: string): Promise<boolean> {
    return (await sql.first('SELECT id FROM person WHERE id = $1', [personId])) !== undefined;
  }

  /** A person with their memberships, for the person themselves. */
  async meOf(sql: Sql, personId: string): Promise<{ person: PersonFacts; memberships: NamedMembership[] }> {
    const person = await sql.first<PersonFacts>('SELECT id, login, name FROM person WHERE id = $1', [
      personId,
    ]);
    if (person === undefined) throw refuseParty('PERSON_NOT_FOUND');
    return { person, memberships: await this.membershipsOf(sql, personId) };
  }

  private membershipsOf(sql: Sql, personId: string): Promise<NamedMembership[]> {
    return sql.rows(
      `SELECT party.id AS party_id, party.kind, party.code, party.name, party.state,
         array_agg(membership.role ORDER BY membership.role) AS roles
       FROM membership JOIN party ON party.id = membership.party_id
       WHERE membership.person_id = $1
       GROUP BY party.id ORDER BY party.kind, party.code`,
      [personId],
    );
  }
}
