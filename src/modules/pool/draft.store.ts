import type { PoolState } from '../../core/pool/pool-state.js';
import type { DraftTimes } from '../../core/pool/revise-draft.js';
import type { Tx } from '../../platform/db/sql.js';
import type { NewPool } from './pool.store.js';

export interface DraftRow extends DraftTimes {
  readonly organiserId: string;
  readonly title: string;
  readonly biddingPeriodS: number;
  readonly state: PoolState;
  readonly isDiscarded: boolean;
  readonly version: number;
  /** The database's clock. */
  readonly now: Date;
}

/** Writes drafts: everything of one may still change. */
export class DraftStore {
  lock(tx: Tx, poolId: string): Promise<DraftRow | undefined> {
    return tx.first(
      `SELECT title, bidding_period_s, closes_at, needed_from, needed_until, state, version,
         discarded_at IS NOT NULL AS is_discarded, organiser_id, clock_timestamp() AS now FROM pool WHERE id = $1 FOR UPDATE`,
      [poolId],
    );
  }

  /** The last civil day on which it can close where its organiser is, extended as it declared. */
  async closesOn(tx: Tx, poolId: string, closesAt: Date): Promise<string> {
    const row = await tx.first<{ closesOn: string }>(
      `SELECT (($2::timestamptz + make_interval(secs => coalesce(extend_by_s, 0))) AT TIME ZONE time_zone)::date AS closes_on
       FROM pool JOIN party ON party.id = organiser_id LEFT JOIN pool_rescue ON pool_id = pool.id WHERE pool.id = $1`,
      [poolId, closesAt],
    );
    return row?.closesOn ?? '';
  }

  /** @returns the new version. */
  async revise(
    tx: Tx,
    poolId: string,
    next: Pick<DraftRow, 'title' | 'biddingPeriodS' | keyof DraftTimes>,
  ): Promise<number> {
    const row = await tx.first<{ version: number }>(
      `UPDATE pool SET title = $2, bidding_period_s = $3, closes_at = $4, needed_from = $5, needed_until = $6,
         version = version + 1 WHERE id = $1 AND state = 'draft' RETURNING version`,
      [poolId, next.title, next.biddingPeriodS, next.closesAt, next.neededFrom, next.neededUntil],
    );
    if (row === undefined) throw new Error('a locked draft was opened');
    return row.version;
  }

  /** Takes back what a draft declared besides its own row: items, rules, people. */
  async undeclare(tx: Tx, poolId: string): Promise<void> {
    await tx.rows('SELECT undeclare_draft($1)', [poolId]);
  }

  /** Writes a draft's own row anew, with the deposits of one that declares none. @returns the new version. */
  async redeclare(
    tx: Tx,
    poolId: string,
    next: Omit<NewPool, 'id' | 'organiserId' | 'createdBy'>,
  ): Promise<number> {
    const row = await tx.first<{ version: number }>(
      `UPDATE pool SET title = $2, region_code = $3, purpose = $4, rationing_rule = $5, closes_at = $6,
         bidding_period_s = $7, needed_from = $8, needed_until = $9, side = $10, contract_mode = $11,
         deposit_rate_bps = DEFAULT, deposit_forfeit = DEFAULT, deposit_return_days = DEFAULT,
         deposit_grace_s = DEFAULT, due_by = DEFAULT, version = version + 1
       WHERE id = $1 AND state = 'draft' RETURNING version`,
      [
        ...[poolId, next.title, next.regionCode, next.purpose, next.rationingRule, next.closesAt],
        ...[next.biddingPeriodS, next.neededFrom, next.neededUntil],
        ...[next.side ?? 'buy', next.contractMode ?? 'direct'],
      ],
    );
    if (row === undefined) throw new Error('a locked draft was opened');
    return row.version;
  }

  async markDiscarded(tx: Tx, poolId: string, personId: string, reason: string): Promise<void> {
    await tx.change(
      `UPDATE pool SET discarded_at = clock_timestamp(), discarded_by = $2, discard_reason = $3, version = version + 1
       WHERE id = $1 AND state = 'draft'`,
      [poolId, personId, reason],
    );
  }
}
