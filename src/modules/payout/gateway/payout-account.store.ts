import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import type { PayoutKeys } from '../../../platform/gateway/payouts.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';

const USE = 'payout account';

/** Keeps a payer's keys with the gateway, sealed: the database alone pays nobody. */
@Injectable()
export class PayoutAccountStore {
  constructor(private readonly key: SecretKey) {}

  async keysOf(sql: Sql, partyId: string): Promise<PayoutKeys | undefined> {
    const row = await sql.first<{ keys: Buffer }>('SELECT keys FROM payout_account WHERE party_id = $1', [
      partyId,
    ]);
    return row === undefined
      ? undefined
      : (JSON.parse(this.key.open(USE, partyId, row.keys).toString('utf8')) as PayoutKeys);
  }

  async set(tx: Tx, partyId: string, keys: PayoutKeys, personId: string): Promise<void> {
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
