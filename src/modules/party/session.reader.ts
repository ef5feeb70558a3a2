import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, type Config } from '../../platform/config/config.js';
import type { Sql } from '../../platform/db/sql.js';
import type { OwnSessionView } from './session.dto.js';

/** Answers about a person's own sessions. */
@Injectable()
export class SessionReader {
  constructor(@Inject(CONFIG) private readonly config: Pick<Config, 'SESSION_IDLE_MINUTES'>) {}

  /** Live ones, the last used first; a token is never told again. */
  liveOf(sql: Sql, personId: string, currentTokenHash: Buffer): Promise<OwnSessionView[]> {
    return sql.rows(
      `SELECT id, created_at, last_used_at, expires_at, device, token_hash = $2 AS is_current FROM session
       WHERE person_id = $1 AND revoked_at IS NULL AND expires_at > clock_timestamp()
         AND last_used_at > clock_timestamp() - make_interval(mins => $3)
       ORDER BY last_used_at DESC, id`,
      [personId, currentTokenHash, this.config.SESSION_IDLE_MINUTES],
    );
  }
}
