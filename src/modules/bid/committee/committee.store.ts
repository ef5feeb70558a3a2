import { Injectable } from '@nestjs/common';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import type { SealedBox, SealingKey, WrappedKey } from '../../../seal/index.js';
import type { KeySubject } from '../sealing-key.store.js';
import { TenderStore } from '../tender.store.js';

const tenders = new TenderStore();

/** When bidding that begins now ends. */
const CLOSES = `clock_timestamp() + make_interval(secs => bidding_period_s)`;
const SEAL = `coalesce(pool_seal.mode = 'committee', false) AS is_committee,
  coalesce(shows_bid_count, false) AS shows_bid_count`;

/** What a key is made for, as it stands under its lock. */
export interface KeyPlace extends KeySubject {
  readonly isCommittee: boolean;
  /** Too late for a key: what is sealed to it has been opened, or the lot has ended. */
  readonly isOver: boolean;
  /** The key that stands, if one does. */
  readonly keyId: string | null;
  readonly publicKey: string | null;
}

export interface ShareRow {
  readonly holderId: string;
  readonly holderKeyId: string;
  readonly shareHash: string;
  readonly box: SealedBox;
}

/** Writes what committees hold. */
@Injectable()
export class CommitteeStore {
  /** @returns whether it was written now: false when this key stands already, whoever's it is. */
  async insertHolderKey(
    tx: Tx,
    id: string,
    personId: string,
    { curve, key }: SealingKey,
    wrapped: WrappedKey | undefined,
  ): Promise<boolean> {
    const inserted = await tx.change(
      `INSERT INTO holder_key (id, person_id, curve, public_key) VALUES ($1, $2, $3, $4) ON CONFLICT DO NOTHING`,
      [id, personId, curve, key],
    );
    if (inserted === 1 && wrapped !== undefined)
      await tx.change('INSERT INTO holder_secret (holder_key_id, person_id, wrapped) VALUES ($1, $2, $3)', [
        id,
        personId,
        wrapped,
      ]);
    return inserted === 1;
  }

  async ownerOfKey(sql: Sql, { curve, key }: SealingKey): Promise<string | undefined> {
    const row = await sql.first<{ personId: string }>(
      'SELECT person_id FROM holder_key WHERE curve = $1 AND public_key = $2',
      [curve, key],
    );
    return row?.personId;
  }

  /**
   * Locks a lot's tender, begun now where a committee's lot has none yet, and says what stands: read after the lock, so
   * that of two who make a key at once the second finds the first one's.
   */
  async lockLot(tx: Tx, lotId: string): Promise<KeyPlace | undefined> {
    await tenders.begin(tx, [lotId], 'committee');
    await tx.first('SELECT lot_id FROM tender WHERE lot_id = $1 FOR UPDATE', [lotId]);
    return tx.first(
      `SELECT pool.id AS pool_id, organiser_id, lot.id AS lot_id, coalesce(tender.attempt, 1) AS attempt, ${CLOSES} AS closes_at,
         ${SEAL}, sealing_key.id AS key_id, sealing_key.public_key,
         tender.lot_id IS NULL OR tender.opened_at IS NOT NULL OR lot.state <> 'bidding' AS is_over
       FROM lot JOIN pool ON pool.id = lot.pool_id LEFT JOIN tender ON tender.lot_id = lot.id
       LEFT JOIN pool_seal ON pool_seal.pool_id = pool.id
       LEFT JOIN sealing_key ON sealing_key.lot_id = lot.id AND sealing_key.attempt = tender.attempt
       WHERE lot.id = $1`,
      [lotId],
    );
  }

  /** Locks a pool and says what stands of the key of suppliers' terms. */
  async lockPool(tx: Tx, poolId: string): Promise<KeyPlace | undefined> {
    await tx.first('SELECT id FROM pool WHERE id = $1 FOR UPDATE', [poolId]);
    return tx.first(
      `SELECT pool.id AS pool_id, organiser_id, NULL::uuid AS lot_id, 1 AS attempt, ${SEAL},
         coalesce((SELECT min(closes_at) FROM tender JOIN lot ON lot.id = lot_id WHERE lot.pool_id = pool.id), ${CLOSES}) AS closes_at,
         EXISTS (SELECT FROM tender JOIN lot ON lot.id = lot_id
           WHERE lot.pool_id = pool.id AND tender.opened_at IS NOT NULL) AS is_over,
         sealing_key.id AS key_id, sealing_key.public_key
       FROM pool LEFT JOIN pool_seal ON pool_seal.pool_id = pool.id
       LEFT JOIN sealing_key ON sealing_key.pool_id = pool.id AND sealing_key.lot_id IS NULL
       WHERE pool.id = $1`,
      [poolId],
    );
  }

