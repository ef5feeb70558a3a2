import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/db/sql.js';
import type { CeremonyKeyView, CommitteeDutyView, OwnKeyView } from './ceremony.dto.js';

/** Of a row `lot`: bids on it wait for a key that its organiser has not made. */
const WAITS_FOR_KEY = `lot.state = 'bidding' AND pool_item.mode = 'tender' AND sealing_key.id IS NULL`;

const KEY_STAND = `sealing_key.id AS key_id, coalesce(sealing_key_is_due(sealing_key.id), false) AS is_due,
  EXISTS (SELECT FROM released_key WHERE released_key.key_id = sealing_key.id) AS is_released,
  ARRAY(SELECT DISTINCT begun_by FROM key_opening WHERE key_opening.key_id = sealing_key.id ORDER BY begun_by) AS begun_by`;

const LOT_KEY = `LEFT JOIN tender ON tender.lot_id = lot.id
  LEFT JOIN sealing_key ON sealing_key.lot_id = lot.id AND sealing_key.attempt = tender.attempt`;

/** Answers how far the committees of pools have come: who is to do what next. */
@Injectable()
export class CeremonyReader {
  /** A pool's keys, one for each lot and one for suppliers' terms where it was made, in the order of the lots. */
  async keysOf(sql: Sql, poolId: string): Promise<CeremonyKeyView[]> {
    return sql.rows<CeremonyKeyView>(
      `SELECT lot.id AS lot_id, commodity.name_id AS commodity_name_id, commodity.name_en AS commodity_name_en,
         ${WAITS_FOR_KEY} AS waits_for_key, tender.closes_at, ${KEY_STAND}
       FROM lot JOIN pool_item ON pool_item.id = lot.item_id JOIN commodity ON commodity.code = pool_item.commodity_code
       JOIN pool_seal ON pool_seal.pool_id = lot.pool_id ${LOT_KEY}
       WHERE lot.pool_id = $1 AND pool_seal.mode = 'committee' AND pool_item.mode = 'tender'
       UNION ALL
       SELECT NULL, NULL, NULL, false, NULL, ${KEY_STAND}
       FROM sealing_key JOIN pool_seal USING (pool_id) WHERE pool_id = $1 AND lot_id IS NULL AND pool_seal.mode = 'committee'
       ORDER BY commodity_name_id NULLS LAST, lot_id`,
      [poolId],
    );
  }

  /** A person's newest key to hold shares by. */
  ownKey(sql: Sql, personId: string): Promise<OwnKeyView | undefined> {
    return sql.first<OwnKeyView>(
      `SELECT id AS holder_key_id, jsonb_build_object('curve', curve, 'key', public_key) AS public_key, made_at
       FROM holder_key WHERE person_id = $1 ORDER BY made_at DESC, id DESC LIMIT 1`,
      [personId],
    );
  }

  /** The committees that a person holds a share in or whose keys their parties make, as long as something is to be done. */
  async dutiesOf(sql: Sql, personId: string, organiserIds: readonly string[]): Promise<CommitteeDutyView[]> {
    return sql.rows<CommitteeDutyView>(
      `SELECT * FROM (
         SELECT pool.id AS pool_id, pool.title AS pool_title, pool.organiser_id = ANY ($2::uuid[]) AS is_organiser,
           EXISTS (SELECT FROM pool_seal_holder WHERE pool_id = pool.id AND person_id = $1) AS is_holder,
           EXISTS (SELECT FROM holder_key WHERE person_id = $1) AS has_own_key,
           (SELECT count(*)::int FROM lot JOIN pool_item ON pool_item.id = lot.item_id ${LOT_KEY}
            WHERE lot.pool_id = pool.id AND ${WAITS_FOR_KEY}) AS lots_without_key,
           (SELECT count(*)::int FROM pool_seal_holder AS holder WHERE holder.pool_id = pool.id
            AND NOT EXISTS (SELECT FROM holder_key WHERE holder_key.person_id = holder.person_id)) AS holders_without_key,
           (SELECT count(*)::int FROM sealing_key LEFT JOIN tender USING (lot_id) WHERE sealing_key.pool_id = pool.id
            AND sealing_key.attempt = coalesce(tender.attempt, sealing_key.attempt) AND tender.opened_at IS NULL
            AND (lot_id IS NOT NULL OR EXISTS (SELECT FROM lot WHERE lot.pool_id = pool.id AND lot.state = 'bidding'))
            AND EXISTS (SELECT FROM key_holder WHERE key_holder.key_id = sealing_key.id)
            AND NOT EXISTS (SELECT FROM released_key WHERE released_key.key_id = sealing_key.id)
            AND sealing_key_is_due(sealing_key.id)) AS keys_due
         FROM pool JOIN pool_seal ON pool_seal.pool_id = pool.id
         WHERE pool.state IN ('open', 'closed') AND pool_seal.mode = 'committee' AND (pool.organiser_id = ANY ($2::uuid[])
           OR EXISTS (SELECT FROM pool_seal_holder WHERE pool_id = pool.id AND person_id = $1))
         ORDER BY pool.closes_at, pool.id LIMIT 200) AS duty
       WHERE (is_holder AND (NOT has_own_key OR keys_due > 0)) OR (is_organiser AND lots_without_key > 0)`,
      [personId, organiserIds],
    );
  }
}
