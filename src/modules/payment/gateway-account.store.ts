import { Injectable } from '@nestjs/common';
import type { Channel, GatewayKeys } from '../../platform/gateway/gateway.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { SecretKey } from '../../platform/secret/secret-key.js';

const USE = 'gateway-account';

export interface OpenedAccount {
  readonly partyId: string;
  readonly keys: GatewayKeys;
  readonly channels: Channel[];
  readonly version: number;
}

interface SealedKeys {
  readonly merchantId: string;
  readonly sealedKeys: Buffer;
}

interface SealedRow extends SealedKeys {
  readonly partyId: string;
  readonly channels: Channel[];
  readonly version: number;
}

/**
 * The merchant that a collector has; until the caller's transaction ends nobody changes it, and who waits to do so sees
 * what it has written.
 */
export const merchantToUse = async (tx: Tx, partyId: string): Promise<string | undefined> => {
  const row = await tx.first<{ merchantId: string }>(
    'SELECT merchant_id FROM gateway_account WHERE party_id = $1 FOR SHARE',
    [partyId],
  );
  return row?.merchantId;
};

/** A collector's account with the gateway; only here are its keys sealed and opened, each for its own party. */
@Injectable()
export class GatewayAccountStore {
  constructor(private readonly secret: SecretKey) {}

  /** The whole account with its keys: for calls and signatures, never for an answer. */
  async open(sql: Sql, partyId: string): Promise<OpenedAccount | undefined> {
    const row = await sql.first<SealedRow>(
      'SELECT party_id, merchant_id, sealed_keys, channels, version FROM gateway_account WHERE party_id = $1',
      [partyId],
    );
    if (row === undefined) return undefined;
    return { partyId, keys: this.unseal(partyId, row), channels: row.channels, version: row.version };
  }

  private unseal(partyId: string, { merchantId, sealedKeys }: SealedKeys): GatewayKeys {
    const plain = this.secret.open(USE, partyId, sealedKeys).toString('utf8');
    return { ...(JSON.parse(plain) as Omit<GatewayKeys, 'merchantId'>), merchantId };
  }

  /**
   * All keys that a collector ever had of a merchant, the newest first: those in use ask, any of them may have signed.
   * @param merchantId null: of any, since nobody knows which.
   */
  async keysOf(sql: Sql, partyId: string, merchantId: string | null): Promise<GatewayKeys[]> {
    const rows = await sql.rows<SealedKeys>(
      `SELECT merchant_id, sealed_keys FROM (
         SELECT merchant_id, sealed_keys, true AS is_used, NULL::uuid AS id FROM gateway_account WHERE party_id = $1
         UNION ALL SELECT merchant_id, sealed_keys, false, id FROM former_gateway_keys WHERE party_id = $1
       ) AS each WHERE $2::text IS NULL OR merchant_id = $2 ORDER BY is_used DESC, id DESC`,
      [partyId, merchantId],
    );
    return rows.map((row) => this.unseal(partyId, row));
  }

  /** The same, to begin something at the gateway under it. */
  async openToUse(tx: Tx, partyId: string): Promise<OpenedAccount | undefined> {
    await merchantToUse(tx, partyId);
    return this.open(tx, partyId);
  }

  /** Keeps the keys that are about to be replaced, sealed as they are. */
  async keepFormer(tx: Tx, partyId: string): Promise<void> {
    await tx.change(
      `INSERT INTO former_gateway_keys (id, party_id, merchant_id, sealed_keys)
       SELECT $2, party_id, merchant_id, sealed_keys FROM gateway_account WHERE party_id = $1`,
      [partyId, newId()],
    );
  }

  /** The version of the account there is, under its lock. */
  async lock(tx: Tx, partyId: string): Promise<number | undefined> {
    const row = await tx.first<{ version: number }>(
      'SELECT version FROM gateway_account WHERE party_id = $1 FOR UPDATE',
      [partyId],
    );
    return row?.version;
  }

  async write(
    tx: Tx,
    account: Omit<OpenedAccount, 'version'> & { readonly changedBy: string },
  ): Promise<void> {
    const { partyId, channels, changedBy } = account;
    const { merchantId, ...secrets } = account.keys;
    const sealed = this.secret.seal(USE, partyId, Buffer.from(JSON.stringify(secrets)));
    await tx.change(
      `INSERT INTO gateway_account (party_id, merchant_id, sealed_keys, channels, changed_by)
       VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (party_id) DO UPDATE SET merchant_id = $2, sealed_keys = $3, channels = $4, changed_by = $5,
         changed_at = clock_timestamp(), version = gateway_account.version + 1`,
      [partyId, merchantId, sealed, channels, changedBy],
    );
  }
}