  async insertShares(tx: Tx, keyId: string, shares: readonly ShareRow[]): Promise<void> {
    await tx.change(
      `INSERT INTO key_holder (key_id, holder_id, holder_key_id, share_hash)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::text[])`,
      [
        keyId,
        shares.map(({ holderId }) => holderId),
        shares.map(({ holderKeyId }) => holderKeyId),
        shares.map(({ shareHash }) => shareHash),
      ],
    );
    await tx.change(
      `INSERT INTO sealed_share (key_id, holder_id, box)
       SELECT $1, holder_id, box FROM unnest($2::uuid[], $3::jsonb[]) AS share (holder_id, box)`,
      [keyId, shares.map(({ holderId }) => holderId), shares.map(({ box }) => JSON.stringify(box))],
    );
  }

  /** The bidding period of a lot begins now, for its key is there. */
  async beginBidding(tx: Tx, { lotId, closesAt }: KeyPlace): Promise<void> {
    await tx.change('UPDATE tender SET closes_at = $2, deputy_called_at = NULL WHERE lot_id = $1', [
      lotId,
      closesAt,
    ]);
  }

  /** Keeps a lot from being tendered anew while its key is released. */
  async holdTender(tx: Tx, lotId: string): Promise<void> {
    await tx.first('SELECT lot_id FROM tender WHERE lot_id = $1 FOR SHARE', [lotId]);
  }

  /** @returns the opening's id: the new one, or that of the same key from before. */
  async insertOpening(
    tx: Tx,
    id: string,
    keyId: string,
    begunBy: string,
    { curve, key }: SealingKey,
  ): Promise<{ openingId: string; isNew: boolean }> {
    const inserted = await tx.change(
      `INSERT INTO key_opening (id, key_id, begun_by, curve, public_key) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (key_id, begun_by, public_key) DO NOTHING`,
      [id, keyId, begunBy, curve, key],
    );
    if (inserted === 1) return { openingId: id, isNew: true };
    const stands = await tx.first<{ id: string }>(
      'SELECT id FROM key_opening WHERE key_id = $1 AND begun_by = $2 AND public_key = $3',
      [keyId, begunBy, key],
    );
    if (stands === undefined) throw new Error(`an opening of key ${keyId} neither stands nor was written`);
    return { openingId: stands.id, isNew: false };
  }

  /** @returns whether it was written now: a holder releases one share to an opening. */
  async insertRelease(
    tx: Tx,
    opening: { readonly openingId: string; readonly keyId: string; readonly begunBy: string },
    holderId: string,
    box: SealedBox,
  ): Promise<boolean> {
    const inserted = await tx.change(
      `INSERT INTO share_release (opening_id, key_id, begun_by, holder_id, box) VALUES ($1, $2, $3, $4, $5)
       ON CONFLICT (opening_id, holder_id) DO NOTHING`,
      [opening.openingId, opening.keyId, opening.begunBy, holderId, box],
    );
    return inserted === 1;
  }

  /** Publishes a key that two holders joined. @returns whether it was published now. */
  async insertReleasedKey(
    tx: Tx,
    keyId: string,
    privateKey: string,
    by: { readonly openingId: string; readonly joinedBy: string; readonly releasedBy: string },
  ): Promise<boolean> {
    const inserted = await tx.change(
      'INSERT INTO released_key (key_id, private_key) VALUES ($1, $2) ON CONFLICT DO NOTHING',
      [keyId, privateKey],
    );
    if (inserted === 0) return false;
    await tx.change(
      'INSERT INTO key_release (key_id, opening_id, joined_by, released_by) VALUES ($1, $2, $3, $4)',
      [keyId, by.openingId, by.joinedBy, by.releasedBy],
    );
    return true;
  }
}
