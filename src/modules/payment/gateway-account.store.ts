import { Injectable } from '@nestjs/common';
import type { Channel, GatewayKeys } from '../../platform/gateway/gateway.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import { SecretKey } from '../../platform/secret/secret-key.js';

const USE = 'gateway-account';

export interface OpenedAccount {
  readonly partyId: string;
  readonly keys: GatewayKeys;
  readonly channels: Channel[];
  readonly version: number;
}

interface SealedRow {
  readonly partyId: string;
  readonly merchantId: string;
  readonly sealedKeys: Buffer;
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
    const plain = this.secret.open(USE, partyId, row.sealedKeys).toString('utf8');
    const keys = JSON.parse(plain) as Omit<GatewayKeys, 'merchantId'>;
    return {
      partyId,
      keys: { ...keys, merchantId: row.merchantId },
      channels: row.channels,
      version: row.version,
    };
  }

  /** The same, to begin something at the gateway under it. */
  async openToUse(tx: Tx, partyId: string): Promise<OpenedAccount | undefined> {
    await merchantToUse(tx, partyId);
    return this.open(tx, partyId);
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
