import { Injectable } from '@nestjs/common';
import type { Disableable, DisablerRole } from '../../../core/party/judge-disabling.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';

type Standing = Omit<Disableable, 'partyIds'>;

@Injectable()
export class PersonStore {
  /** Locks people in the order of their ids, so that two who disable each other do so one after the other; who is erased is nobody. */
  async lock(tx: Tx, ids: readonly string[]): Promise<Map<string, Standing>> {
    const rows = await tx.rows<Standing>(
      `SELECT id, disabled_at IS NOT NULL AS is_disabled, disabled_as FROM person WHERE id = ANY ($1::uuid[]) AND erased_at IS NULL
       ORDER BY id FOR UPDATE`,
      [ids],
    );
    return new Map(rows.map((row) => [row.id, row]));
  }

  async partyIdsOf(sql: Sql, personId: string): Promise<string[]> {
    const rows = await sql.rows<{ partyId: string }>(
      'SELECT DISTINCT party_id FROM membership WHERE person_id = $1',
      [personId],
    );
    return rows.map(({ partyId }) => partyId);
  }

  async disable(tx: Tx, personId: string, role: DisablerRole): Promise<void> {
    await tx.change(
      'UPDATE person SET disabled_at = clock_timestamp(), disabled_as = $2 WHERE id = $1 AND disabled_at IS NULL',
      [personId, role],
    );
  }

  async enable(tx: Tx, personId: string): Promise<void> {
    await tx.change('UPDATE person SET disabled_at = NULL, disabled_as = NULL WHERE id = $1', [personId]);
  }

  /** @returns whether there is still somebody: who was disabled or erased meanwhile keeps no contact. */
  async setContact(sql: Sql, personId: string, contact: string | null): Promise<boolean> {
    const changed = await sql.change('UPDATE person SET contact = $2 WHERE id = $1 AND disabled_at IS NULL', [
      personId,
      contact,
    ]);
    return changed === 1;
  }
}
