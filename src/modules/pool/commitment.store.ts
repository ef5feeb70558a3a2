import { Injectable } from '@nestjs/common';
import type { GuaranteeStep } from '../../core/offer/guarantee-steps.js';
import type {
  CommitmentScene,
  LineRequest,
  LineTerms,
  StandingClaim,
} from '../../core/pool/place-commitments.js';
import type { StandingLine } from '../../core/pool/amend-commitment.js';
import type { PoolMoment } from '../../core/pool/pool-state.js';
import type { PoolSide } from '../../core/pool/side.js';
import { PLANNED_ONCE, type Sql, type Tx } from '../../platform/db/sql.js';
import type { RequestKey } from '../../platform/idempotency/request-key.js';
import { CommitmentsPlaced } from './pool.events.js';

export interface NewLine extends LineRequest {
  readonly id: string;
}

/** A key with the answer to be kept under it. */
export interface KeyedAnswer {
  readonly key: RequestKey;
  readonly answer: string | null;
}

export interface LockedLine extends StandingLine {
  readonly id: string;
  readonly koperasiId: string;
  readonly itemId: string;
  readonly version: number;
}

interface SceneRow extends PoolMoment {
  readonly side: PoolSide;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly items:
    | {
        id: string;
        cold: boolean;
        quota: number | null;
        price: number | null;
        ceiling: number;
        steps: GuaranteeStep[] | null;
      }[]
    | null;
  readonly standing: StandingClaim[] | null;
  readonly koperasiState: string;
  readonly hasColdStore: boolean;
  readonly kitchenIds: string[];
}

/** Writes commitment lines with their audit and events. */
@Injectable()
export class CommitmentStore {
  /** Everything that decides about a koperasi's lines, in one look. */
  async scene(sql: Sql, poolId: string, koperasiId: string): Promise<CommitmentScene | undefined> {
    const row = await sql.first<SceneRow>(
      `SELECT pool.side, pool.state, pool.closes_at, clock_timestamp() AS now, needed_from, needed_until,
         (SELECT json_agg(json_build_object('id', pool_item.id, 'cold', storage IN ('chilled', 'frozen'),
            'quota', quota_per_buyer_packs, 'price', price_rp_per_unit, 'ceiling', ceiling_rp_per_unit, 'steps', (
              SELECT json_agg(json_build_object('fromPacks', from_packs, 'worstRpPerUnit', worst_rp_per_unit) ORDER BY from_packs)
              FROM item_guarantee WHERE item_guarantee.item_id = pool_item.id)))
          FROM pool_item JOIN commodity ON commodity.code = commodity_code
          LEFT JOIN item_distribution ON item_id = pool_item.id WHERE pool_id = pool.id) AS items,
         (SELECT json_agg(json_build_object('itemId', line.item_id, 'beneficiaryId', beneficiary_id,
            'neededBy', needed_by, 'quantityPacks', quantity_packs))
          FROM commitment_line AS line JOIN item_distribution USING (item_id)
          WHERE line.pool_id = pool.id AND koperasi_id = koperasi.id AND line.state = 'active') AS standing,
         koperasi.state AS koperasi_state, 'cold-store' = ANY (koperasi.capabilities) AS has_cold_store,
         ARRAY(SELECT id FROM party WHERE partner_koperasi_id = koperasi.id AND state = 'active') AS kitchen_ids
       FROM pool, party AS koperasi WHERE pool.id = $1 AND koperasi.id = $2 AND koperasi.kind = 'koperasi'`,
      [poolId, koperasiId],
    );
    if (row === undefined) return undefined;
    return {
      side: row.side,
      state: row.state,
      closesAt: row.closesAt,
      now: row.now,
      neededFrom: row.neededFrom,
      neededUntil: row.neededUntil,
      items: new Map(
        (row.items ?? []).map(({ id, cold, quota, price, ceiling, steps }) => [
          id,
          {
            needsColdStore: cold,
            steps: steps ?? [{ fromPacks: 1, worstRpPerUnit: ceiling }],
            ...(quota === null || price === null
              ? {}
              : { distribution: { quotaPerBuyerPacks: quota, priceRpPerUnit: price } }),
          },
        ]),
      ),
      standing: row.standing ?? [],
      koperasi: {
        id: koperasiId,
        isActive: row.koperasiState === 'active',
        hasColdStore: row.hasColdStore,
        kitchenIds: row.kitchenIds,
      },
    };
  }

