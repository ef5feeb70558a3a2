import { Injectable } from '@nestjs/common';
import type { Exposure } from '../../core/pool/deposit/require-exposure.js';
import {
  roomKey,
  type KeyedLine,
  type LineMove,
  type MergeSide,
  type MergeTarget,
  type MergingLine,
  type Rooms,
} from '../../core/pool/merge-lines.js';
import type { Tx } from '../../platform/db/sql.js';
import { exposureAt } from './deposit/room-within.js';
import { CommitmentsPlaced } from './pool.events.js';

/** A pool that takes lines in, with whom and how to tell of it. */
export interface NamedTarget extends MergeTarget {
  readonly title: string;
}

/** A move with the id of the line that its packs are in afterwards. */
export interface WrittenMove<Move extends LineMove> {
  readonly move: Move;
  readonly targetLineId: string;
}

/** The worst that lines of an item can come to pay; of a pool that opened before that was kept, its ceiling. */
const stepsOf = (item: string): string => `
  coalesce(
    (SELECT jsonb_agg(jsonb_build_object('fromPacks', from_packs, 'worstRpPerUnit', worst_rp_per_unit) ORDER BY from_packs)
     FROM item_guarantee WHERE item_guarantee.item_id = ${item}.id),
    jsonb_build_array(jsonb_build_object('fromPacks', 1, 'worstRpPerUnit', ${item}.ceiling_rp_per_unit + coalesce(
      (SELECT fee_rp_per_unit FROM pool_pricing WHERE pool_pricing.pool_id = ${item}.pool_id), 0))))`;

/** Moves lines between pools. */
@Injectable()
export class MergeStore {
  source(tx: Tx, itemId: string): Promise<MergeSide | undefined> {
    return tx.first(
      `SELECT region_code, side, purpose, contract_mode, deposit_rate_bps, mode, ceiling_rp_per_unit,
         ${stepsOf('pool_item')} AS steps
       FROM pool_item JOIN pool ON pool.id = pool_id WHERE pool_item.id = $1`,
      [itemId],
    );
  }

  /** The active lines of an item of a locked pool. */
  lines(tx: Tx, poolId: string, itemId: string): Promise<MergingLine[]> {
    return tx.rows(
      `SELECT line.id AS line_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, tolerance_packs, minimum_packs,
         max_landed_rp, accepts_merge, requirement_line_id IS NOT NULL AS is_requirement,
         koperasi.state <> 'active' OR beneficiary.state <> 'active'
           OR (storage IN ('chilled', 'frozen') AND NOT 'cold-store' = ANY (koperasi.capabilities))
           OR EXISTS (SELECT FROM released_line WHERE line_id = line.id) AS is_unfit
       FROM commitment_line AS line
       JOIN pool_item ON pool_item.id = item_id JOIN commodity ON commodity.code = commodity_code
       JOIN party AS koperasi ON koperasi.id = koperasi_id
       JOIN party AS beneficiary ON beneficiary.id = beneficiary_id
       WHERE line.pool_id = $1 AND item_id = $2 AND line.state = 'active'
       ORDER BY koperasi_id, beneficiary_id, needed_by`,
      [poolId, itemId],
    );
  }

  /**
   * Items of the same pack in pools that take lines in, kept from closing as a commitment keeps them. A pool that is
   * being closed at this very moment is left out: two pools that merge into each other must not wait for each other.
   */
  lockTargets(tx: Tx, poolId: string, itemId: string): Promise<NamedTarget[]> {
    return tx.rows(
      `SELECT target.id AS item_id, pool.id AS pool_id, organiser_id, title, target.pack_size_milli, pool.closes_at, needed_from, needed_until,
         ((pool.closes_at + CASE WHEN pool_extension.pool_id IS NULL THEN make_interval(secs => coalesce(extend_by_s, 0))
           ELSE interval '0' END) AT TIME ZONE organiser.time_zone)::date AS closes_on,
         pool.region_code, side, purpose, contract_mode, deposit_rate_bps, target.mode, target.ceiling_rp_per_unit,
         ${stepsOf('target')} AS steps
       FROM pool_item AS source
       JOIN pool_item AS target ON target.pack_code = source.pack_code
       JOIN pool ON pool.id = target.pool_id
       JOIN pool_rescue ON pool_rescue.pool_id = pool.id
       JOIN party AS organiser ON organiser.id = organiser_id
       LEFT JOIN pool_extension ON pool_extension.pool_id = pool.id
       WHERE source.id = $2 AND pool.id <> $1 AND pool.state = 'open' AND pool.closes_at > clock_timestamp()
         AND accepts_merged AND organiser.state = 'active'
       ORDER BY pool.closes_at, target.id
       FOR KEY SHARE OF pool SKIP LOCKED`,
      [poolId, itemId],
    );
  }

  /** What these koperasi have under the targets' items, locked against amending. */
  lockStanding(tx: Tx, itemIds: readonly string[], koperasiIds: readonly string[]): Promise<KeyedLine[]> {
    return tx.rows(
      `SELECT line.id AS line_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, tolerance_packs,
         minimum_packs, max_landed_rp, accepts_merge, line.state, requirement_line_id IS NOT NULL AS is_requirement
       FROM pool_item JOIN commitment_line AS line ON line.pool_id = pool_item.pool_id AND item_id = pool_item.id
       WHERE pool_item.id = ANY ($1) AND koperasi_id = ANY ($2) ORDER BY line.id FOR UPDATE OF line`,
      [itemIds, koperasiIds],
    );
  }

