import { Injectable } from '@nestjs/common';
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
  readonly items: { id: string; cold: boolean }[] | null;
  readonly koperasiState: string;
  readonly hasColdStore: boolean;
  readonly kitchenIds: string[];
}

/** Writes commitment lines with their revisions, audit and events. */
@Injectable()
export class CommitmentStore {
  /** Everything that decides about a koperasi's lines, in one look. */
  async scene(sql: Sql, poolId: string, koperasiId: string): Promise<CommitmentScene | undefined> {
    const row = await sql.first<SceneRow>(
      `SELECT pool.state, pool.closes_at, clock_timestamp() AS now, needed_from, needed_until,
         (SELECT json_agg(json_build_object('id', pool_item.id, 'cold', storage IN ('chilled', 'frozen')))
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
      items: new Map((row.items ?? []).map((item) => [item.id, { needsColdStore: item.cold }])),
      koperasi: {
        id: koperasiId,
        isActive: row.koperasiState === 'active',
        hasColdStore: row.hasColdStore,
        kitchenIds: row.kitchenIds,
      },
    };
  }

  /**
   * Places lines, their first revisions, the audit row and the event in ONE statement, which is its own
   * transaction: half of the cost of intake is round trips. The pool is held against closing and judged
   * again by the database's clock; nothing is written when it has closed meanwhile. KEY SHARE is enough, and is
   * what the foreign key takes anyway: closing locks FOR UPDATE, the one lock that conflicts with it.
   * @returns false when the pool was not open any more.
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
         SELECT id FROM pool WHERE id = $1 AND state = 'open' AND clock_timestamp() < closes_at FOR KEY SHARE
       ), placed AS (
         INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by,
           quantity_packs, tolerance_packs, minimum_packs, max_landed_rp)
         SELECT line.id, held.id, item_id, $2, beneficiary_id, needed_by, quantity, tolerance, minimum, max_landed
         FROM held, unnest($4::uuid[], $5::uuid[], $6::uuid[], $7::date[], $8::int[], $9::int[], $10::int[], $11::bigint[])
           AS line (id, item_id, beneficiary_id, needed_by, quantity, tolerance, minimum, max_landed)
         RETURNING id, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp
       ), revised AS (
         INSERT INTO commitment_revision (line_id, version, action, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, made_by)
         SELECT id, 1, 'placed', quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, $3 FROM placed
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
         INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, requirement_line_id)
         SELECT line.id, held.id, item_id, koperasi_id, kitchen_id, needed_by, quantity, requirement_line_id
         FROM held, unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::int[], $8::uuid[])
           AS line (id, item_id, koperasi_id, kitchen_id, needed_by, quantity, requirement_line_id)
         ON CONFLICT DO NOTHING
         RETURNING id, quantity_packs
       ), revised AS (
         INSERT INTO commitment_revision (line_id, version, action, quantity_packs, tolerance_packs, minimum_packs, made_by)
         SELECT placed.id, 1, 'placed', quantity_packs, 0, 0, made_by
         FROM placed JOIN unnest($2::uuid[], $9::uuid[]) AS made (id, made_by) USING (id)
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
      `SELECT id, koperasi_id, state, version, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp
       FROM commitment_line WHERE id = $1 AND pool_id = $2 FOR UPDATE`,
      [lineId, poolId],
    );
  }

  /** Writes the next version of a locked line and its revision. @returns the new version. */
  async revise(
    tx: Tx,
    line: LockedLine,
    action: 'amended' | 'withdrawn',
    terms: LineTerms,
    personId: string,
  ): Promise<number> {
    const version = line.version + 1;
    const values = [
      line.id,
      version,
      terms.quantityPacks,
      terms.tolerancePacks,
      terms.minimumPacks,
      terms.maxLandedRp,
    ];
    await tx.change(
      `UPDATE commitment_line SET version = $2, quantity_packs = $3, tolerance_packs = $4, minimum_packs = $5, max_landed_rp = $6,
         state = $7, changed_at = clock_timestamp() WHERE id = $1`,
      [...values, action === 'withdrawn' ? 'withdrawn' : 'active'],
    );
    await tx.change(
      `INSERT INTO commitment_revision (line_id, version, quantity_packs, tolerance_packs, minimum_packs, max_landed_rp, action, made_by)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [...values, action, personId],
    );
    return version;
  }
}
