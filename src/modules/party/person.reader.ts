import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../core/party/refusals.js';
import type { PartyKind, Role } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';

export interface PersonFacts {
  readonly id: string;
  readonly login: string;
  readonly name: string;
}

/** A membership as its holder sees it on the screen. */
export interface NamedMembership {
  readonly partyId: string;
  readonly kind: PartyKind;
  readonly code: string;
  readonly name: string;
  readonly state: 'active' | 'suspended';
  readonly roles: Role[];
}

@Injectable()
export class PersonReader {
  /** What a login is checked against; undefined for an unknown or disabled one. */
  credentialsOf(sql: Sql, login: string): Promise<{ id: string; passwordHash: string } | undefined> {
    return sql.first('SELECT id, password_hash FROM person WHERE login = $1 AND disabled_at IS NULL', [
      login,
    ]);
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