  /**
   * Places lines, the audit row, the event and what is kept under the request's key in ONE statement, which is its own
   * transaction: half of the cost of intake is round trips. The pool is held against closing and judged
   * by the database's clock; nothing is written when it has closed, the koperasi is suspended, or an organiser's
   * limit has not been looked at. KEY SHARE is
   * enough, and is what the foreign key takes anyway: closing locks FOR UPDATE, the one lock that conflicts with it.
   * @returns `held` is false when nothing was written; `isFree` too when another request under the key is under way.
   * @throws the unique violation when one of the lines, or the key, exists already; then nothing was written.
   */
  async place(
    sql: Sql,
    poolId: string,
    koperasiId: string,
    personId: string,
    lines: readonly NewLine[],
    kept?: KeyedAnswer,
    isWithinLimit = false,
  ): Promise<{ held: boolean; isFree: boolean }> {
    const row = await sql.first<{ held: boolean; isFree: boolean }>(
      `${PLANNED_ONCE} WITH taken AS MATERIALIZED (
         SELECT $14::uuid IS NULL OR lock_idempotency_key($14) AS is_free
       ), held AS (
         SELECT id FROM pool WHERE (SELECT is_free FROM taken) AND id = $1 AND state = 'open' AND clock_timestamp() < closes_at
           AND EXISTS (SELECT FROM party WHERE party.id = $2 AND party.state = 'active')
           AND ($17::boolean OR NOT EXISTS (SELECT FROM exposure_limit WHERE exposure_limit.koperasi_id = $2
             AND exposure_limit.organiser_id = pool.organiser_id)) FOR KEY SHARE
       ), placed AS (
         INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by,
           quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, accepts_merge, made_by)
         SELECT line.id, held.id, item_id, $2, beneficiary_id, needed_by, quantity, tolerance, minimum, max_landed, accepts_merge, $3
         FROM held, unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::date[], $8::int[], $9::int[], $10::int[], $11::bigint[], $13::boolean[])
           AS line (id, item_id, beneficiary_id, needed_by, quantity, tolerance, minimum, max_landed, accepts_merge)
       ), kept AS (
         INSERT INTO idempotency_key (id, person_id, fingerprint, answer)
         SELECT $14, $3, $15::bytea, $16::text FROM held WHERE $14 IS NOT NULL
       ), audited AS (
         INSERT INTO audit_event (actor_id, action, subject_type, subject_id, data)
         SELECT $3, 'commitments-placed', 'pool', held.id, jsonb_build_object('koperasiId', $2::uuid, 'lines', cardinality($4::uuid[])) FROM held
       ), recorded AS (
         INSERT INTO outbox (type, payload)
         SELECT $12, jsonb_build_object('poolId', held.id, 'koperasiId', $2::uuid) FROM held
       )
       SELECT EXISTS (SELECT FROM held) AS held, (SELECT is_free FROM taken)`,
      [
        poolId,
        koperasiId,
        personId,
        lines.map((line) => line.id),
        lines.map((line) => line.itemId),
        lines.map((line) => line.beneficiaryId),
        lines.map((line) => line.neededBy),
        lines.map((line) => line.quantityPacks),
        lines.map((line) => line.tolerancePacks),
        lines.map((line) => line.minimumPacks),
        lines.map((line) => line.maxLandedRp),
        CommitmentsPlaced.type,
        lines.map((line) => line.acceptsMerge),
        kept?.key.id ?? null,
        kept?.key.fingerprint ?? null,
        kept?.answer ?? null,
        isWithinLimit,
      ],
    );
    return row ?? { held: false, isFree: true };
  }

  /** Keeps the pool from closing while a line of it changes. */
  holdPool(tx: Tx, poolId: string): Promise<(PoolMoment & { readonly side: PoolSide }) | undefined> {
    return tx.first<PoolMoment & { readonly side: PoolSide }>(
      'SELECT side, state, closes_at, clock_timestamp() AS now FROM pool WHERE id = $1 FOR KEY SHARE',
      [poolId],
    );
  }

  lockLine(tx: Tx, poolId: string, lineId: string): Promise<LockedLine | undefined> {
    return tx.first<LockedLine>(
      `SELECT id, koperasi_id, item_id, state, version, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, accepts_merge,
         (SELECT party.state = 'active' FROM party WHERE party.id = koperasi_id) AS is_koperasi_active,
         (SELECT json_build_object('quotaPerBuyerPacks', quota_per_buyer_packs, 'priceRpPerUnit', price_rp_per_unit,
            'otherPacks', (SELECT coalesce(sum(other.quantity_packs), 0) FROM commitment_line AS other
              WHERE other.pool_id = line.pool_id AND other.item_id = line.item_id
                AND other.koperasi_id = line.koperasi_id AND other.state = 'active' AND other.id <> line.id))
          FROM item_distribution WHERE item_distribution.item_id = line.item_id) AS distribution
       FROM commitment_line AS line WHERE id = $1 AND pool_id = $2 FOR UPDATE`,
      [lineId, poolId],
    );
  }

  /** Writes the next version of a locked line; the database keeps the one before. @returns the new version. */
  async revise(
    tx: Tx,
    line: LockedLine,
    state: 'active' | 'withdrawn',
    terms: LineTerms,
    personId: string,
  ): Promise<number> {
    const version = line.version + 1;
    await tx.change(
      `UPDATE commitment_line SET version = $2, state = $3, quantity_packs = $4, tolerance_packs = $5, minimum_packs = $6,
         max_landed_rp = $7, made_by = $8, accepts_merge = $9, made_at = clock_timestamp() WHERE id = $1`,
      [
        line.id,
        version,
        state,
        terms.quantityPacks,
        terms.tolerancePacks,
        terms.minimumPacks,
        terms.maxLandedRp,
        personId,
        terms.acceptsMerge,
      ],
    );
    return version;
  }
}
