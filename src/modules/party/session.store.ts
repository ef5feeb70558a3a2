import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';

@Injectable()
export class SessionStore {
  /**
   * Opens a session for hours by the database's clock, unless the person was disabled meanwhile. Signing in has just
   * proved who it is, so that it counts as a step-up too.
   */
  async open(
    sql: Sql,
    session: { tokenHash: Buffer; personId: string; hours: number; device: string | null },
  ): Promise<Date | undefined> {
    const opened = await sql.first<{ expiresAt: Date }>(
      `INSERT INTO session (token_hash, person_id, expires_at, stepped_up_at, device)
       SELECT $1, id, clock_timestamp() + make_interval(hours => $3), clock_timestamp(), $4
       FROM person WHERE id = $2 AND disabled_at IS NULL
       RETURNING expires_at`,
      [session.tokenHash, session.personId, session.hours, session.device],
    );
    return opened?.expiresAt;
  }

  revoke(sql: Sql, tokenHash: Buffer): Promise<number> {
    return sql.change(
      'UPDATE session SET revoked_at = clock_timestamp() WHERE token_hash = $1 AND revoked_at IS NULL',
      [tokenHash],
    );
  }

  /** Ends one session of a person by its id. */
  revokeOne(sql: Sql, personId: string, sessionId: string): Promise<number> {
    return sql.change(
      `UPDATE session SET revoked_at = clock_timestamp()
       WHERE id = $2 AND person_id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()`,
      [personId, sessionId],
    );
  }

  /** Ends every live session of a person. Returns how many there were. */
  revokeAll(sql: Sql, personId: string): Promise<number> {
    return sql.change(
      `UPDATE session SET revoked_at = clock_timestamp()
       WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()`,
      [personId],
    );
  }

  /** @returns when the step-up was, by the database's clock; undefined when the session ended meanwhile. */
  async stepUp(sql: Sql, tokenHash: Buffer): Promise<Date | undefined> {
    const row = await sql.first<{ steppedUpAt: Date }>(
      `UPDATE session SET stepped_up_at = clock_timestamp() WHERE token_hash = $1 AND revoked_at IS NULL
       RETURNING stepped_up_at`,
      [tokenHash],
    );
    return row?.steppedUpAt;
  }
}
