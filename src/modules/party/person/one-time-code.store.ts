import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { hashCode } from '../hash-code.js';
import { readCode } from './make-code.js';

/** Writes one-time codes, as hashes. */
@Injectable()
export class OneTimeCodeStore {
  /** @param personId null where nobody has the login: a code that nobody can redeem. */
  async keep(
    sql: Sql,
    code: { id: string; personId: string | null; plain: string; minutes: number },
  ): Promise<void> {
    await sql.change(
      `INSERT INTO one_time_code (id, person_id, code_hash, expires_at)
       VALUES ($1, $2, $3, clock_timestamp() + make_interval(mins => $4))`,
      [code.id, code.personId, hashCode(readCode(code.plain)), code.minutes],
    );
  }

  /** Uses a code up. @returns whose it is; undefined for one that is unknown, another's, used, expired, or of somebody disabled. */
  async use(tx: Tx, login: string, plain: string): Promise<string | undefined> {
    const row = await tx.first<{ personId: string }>(
      `UPDATE one_time_code SET used_at = clock_timestamp() FROM person
       WHERE person.id = person_id AND login = $1 AND disabled_at IS NULL
         AND code_hash = $2 AND used_at IS NULL AND expires_at > clock_timestamp()
       RETURNING person_id`,
      [login, hashCode(readCode(plain))],
    );
    return row?.personId;
  }
}
