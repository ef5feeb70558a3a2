import type { Tx } from '../../platform/db/sql.js';
import type { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import type { Curve, SealingKey } from '../../seal/index.js';

/** A key whose private part is at hand: in memory, for as long as an opening takes. */
export interface OpenKey {
  readonly keyId: string;
  readonly lotId: string | null;
  readonly poolId: string;
  readonly sealingKey: SealingKey;
  /** PKCS #8. */
  readonly privateKey: Uint8Array;
}

interface Row {
  readonly keyId: string;
  readonly lotId: string | null;
  readonly poolId: string;
  readonly organiserId: string;
  readonly curve: Curve;
  readonly publicKey: string;
  readonly openingKeyId: string | null;
  readonly wrapped: string | null;
  readonly released: string | null;
}

const KEY = `
  SELECT sealing_key.id AS key_id, sealing_key.lot_id, sealing_key.pool_id, organiser_id, curve, public_key,
    opening_key_id, wrapped, private_key AS released
  FROM sealing_key JOIN pool ON pool.id = sealing_key.pool_id
  LEFT JOIN wrapped_key ON wrapped_key.key_id = sealing_key.id
  LEFT JOIN released_key ON released_key.key_id = sealing_key.id`;

/** @throws Error when it is wrapped by a key that this process has not, or was touched. */
const open = (row: Row | undefined, openingKeys: OpeningKeys): OpenKey | undefined => {
  if (row === undefined) return undefined;
  const { keyId, lotId, poolId, organiserId, curve, publicKey, openingKeyId, wrapped, released } = row;
  const named = { keyId, lotId, poolId, sealingKey: { curve, key: publicKey } };
  if (released !== null) return { ...named, privateKey: Buffer.from(released, 'base64url') };
  if (openingKeyId === null || wrapped === null) return undefined;
  return { ...named, privateKey: openingKeys.unwrap(organiserId, keyId, { openingKeyId, wrapped }) };
};

/** The key of a lot's bids: released by its holders, or unwrapped here. */
export const findLotKey = async (
  tx: Tx,
  openingKeys: OpeningKeys,
  lotId: string,
): Promise<OpenKey | undefined> =>
  open(
    await tx.first<Row>(
      `${KEY} JOIN tender ON tender.lot_id = sealing_key.lot_id AND tender.attempt = sealing_key.attempt
       WHERE sealing_key.lot_id = $1`,
      [lotId],
    ),
    openingKeys,
  );

/** The key of the terms over all lots of a pool; null where it can be opened no more. Undefined: there is none. */
export const findTermsKey = async (
  tx: Tx,
  openingKeys: OpeningKeys,
  poolId: string,
): Promise<{ readonly keyId: string; readonly key: OpenKey | null } | undefined> => {
  const row = await tx.first<Row>(
    `${KEY} WHERE sealing_key.pool_id = $1 AND sealing_key.lot_id IS NULL ORDER BY sealing_key.attempt DESC LIMIT 1`,
    [poolId],
  );
  if (row === undefined) return undefined;
  try {
    return { keyId: row.keyId, key: open(row, openingKeys) ?? null };
  } catch {
    return { keyId: row.keyId, key: null };
  }
};
