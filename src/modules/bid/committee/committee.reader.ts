import { Injectable } from '@nestjs/common';
import { refuseCommittee } from '../../../core/bid/committee/refusals.js';
import type { Sql } from '../../../platform/db/sql.js';
import type {
  CommitteeHolderView,
  HeldKeyView,
  HolderKeyView,
  KeyOpeningView,
  OwnShareView,
  ReleasedShareView,
} from './committee.dto.js';

/** `{ curve, key }` of a row's two columns, where there is a row. */
const publicKeyOf = (table: string): string =>
  `CASE WHEN ${table}.id IS NOT NULL THEN jsonb_build_object('curve', ${table}.curve, 'key', ${table}.public_key) END`;

const HELD = `
  SELECT sealing_key.id AS key_id, sealing_key.pool_id, sealing_key.lot_id, sealing_key.attempt,
    ${publicKeyOf('sealing_key')} AS public_key, sealing_key_is_due(sealing_key.id) AS is_due,
    (SELECT jsonb_agg(jsonb_build_object('holderId', holder_id, 'shareHash', share_hash) ORDER BY place)
     FROM key_holder JOIN pool_seal_holder ON person_id = holder_id AND pool_seal_holder.pool_id = sealing_key.pool_id
     WHERE key_holder.key_id = sealing_key.id) AS holders,
    CASE WHEN key_release.key_id IS NOT NULL THEN jsonb_build_object('openingId', opening_id, 'joinedBy', joined_by,
      'releasedBy', released_by) END AS release, private_key
  FROM sealing_key LEFT JOIN key_release ON key_release.key_id = sealing_key.id
  LEFT JOIN released_key ON released_key.key_id = sealing_key.id
  WHERE EXISTS (SELECT FROM key_holder WHERE key_holder.key_id = sealing_key.id)`;

const OPENING = `
  SELECT key_opening.id AS opening_id, key_id, begun_by, ${publicKeyOf('key_opening')} AS public_key, begun_at
  FROM key_opening`;

/** What committees hold: public keys and hashes for everybody, a share for its holder when it is due. */
@Injectable()
export class CommitteeReader {
  /** The declared holders with their newest keys, in the declared order; their names where row security shows them. */
  async holdersOf(sql: Sql, poolId: string): Promise<CommitteeHolderView[]> {
    return sql.rows<CommitteeHolderView>(
      `SELECT place, pool_seal_holder.person_id AS holder_id, person.name AS holder_name, newest.id AS holder_key_id,
         ${publicKeyOf('newest')} AS public_key
       FROM pool_seal_holder LEFT JOIN person ON person.id = pool_seal_holder.person_id LEFT JOIN LATERAL (
         SELECT id, curve, public_key FROM holder_key WHERE holder_key.person_id = pool_seal_holder.person_id
         ORDER BY made_at DESC, id DESC LIMIT 1) AS newest ON true
       WHERE pool_id = $1 ORDER BY place`,
      [poolId],
    );
  }

  /** A person's newest key, its private part as wrapped. @throws Refusal HOLDER_KEY_NOT_FOUND */
  async ownKey(sql: Sql, personId: string): Promise<HolderKeyView> {
    const key = await sql.first<HolderKeyView>(
      `SELECT holder_key.id AS holder_key_id, ${publicKeyOf('holder_key')} AS public_key,
         wrapped AS wrapped_private_key, made_at
       FROM holder_key LEFT JOIN holder_secret ON holder_key_id = holder_key.id
       WHERE holder_key.person_id = $1 ORDER BY made_at DESC, holder_key.id DESC LIMIT 1`,
      [personId],
    );
    if (key === undefined) throw refuseCommittee('HOLDER_KEY_NOT_FOUND');
    return key;
  }

  /** @throws Refusal SEALING_KEY_NOT_FOUND */
  async heldKey(sql: Sql, keyId: string): Promise<HeldKeyView> {
    const key = await sql.first<HeldKeyView>(`${HELD} AND sealing_key.id = $1`, [keyId]);
    if (key === undefined) throw refuseCommittee('SEALING_KEY_NOT_FOUND');
    return key;
  }

  /** The keys that a person holds a share of, the newest first. */
  async keysHeldBy(sql: Sql, personId: string): Promise<HeldKeyView[]> {
    return sql.rows<HeldKeyView>(
      `${HELD} AND EXISTS (SELECT FROM key_holder WHERE key_holder.key_id = sealing_key.id AND holder_id = $1)
       ORDER BY made_at DESC, sealing_key.id DESC LIMIT 1000`,
      [personId],
    );
  }

  /** A holder's own share; row security shows it to nobody else, and not before the deadline. */
  async ownShare(sql: Sql, keyId: string, personId: string): Promise<OwnShareView> {
    const share = await sql.first<OwnShareView>(
      `SELECT sealed_share.key_id, box, share_hash, ${publicKeyOf('holder_key')} AS holder_public_key,
         wrapped AS wrapped_private_key
       FROM sealed_share JOIN key_holder USING (key_id, holder_id) JOIN holder_key ON holder_key.id = holder_key_id
       LEFT JOIN holder_secret ON holder_secret.holder_key_id = holder_key.id
       WHERE sealed_share.key_id = $1 AND sealed_share.holder_id = $2`,
      [keyId, personId],
    );
    if (share === undefined) throw refuseCommittee('KEY_NOT_DUE');
    return share;
  }

  async openingsOf(sql: Sql, keyId: string): Promise<KeyOpeningView[]> {
    return sql.rows<KeyOpeningView>(`${OPENING} WHERE key_id = $1 ORDER BY begun_at, id LIMIT 1000`, [keyId]);
  }

  /** @throws Refusal OPENING_NOT_FOUND */
  async opening(sql: Sql, openingId: string): Promise<KeyOpeningView> {
    const opening = await sql.first<KeyOpeningView>(`${OPENING} WHERE id = $1`, [openingId]);
    if (opening === undefined) throw refuseCommittee('OPENING_NOT_FOUND');
    return opening;
  }

  /** The shares released to an opening, as its beginner sees them. */
  async releasedTo(sql: Sql, openingId: string): Promise<ReleasedShareView[]> {
    return sql.rows<ReleasedShareView>(
      'SELECT holder_id, box, released_at FROM share_release WHERE opening_id = $1 ORDER BY released_at, holder_id',
      [openingId],
    );
  }
}
