import type { GuaranteeStep } from '../../../core/offer/guarantee-steps.js';
import type { ExposedItem, Exposure } from '../../../core/pool/deposit/require-exposure.js';
import type { PoolSide } from '../../../core/pool/side.js';
import type { Tx } from '../../../platform/db/sql.js';
import { ExposureReader } from './exposure.reader.js';

/** What a koperasi may still order in a pool, and what its items can come to cost at worst. */
export interface Room {
  readonly exposure: Exposure;
  readonly itemOf: ReadonlyMap<string, ExposedItem>;
}

interface LimitedPool {
  readonly organiserId: string;
  readonly side: PoolSide;
  readonly isLimited: boolean;
  readonly items: { id: string; size: number; ceiling: number; steps: GuaranteeStep[] | null }[] | null;
}

const reader = new ExposureReader();

/**
 * The exposure of a koperasi at an organiser; undefined: no limit. Until the transaction ends the koperasi orders nothing
 * else beside it, so that two orders at one moment do not both fit. Whoever calls holds the pools and lines first that
 * it needs: this lock is the last.
 * @param exceptLineId a line whose new terms are asked about
 */
export const exposureAt = async (
  tx: Tx,
  organiserId: string,
  koperasiId: string,
  exceptLineId: string | null = null,
): Promise<Exposure | undefined> => {
  await tx.first(
    `SELECT pg_advisory_xact_lock(hashtextextended('exposure:' || $1::text, 0)) IS NULL AS held`,
    [koperasiId],
  );
  const { limitRp, unpaidRp, committedRp } = await reader.standing(tx, organiserId, koperasiId, exceptLineId);
  return limitRp === null ? undefined : { limitRp, usedRp: unpaidRp + committedRp };
};

/** What is left to a koperasi in a pool, which is held from closing; undefined: its organiser set it no limit. */
export const roomWithin = async (
  tx: Tx,
  poolId: string,
  koperasiId: string,
  itemIds: readonly string[],
  exceptLineId: string | null = null,
): Promise<Room | undefined> => {
  const pool = await tx.first<LimitedPool>(
    `SELECT organiser_id, side,
       EXISTS (SELECT FROM exposure_limit WHERE koperasi_id = $2 AND exposure_limit.organiser_id = pool.organiser_id) AS is_limited,
       (SELECT json_agg(json_build_object('id', pool_item.id, 'size', pack_size_milli, 'ceiling', ceiling_rp_per_unit, 'steps', (
          SELECT json_agg(json_build_object('fromPacks', from_packs, 'worstRpPerUnit', worst_rp_per_unit) ORDER BY from_packs)
          FROM item_guarantee WHERE item_guarantee.item_id = pool_item.id)))
        FROM pool_item WHERE pool_item.pool_id = pool.id AND pool_item.id = ANY ($3)) AS items
     FROM pool WHERE id = $1 FOR KEY SHARE OF pool`,
    [poolId, koperasiId, itemIds],
  );
  if (pool === undefined || !pool.isLimited || pool.side === 'sell') return undefined;
  const exposure = await exposureAt(tx, pool.organiserId, koperasiId, exceptLineId);
  if (exposure === undefined) return undefined;
  const items = (pool.items ?? []).map(({ id, size, ceiling, steps }): [string, ExposedItem] => [
    id,
    { packSizeMilli: size, steps: steps ?? [{ fromPacks: 1, worstRpPerUnit: ceiling }] },
  ]);
  return { exposure, itemOf: new Map(items) };
};
