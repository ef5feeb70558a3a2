import { Injectable } from '@nestjs/common';
import type { GuaranteeStep } from '../../core/offer/guarantee-steps.js';
import type { CommitmentScene, LineRequest, LineTerms } from '../../core/pool/place-commitments.js';
import type { StandingLine } from '../../core/pool/amend-commitment.js';
import type { PoolMoment } from '../../core/pool/pool-state.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import { CommitmentsPlaced } from './pool.events.js';

export interface NewLine extends LineRequest {
  readonly id: string;
}

export interface LockedLine extends StandingLine {
  readonly id: string;
  readonly koperasiId: string;
  readonly version: number;
}

/** A kitchen's line on its way into a pool. */
export interface JoiningLine {
  readonly id: string;
  readonly itemId: string;
  readonly koperasiId: string;
  readonly kitchenId: string;
  readonly neededBy: string;
  readonly quantityPacks: number;
  readonly requirementLineId: string;
  readonly publishedBy: string;
}

interface SceneRow extends PoolMoment {
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly items: { id: string; cold: boolean; ceiling: number; steps: GuaranteeStep[] | null }[] | null;
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
      `SELECT pool.state, pool.closes_at, clock_timestamp() AS now, needed_from, needed_until,
         (SELECT json_agg(json_build_object('id', pool_item.id, 'cold', storage IN ('chilled', 'frozen'),
            'ceiling', ceiling_rp_per_unit, 'steps', (
              SELECT json_agg(json_build_object('fromPacks', from_packs, 'worstRpPerUnit', worst_rp_per_unit) ORDER BY from_packs)
              FROM item_guarantee WHERE item_id = pool_item.id)))
          FROM pool_item JOIN commodity ON commodity.code = commodity_code WHERE pool_id = pool.id) AS items,
         koperasi.state AS koperasi_state, 'cold-store' = ANY (koperasi.capabilities) AS has_cold_store,
         ARRAY(SELECT id FROM party WHERE partner_koperasi_id = koperasi.id AND state = 'active') AS kitchen_ids
       FROM pool, party AS koperasi WHERE pool.id = $1 AND koperasi.id = $2 AND koperasi.kind = 'koperasi'`,
      [poolId, koperasiId],
    );
    if (row === undefined) return undefined;
    return {
      state: row.state,
      closesAt: row.closesAt,
      now: row.now,
      neededFrom: row.neededFrom,
      neededUntil: row.neededUntil,
      items: new Map(
        (row.items ?? []).map(({ id, cold, ceiling, steps }) => [
          id,
          { needsColdStore: cold, steps: steps ?? [{ fromPacks: 1, worstRpPerUnit: ceiling }] },
        ]),
      ),
      koperasi: {
        id: koperasiId,
        isActive: row.koperasiState === 'active',
        hasColdStore: row.hasColdStore,
        kitchenIds: row.kitchenIds,
      },
    };
  }

  /**
   * Places lines, the audit row and the event in ONE statement, which is its own
   * transaction: half of the cost of intake is round trips. The pool is held against closing and judged
   * by the database's clock; nothing is written when it has closed or the koperasi is suspended. KEY SHARE is
   * enough, and is what the foreign key takes anyway: closing locks FOR UPDATE, the one lock that conflicts with it.
   * @returns false when nothing was written.
   * @throws the unique violation when one of the lines exists already; then none was written.
   */
  async place(
    sql: Sql,
    poolId: string,
    koperasiId: string,
    personId: string,
    lines: readonly NewLine[],
  ): Promise<boolean> {
    const row = await sql.first<{ held: boolean }>(
      `WITH held AS (
         SELECT id FROM pool WHERE id = $1 AND state = 'open' AND clock_timestamp() < closes_at
           AND EXISTS (SELECT FROM party WHERE party.id = $2 AND party.state = 'active') FOR KEY SHARE
       ), placed AS (
         INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by,
           quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, made_by)
         SELECT line.id, held.id, item_id, $2, beneficiary_id, needed_by, quantity, tolerance, minimum, max_landed, $3
         FROM held, unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::date[], $8::int[], $9::int[], $10::int[], $11::bigint[])
           AS line (id, item_id, beneficiary_id, needed_by, quantity, tolerance, minimum, max_landed)
       ), audited AS (
         INSERT INTO audit_event (actor_id, action, subject_type, subject_id, data)
         SELECT $3, 'commitments-placed', 'pool', held.id, jsonb_build_object('koperasiId', $2::uuid, 'lines', cardinality($4::uuid[])) FROM held
       ), recorded AS (
         INSERT INTO outbox (type, payload)
         SELECT $12, jsonb_build_object('poolId', held.id, 'koperasiId', $2::uuid) FROM held
       )
       SELECT EXISTS (SELECT FROM held) AS held`,
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
      ],
    );
    return row?.held === true;
  }

  /**
   * Places kitchens' lines for their partner koperasi; a line that stands already is left as it is.
   * @returns those that were written now.
   */
  async join<Line extends JoiningLine>(tx: Tx, poolId: string, lines: readonly Line[]): Promise<Line[]> {
    const written = await tx.rows<{ id: string }>(
      `WITH held AS (
         SELECT id FROM pool WHERE id = $1 AND state = 'open' AND clock_timestamp() < closes_at FOR KEY SHARE
       ), placed AS (
         INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, requirement_line_id, made_by)
         SELECT line.id, held.id, item_id, koperasi_id, kitchen_id, needed_by, quantity, requirement_line_id, made_by
         FROM held, unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::int[], $8::uuid[], $9::uuid[])
           AS line (id, item_id, koperasi_id, kitchen_id, needed_by, quantity, requirement_line_id, made_by)
         ON CONFLICT DO NOTHING
         RETURNING id
       )
       SELECT id FROM placed`,
      [
        poolId,
        lines.map((line) => line.id),
        lines.map((line) => line.itemId),
        lines.map((line) => line.koperasiId),
        lines.map((line) => line.kitchenId),
        lines.map((line) => line.neededBy),
        lines.map((line) => line.quantityPacks),
        lines.map((line) => line.requirementLineId),
        lines.map((line) => line.publishedBy),
      ],
    );
    const ids = new Set(written.map((row) => row.id));
    return lines.filter((line) => ids.has(line.id));
  }

  /** Keeps the pool from closing while a line of it changes. */
  holdPool(tx: Tx, poolId: string): Promise<PoolMoment | undefined> {
    return tx.first<PoolMoment>(
      'SELECT state, closes_at, clock_timestamp() AS now FROM pool WHERE id = $1 FOR KEY SHARE',
      [poolId],
    );
  }

  lockLine(tx: Tx, poolId: string, lineId: string): Promise<LockedLine | undefined> {
    return tx.first<LockedLine>(
      `SELECT id, koperasi_id, state, version, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp,
         (SELECT party.state = 'active' FROM party WHERE party.id = koperasi_id) AS is_koperasi_active
       FROM commitment_line WHERE id = $1 AND pool_id = $2 FOR UPDATE`,
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
         max_landed_rp = $7, made_by = $8, made_at = clock_timestamp() WHERE id = $1`,
      [
        line.id,
        version,
        state,
        terms.quantityPacks,
        terms.tolerancePacks,
        terms.minimumPacks,
        terms.maxLandedRp,
        personId,
      ],
    );
    return version;
  }
}
