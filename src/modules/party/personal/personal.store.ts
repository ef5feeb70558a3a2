import { Injectable } from '@nestjs/common';
import { ERASED, erasedLogin, type HeldRoles } from '../../../core/party/personal/erase-person.js';
import type { Tx } from '../../../platform/db/sql.js';

/** Takes a person's data away. */
@Injectable()
export class PersonalStore {
  async lockParties(tx: Tx, personId: string): Promise<void> {
    await tx.rows(
      `SELECT id FROM party WHERE id IN (SELECT party_id FROM membership WHERE person_id = $1) ORDER BY id FOR NO KEY UPDATE`,
      [personId],
    );
  }

  held(tx: Tx, personId: string): Promise<HeldRoles[]> {
    return tx.rows(
      `SELECT party.kind AS party_kind, array_agg(own.role ORDER BY own.role) AS current, EXISTS (
         SELECT FROM membership JOIN person ON person.id = person_id
         WHERE party_id = party.id AND person_id <> $1 AND disabled_at IS NULL
           AND (role = 'chair' OR (role = 'officer' AND party.kind = 'administrator'))) AS has_other_leader, EXISTS (
         SELECT FROM membership WHERE party_id = party.id AND person_id <> $1 AND role = 'chair') AS has_other_chair
       FROM membership AS own JOIN party ON party.id = own.party_id
       WHERE own.person_id = $1 GROUP BY party.id ORDER BY party.id`,
      [personId],
    );
  }

  lockPerson(tx: Tx, personId: string): Promise<{ login: string; erasedAt: Date | null } | undefined> {
    return tx.first('SELECT login, erased_at FROM person WHERE id = $1 FOR UPDATE', [personId]);
  }

  async leaveParties(tx: Tx, personId: string): Promise<void> {
    await tx.change('DELETE FROM membership WHERE person_id = $1', [personId]);
  }

  async erase(tx: Tx, personId: string): Promise<Date> {
    const row = await tx.first<{ erasedAt: Date }>(
      `UPDATE person SET login = $2, name = $3, password_hash = NULL, contact = NULL, erased_at = clock_timestamp(),
         disabled_at = coalesce(disabled_at, clock_timestamp())
       WHERE id = $1 RETURNING erased_at`,
      [personId, erasedLogin(personId), ERASED],
    );
    if (row === undefined) throw new Error('the person is gone');
    await tx.change('UPDATE session SET device = NULL WHERE person_id = $1 AND device IS NOT NULL', [
      personId,
    ]);
    return row.erasedAt;
  }
}
