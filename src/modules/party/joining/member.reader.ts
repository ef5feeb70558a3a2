import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/db/sql.js';
import type { MemberPersonView } from './members.dto.js';
import { versionOfRoles } from './version-of-roles.js';

/** Answers about who acts for a party: for its own people, and the administrator who looks after their access. */
@Injectable()
export class MemberReader {
  async peopleOf(sql: Sql, partyId: string): Promise<MemberPersonView[]> {
    const people = await sql.rows<Omit<MemberPersonView, 'version'>>(
      `SELECT person.id AS person_id, name, login, array_agg(role ORDER BY role) AS roles,
         contact IS NOT NULL AS has_contact, disabled_at IS NOT NULL AS is_disabled
       FROM membership JOIN person ON person.id = person_id
       WHERE party_id = $1 GROUP BY person.id ORDER BY name, person.id`,
      [partyId],
    );
    return people.map((person) => ({ ...person, version: versionOfRoles(person.roles) }));
  }
}
