import { Injectable } from '@nestjs/common';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { refuseParty } from '../../../core/party/refusals.js';

const USE = 'second-factor';

interface FactorRow {
  readonly sealedSecret: Buffer;
  readonly keyMark: Buffer;
  readonly isOn: boolean;
  readonly lastStep: number | null;
  readonly now: Date;
}

/** A person's authenticator, opened. */
export interface Factor {
  readonly secret: Buffer;
  readonly isOn: boolean;
  readonly lastStep: number;
  readonly now: Date;
}

/** Writes second factors and recovery codes. The secret of an app is sealed under the server's key, for its person alone. */
@Injectable()
export class SecondFactorStore {
  constructor(private readonly key: SecretKey) {}

  async isOn(sql: Sql, personId: string): Promise<boolean> {
    return (
      (await sql.first('SELECT FROM second_factor WHERE person_id = $1 AND confirmed_at IS NOT NULL', [
        personId,
      ])) !== undefined
    );
  }

  /** Puts a new one beside nothing or beside one that was never confirmed. @returns false when one is on. */
  async begin(tx: Tx, personId: string, secret: Buffer): Promise<boolean> {
    const begun = await tx.change(
      `INSERT INTO second_factor (person_id, sealed_secret, key_mark) VALUES ($1, $2, $3)
       ON CONFLICT (person_id) DO UPDATE SET sealed_secret = $2, key_mark = $3, begun_at = clock_timestamp(), last_step = NULL
       WHERE second_factor.confirmed_at IS NULL`,
      [personId, this.key.seal(USE, personId, secret), this.key.mark],
    );
    return begun === 1;
  }

  /** @throws Refusal SECOND_FACTOR_UNREADABLE when it was sealed under another key. */
  async lock(tx: Tx, personId: string): Promise<Factor | undefined> {
    const row = await tx.first<FactorRow>(
      `SELECT sealed_secret, key_mark, confirmed_at IS NOT NULL AS is_on, last_step, clock_timestamp() AS now
       FROM second_factor WHERE person_id = $1 FOR UPDATE`,
      [personId],
    );
    if (row === undefined) return undefined;
    if (!row.keyMark.equals(this.key.mark)) throw refuseParty('SECOND_FACTOR_UNREADABLE');
    const { isOn, now } = row;
    return { secret: this.key.open(USE, personId, row.sealedSecret), isOn, lastStep: row.lastStep ?? 0, now };
  }

  /** Marks a step as used, unless it or a later one was. */
  async useStep(tx: Tx, personId: string, step: number): Promise<boolean> {
    const used = await tx.change(
      'UPDATE second_factor SET last_step = $2 WHERE person_id = $1 AND coalesce(last_step, 0) < $2',
      [personId, step],
    );
    return used === 1;
  }

  async confirm(tx: Tx, personId: string): Promise<void> {
    await tx.change('UPDATE second_factor SET confirmed_at = clock_timestamp() WHERE person_id = $1', [
      personId,
    ]);
  }

  async remove(tx: Tx, personId: string): Promise<boolean> {
    await tx.change('DELETE FROM recovery_code WHERE person_id = $1', [personId]);
    return (await tx.change('DELETE FROM second_factor WHERE person_id = $1', [personId])) === 1;
  }

  async replaceRecoveryCodes(tx: Tx, personId: string, hashes: readonly Buffer[]): Promise<void> {
    await tx.change('DELETE FROM recovery_code WHERE person_id = $1', [personId]);
    await tx.change(
      'INSERT INTO recovery_code (person_id, code_hash) SELECT $1, * FROM unnest($2::bytea[])',
      [personId, hashes],
    );
  }

  async useRecoveryCode(tx: Tx, personId: string, hash: Buffer): Promise<boolean> {
    const used = await tx.change(
      `UPDATE recovery_code SET used_at = clock_timestamp() WHERE person_id = $1 AND code_hash = $2 AND used_at IS NULL`,
      [personId, hash],
    );
    return used === 1;
  }
}
