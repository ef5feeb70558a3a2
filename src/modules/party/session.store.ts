import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../platform/db/sql.js';

@Injectable()
export class SessionStore {
  /** Opens a session for hours by the database's clock, unless the person was disabled meanwhile. */
  async open(
    sql: Sql,
    session: { tokenHash: Buffer; personId: string; hours: number },
  ): Promise<Date | undefined> {
    const opened = await sql.first<{ expiresAt: Date }>(
      `INSERT INTO session (token_hash, person_id, expires_at)
       SELECT $1, id, clock_timestamp() + make_interval(hours => $3) FROM person WHERE id = $2 AND disabled_at IS NULL
       RETURNING expires_at`,
      [session.tokenHash, session.personId, session.hours],
    );
    return opened?.expiresAt;
  }

  revoke(sql: Sql, tokenHash: Buffer): Promise<number> {
    return sql.change(
      'UPDATE session SET revoked_at = clock_timestamp() WHERE token_hash = $1 AND revoked_at IS NULL',
      [tokenHash],
    );
  }

  /** Ends every live session of a person. Returns how many there were. */
  revokeAll(tx: Tx, personId: string): Promise<number> {
    return tx.change(
      `UPDATE session SET revoked_at = clock_timestamp()
       WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()`,
      [personId],
    );
  }
}
