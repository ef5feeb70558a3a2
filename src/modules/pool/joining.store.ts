import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';

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

/** The commitment a kitchen's line became, or was added to. */
export interface JoinedRow {
  readonly lineId: string;
  readonly koperasiId: string;
  readonly requirementLineId: string;
  readonly publishedBy: string;
}

const HELD = `held AS (
    SELECT id FROM pool WHERE id = $1 AND state = 'open' AND clock_timestamp() < closes_at FOR KEY SHARE
  )`;
const JOINING = `unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::date[], $7::int[], $8::uuid[], $9::uuid[])
    AS line (id, item_id, koperasi_id, kitchen_id, needed_by, quantity, requirement_line_id, made_by)`;

const paramsOf = (poolId: string, lines: readonly JoiningLine[]): unknown[] => [
  poolId,
  lines.map((line) => line.id),
  lines.map((line) => line.itemId),
  lines.map((line) => line.koperasiId),
  lines.map((line) => line.kitchenId),
  lines.map((line) => line.neededBy),
  lines.map((line) => line.quantityPacks),
  lines.map((line) => line.requirementLineId),
  lines.map((line) => line.publishedBy),
];

/** Writes kitchens' lines into pools. */
@Injectable()
export class JoiningStore {
  /** Lines of their own; left are those that stand already, and those whose place a line made by hand has. */
  async insert(tx: Tx, poolId: string, lines: readonly JoiningLine[]): Promise<JoinedRow[]> {
    return tx.rows(
      `WITH ${HELD}
       INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, requirement_line_id, made_by)
       SELECT line.id, held.id, item_id, koperasi_id, kitchen_id, needed_by, quantity, requirement_line_id, made_by
       FROM held, ${JOINING}
       ON CONFLICT DO NOTHING
       RETURNING id AS line_id, koperasi_id, requirement_line_id, made_by AS published_by`,
      paramsOf(poolId, lines),
    );
  }

  /**
   * Adds to the line that the koperasi made by hand for the same kitchen, item and day; one that was withdrawn
   * comes back with what the kitchen needs alone. Left are lines that a requirement has joined, or that are another pool's.
   */
  async addToStanding(tx: Tx, poolId: string, lines: readonly JoiningLine[]): Promise<JoinedRow[]> {
    return tx.rows(
      `WITH ${HELD}, standing AS (
         SELECT by_hand.id, line.quantity, line.requirement_line_id, line.made_by
         FROM held, ${JOINING}
         JOIN commitment_line AS by_hand ON by_hand.item_id = line.item_id AND by_hand.koperasi_id = line.koperasi_id
           AND by_hand.beneficiary_id = line.kitchen_id AND by_hand.needed_by = line.needed_by
         WHERE by_hand.pool_id = $1 AND by_hand.requirement_line_id IS NULL
           AND NOT EXISTS (SELECT FROM commitment_line AS other WHERE other.requirement_line_id = line.requirement_line_id)
         ORDER BY by_hand.id FOR UPDATE OF by_hand
       )
       UPDATE commitment_line SET
         quantity_packs = standing.quantity + CASE state WHEN 'active' THEN quantity_packs ELSE 0 END,
         tolerance_packs = CASE state WHEN 'active' THEN tolerance_packs ELSE 0 END,
         minimum_packs = CASE state WHEN 'active' THEN minimum_packs ELSE 0 END,
         max_landed_rp = CASE state WHEN 'active' THEN max_landed_rp END,
         state = 'active', requirement_line_id = standing.requirement_line_id,
         version = version + 1, made_by = standing.made_by, made_at = clock_timestamp()
       FROM standing WHERE commitment_line.id = standing.id
       RETURNING commitment_line.id AS line_id, koperasi_id, commitment_line.requirement_line_id,
         commitment_line.made_by AS published_by`,
      paramsOf(poolId, lines),
    );
  }
}
