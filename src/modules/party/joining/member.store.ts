import { Injectable } from '@nestjs/common';
import type { RoleChange, RolesScene } from '../../../core/party/joining/change-roles.js';
import type { Role } from '../../../platform/auth/principal.js';
import type { Tx } from '../../../platform/db/sql.js';

/** What the database says of somebody's roles. */
interface MemberScene extends RolesScene {
  readonly current: readonly Role[];
}

/** Writes what people may do at a party. */
@Injectable()
export class MemberStore {
  /** One change of a party's roles at a time: of two chairs who take each other's, the second finds no other left. */
  async lockParty(tx: Tx, partyId: string): Promise<boolean> {
    return (await tx.first('SELECT id FROM party WHERE id = $1 FOR NO KEY UPDATE', [partyId])) !== undefined;
  }

  async rolesScene(tx: Tx, partyId: string, personId: string): Promise<MemberScene> {
    const row = await tx.first<MemberScene>(
      `SELECT ARRAY(SELECT role FROM membership WHERE party_id = $1 AND person_id = $2 ORDER BY role) AS current,
         kind AS party_kind, EXISTS (
           SELECT FROM membership JOIN person ON person.id = person_id
           WHERE party_id = $1 AND person_id <> $2 AND disabled_at IS NULL
             AND (role = 'chair' OR (role = 'officer' AND kind = 'administrator'))) AS has_other_leader,
         EXISTS (
           SELECT FROM membership WHERE party_id = $1 AND person_id <> $2 AND role = 'chair') AS has_other_chair
       FROM party WHERE id = $1`,
      [partyId, personId],
    );
    if (row === undefined) throw new Error('nothing was said of roles');
    return row;
  }

  async changeRoles(tx: Tx, partyId: string, personId: string, { given, taken }: RoleChange): Promise<void> {
    await tx.change(
      'INSERT INTO membership (person_id, party_id, role) SELECT $1, $2, unnest($3::text[]) ON CONFLICT DO NOTHING',
      [personId, partyId, given],
    );
    await tx.change('DELETE FROM membership WHERE person_id = $1 AND party_id = $2 AND role = ANY ($3)', [
      personId,
      partyId,
      taken,
    ]);
  }
}
