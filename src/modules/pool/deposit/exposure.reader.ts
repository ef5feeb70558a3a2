import type { Sql } from '../../../platform/db/sql.js';
import { LINE_WORST_RP } from './line-worst.js';

export interface LimitRow {
  readonly id: string;
  readonly organiserId: string;
  readonly koperasiId: string;
  readonly koperasiName: string;
  readonly limitRp: number | null;
  readonly effectiveFrom: Date;
  readonly setAt: Date;
  /** Whether it holds now; of several the last that has begun does. */
  readonly isInForce: boolean;
}

export interface StandingExposure {
  /** Null: no limit. */
  readonly limitRp: number | null;
  readonly unpaidRp: number;
  readonly committedRp: number;
}

export interface PartyExposure extends StandingExposure {
  readonly organiserId: string;
  readonly organiserName: string;
  readonly koperasiId: string;
  readonly koperasiName: string;
}

/** The limit that holds now of an organiser for a koperasi, as an SQL expression; null: none. */
export const limitNow = (organiser: string, koperasi: string): string => `
  (SELECT limit_rp FROM exposure_limit WHERE exposure_limit.koperasi_id = ${koperasi}
     AND exposure_limit.organiser_id = ${organiser} AND effective_from <= clock_timestamp()
   ORDER BY effective_from DESC, id DESC LIMIT 1)`;

/**
 * What a koperasi has committed in an organiser's pools, beyond what it was asked to pay there: the worst of the lines
 * that may still be bought, less what of the pool has been asked for already. A line is left out by its id.
 */
const COMMITTED = `
  coalesce((SELECT sum(greatest(0, worst_rp - asked_rp)) FROM (
    SELECT pool.id,
      (SELECT coalesce(sum(${LINE_WORST_RP}), 0) FROM commitment_line
       WHERE commitment_line.pool_id = pool.id AND koperasi_id = $2 AND commitment_line.state = 'active'
         AND commitment_line.id IS DISTINCT FROM $3::uuid
         AND NOT EXISTS (SELECT FROM released_line WHERE line_id = commitment_line.id AND reason <> 'TENDERED_ANEW')
         AND NOT EXISTS (SELECT FROM item_rescue WHERE item_rescue.item_id = commitment_line.item_id AND outcome <> 'went-on')) AS worst_rp,
      (SELECT coalesce(sum(CASE due.state WHEN 'cancelled' THEN covered_rp ELSE amount_rp END), 0) FROM due
       WHERE due.pool_id = pool.id AND payer_id = $2 AND kind IN ('payment-request', 'balance')) AS asked_rp
    FROM pool WHERE organiser_id = $1 AND side = 'buy' AND pool.state IN ('open', 'closed')
      AND EXISTS (SELECT FROM commitment_line WHERE commitment_line.pool_id = pool.id AND koperasi_id = $2)
  ) AS each), 0)::bigint`;

const UNPAID = `
  coalesce((SELECT sum(amount_rp - covered_rp) FROM due WHERE payer_id = $2 AND due.state = 'open'
    AND kind IN ('payment-request', 'balance')
    AND (payee_id = $1 OR EXISTS (SELECT FROM pool WHERE pool.id = due.pool_id AND organiser_id = $1))), 0)::bigint`;

/** Answers about limits on what koperasi order and owe. */
export class ExposureReader {
  /**
   * What a koperasi has ordered and not paid with an organiser, beside the limit that it set.
   * @param exceptLineId a line that is being changed
   */
  async standing(
    sql: Sql,
    organiserId: string,
    koperasiId: string,
    exceptLineId: string | null = null,
  ): Promise<StandingExposure> {
    const row = await sql.first<StandingExposure>(
      `SELECT ${limitNow('$1', '$2')} AS limit_rp, ${UNPAID} AS unpaid_rp, ${COMMITTED} AS committed_rp`,
      [organiserId, koperasiId, exceptLineId],
    );
    return row ?? { limitRp: null, unpaidRp: 0, committedRp: 0 };
  }

  /**
   * The same of every pair of organiser and koperasi in which the party is one: those with orders in a pool that is
   * not settled, with unpaid bills of its pools, or with a limit; by the name of the other.
   * @param after the other of the last one before
   */
  async ofParty(sql: Sql, partyId: string, after: string | null, limit: number): Promise<PartyExposure[]> {
    const pairs = await sql.rows<Omit<PartyExposure, keyof StandingExposure>>(
      `SELECT organiser_id, organiser.name AS organiser_name, koperasi_id, koperasi.name AS koperasi_name FROM (
         SELECT organiser_id, koperasi_id FROM exposure_limit
         UNION
         SELECT organiser_id, koperasi_id FROM commitment_line JOIN pool ON pool.id = pool_id
         WHERE side = 'buy' AND pool.state IN ('open', 'closed')
         UNION
         SELECT organiser_id, payer_id FROM due JOIN pool ON pool.id = pool_id
         WHERE due.state = 'open' AND due.kind IN ('payment-request', 'balance')
       ) AS pair JOIN party AS organiser ON organiser.id = organiser_id
       JOIN party AS koperasi ON koperasi.id = koperasi_id AND koperasi.kind = 'koperasi'
       JOIN party AS other ON other.id = CASE organiser_id WHEN $1 THEN koperasi_id ELSE organiser_id END
       WHERE $1 IN (organiser_id, koperasi_id)
         AND ($2::uuid IS NULL OR (other.name, other.id) > (SELECT name, id FROM party WHERE id = $2))
       ORDER BY other.name, other.id LIMIT $3`,
      [partyId, after, limit],
    );
    const standing = [];
    for (const pair of pairs)
      standing.push({ ...pair, ...(await this.standing(sql, pair.organiserId, pair.koperasiId)) });
    return standing;
  }

  /** Limits that an organiser ever set, or that were set for a koperasi, the last set first. */
  limits(sql: Sql, partyId: string, after: string | null, limit: number): Promise<LimitRow[]> {
    return sql.rows(
      `SELECT exposure_limit.id, organiser_id, koperasi_id, name AS koperasi_name, limit_rp, effective_from, set_at,
         exposure_limit.id IS NOT DISTINCT FROM (SELECT id FROM exposure_limit AS other
           WHERE other.koperasi_id = exposure_limit.koperasi_id AND other.organiser_id = exposure_limit.organiser_id
             AND effective_from <= clock_timestamp() ORDER BY effective_from DESC, id DESC LIMIT 1) AS is_in_force
       FROM exposure_limit JOIN party ON party.id = koperasi_id
       WHERE $1 IN (organiser_id, koperasi_id) AND ($2::uuid IS NULL OR exposure_limit.id < $2)
       ORDER BY exposure_limit.id DESC LIMIT $3`,
      [partyId, after, limit],
    );
  }
}