  /**
   * What these koperasi may still order with organisers that set them a limit. The closing item's lines count no more,
   * for what comes of it is kept already.
   */
  async rooms(tx: Tx, organiserIds: readonly string[], koperasiIds: readonly string[]): Promise<Rooms> {
    const limited = await tx.rows<{ organiserId: string; koperasiId: string }>(
      `SELECT DISTINCT koperasi_id, organiser_id FROM exposure_limit
       WHERE organiser_id = ANY ($1) AND koperasi_id = ANY ($2) ORDER BY koperasi_id, organiser_id`,
      [organiserIds, koperasiIds],
    );
    const rooms = new Map<string, Exposure>();
    for (const { organiserId, koperasiId } of limited) {
      const exposure = await exposureAt(tx, organiserId, koperasiId);
      if (exposure !== undefined) rooms.set(roomKey(organiserId, koperasiId), exposure);
    }
    return rooms;
  }

  /**
   * Writes moves: into a new line, or into one that stands, whose next version it makes. A new line whose key
   * somebody took meanwhile is not written.
   * @returns those that were.
   */
  async move<Move extends LineMove>(
    tx: Tx,
    moves: readonly { readonly move: Move; readonly newLineId: string }[],
  ): Promise<WrittenMove<Move>[]> {
    const fresh = moves.filter(({ move }) => move.into === undefined);
    const inserted = await tx.rows<{ id: string }>(
      `INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs,
         tolerance_packs, minimum_packs, max_landed_rp, accepts_merge, made_by)
       SELECT new_id, target.pool_id, target.id, koperasi_id, beneficiary_id, needed_by, quantity_packs, tolerance_packs,
         minimum_packs, max_landed_rp, accepts_merge, made_by
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS moved (new_id, line_id, target_item_id)
       JOIN commitment_line AS line ON line.id = line_id
       JOIN pool_item AS target ON target.id = target_item_id
       ORDER BY target.id, koperasi_id, beneficiary_id, needed_by
       ON CONFLICT DO NOTHING RETURNING id`,
      [
        fresh.map(({ newLineId }) => newLineId),
        fresh.map(({ move }) => move.lineId),
        fresh.map(({ move }) => move.target.itemId),
      ],
    );
    const insertedIds = new Set(inserted.map(({ id }) => id));
    const written = moves.flatMap(({ move, newLineId }): WrittenMove<Move>[] => {
      if (move.into !== undefined) return [{ move, targetLineId: move.into.lineId }];
      return insertedIds.has(newLineId) ? [{ move, targetLineId: newLineId }] : [];
    });
    const grown = written.filter(({ move }) => move.into !== undefined);
    await tx.change(
      `UPDATE commitment_line AS line SET version = line.version + 1, state = 'active', quantity_packs = quantity,
         tolerance_packs = tolerance, minimum_packs = minimum, max_landed_rp = max_landed, accepts_merge = accepts,
         made_by = source.made_by, made_at = clock_timestamp()
       FROM unnest($1::uuid[], $2::uuid[], $3::int[], $4::int[], $5::int[], $6::bigint[], $7::boolean[])
         AS moved (target_id, source_id, quantity, tolerance, minimum, max_landed, accepts)
       JOIN commitment_line AS source ON source.id = source_id
       WHERE line.id = target_id`,
      [
        grown.map(({ targetLineId }) => targetLineId),
        grown.map(({ move }) => move.lineId),
        grown.map(({ move }) => move.terms.quantityPacks),
        grown.map(({ move }) => move.terms.tolerancePacks),
        grown.map(({ move }) => move.terms.minimumPacks),
        grown.map(({ move }) => move.terms.maxLandedRp),
        grown.map(({ move }) => move.terms.acceptsMerge),
      ],
    );
    await tx.change(
      `INSERT INTO line_move (line_id, target_line_id, packs)
       SELECT line_id, target_line_id, quantity_packs FROM unnest($1::uuid[], $2::uuid[]) AS moved (line_id, target_line_id)
       JOIN commitment_line ON commitment_line.id = line_id`,
      [written.map(({ move }) => move.lineId), written.map(({ targetLineId }) => targetLineId)],
    );
    // As writeAudit does it, for all lines at once: an item of a nation's pool has thousands.
    await tx.change(
      `INSERT INTO audit_event (actor_id, action, subject_type, subject_id, data)
       SELECT NULL, 'commitment-moved', 'commitment', line_id::text,
         jsonb_build_object('targetLineId', target_line_id, 'targetPoolId', target_pool_id)
       FROM unnest($1::uuid[], $2::uuid[], $3::uuid[]) AS moved (line_id, target_line_id, target_pool_id)`,
      [
        written.map(({ move }) => move.lineId),
        written.map(({ targetLineId }) => targetLineId),
        written.map(({ move }) => move.target.poolId),
      ],
    );
    return written;
  }

  /** Records for each koperasi and pool that commitments were placed there: `CommitmentsPlaced`, as placing does. */
  async recordPlaced(
    tx: Tx,
    placed: readonly { readonly poolId: string; readonly koperasiId: string }[],
  ): Promise<void> {
    await tx.change(
      `INSERT INTO outbox (type, payload)
       SELECT $3, jsonb_build_object('poolId', pool_id, 'koperasiId', koperasi_id)
       FROM (SELECT DISTINCT pool_id, koperasi_id FROM unnest($1::uuid[], $2::uuid[]) AS placed (pool_id, koperasi_id)) AS each`,
      [
        placed.map(({ poolId }) => poolId),
        placed.map(({ koperasiId }) => koperasiId),
        CommitmentsPlaced.type,
      ],
    );
  }
}
