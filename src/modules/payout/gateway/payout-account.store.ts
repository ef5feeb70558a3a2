import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import type { PayoutKeys } from '../../../platform/gateway/payouts.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';

const USE = 'payout account';

/** Keys with the version of the account that had them. */
export interface KeptKeys {
  readonly version: number;
  readonly keys: PayoutKeys;
}

/** Keeps a payer's keys with the gateway, sealed: the database alone pays nobody. */
@Injectable()
export class PayoutAccountStore {
  constructor(private readonly key: SecretKey) {}

  async isSetUp(sql: Sql, partyId: string): Promise<boolean> {
    return (await sql.first('SELECT FROM payout_account WHERE party_id = $1', [partyId])) !== undefined;
  }

  /** All keys that a payer ever had, the newest first: those in use begin, any of them may have signed. */
  async keysOf(sql: Sql, partyId: string): Promise<KeptKeys[]> {
    const rows = await sql.rows<{ version: number; keys: Buffer }>(
      `SELECT version, keys FROM payout_account WHERE party_id = $1
       UNION ALL SELECT version, keys FROM former_payout_keys WHERE party_id = $1 ORDER BY version DESC`,
      [partyId],
    );
    return rows.map(({ version, keys }) => ({
      version,
      keys: JSON.parse(this.key.open(USE, partyId, keys).toString('utf8')) as PayoutKeys,
    }));
  }

  /** Those in use, if there are any, are kept as former ones: what was begun under them goes on under them. */
  async set(tx: Tx, partyId: string, keys: PayoutKeys, personId: string): Promise<void> {
    await tx.change(
      `INSERT INTO former_payout_keys (party_id, version, keys) SELECT party_id, version, keys FROM payout_account WHERE party_id = $1`,
      [partyId],
    );
    const sealed = this.key.seal(USE, partyId, Buffer.from(JSON.stringify(keys)));
    await tx.change(
      `INSERT INTO payout_account (party_id, keys, set_by) VALUES ($1, $2, $3)
       ON CONFLICT (party_id) DO UPDATE SET keys = $2, set_by = $3, set_at = clock_timestamp(), version = payout_account.version + 1`,
      [partyId, sealed, personId],
    );
  }

  async stateOf(
    sql: Sql,
    partyId: string,
  ): Promise<{ isSetUp: boolean; version: number | null; setAt: Date | null }> {
    const row = await sql.first<{ version: number; setAt: Date }>(
      'SELECT version, set_at FROM payout_account WHERE party_id = $1',
      [partyId],
    );
    return { isSetUp: row !== undefined, version: row?.version ?? null, setAt: row?.setAt ?? null };
  }

  async versionOf(tx: Tx, partyId: string): Promise<number | undefined> {
    const row = await tx.first<{ version: number }>(
      'SELECT version FROM payout_account WHERE party_id = $1 FOR UPDATE',
      [partyId],
    );
    return row?.version;
  }
}
