import { Injectable } from '@nestjs/common';
import type { UnopenedTender } from '../../core/bid/judge-unopened.js';
import type { SealMode } from '../../core/pool/declare-seal.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import { AWAITS_TERMS } from './committee/terms-await-holders.js';
import type { KeySubject } from './sealing-key.store.js';

export interface BegunTender extends KeySubject {
  readonly lotId: string;
}

/** A tender whose bids can be opened is one with a key that this process unwraps, or that its holders released. */
const OPENABLE = `
  FROM tender JOIN lot ON lot.id = tender.lot_id AND lot.state <> 'failed'
  JOIN sealing_key ON sealing_key.lot_id = tender.lot_id AND sealing_key.attempt = tender.attempt
  LEFT JOIN wrapped_key ON wrapped_key.key_id = sealing_key.id
  LEFT JOIN released_key ON released_key.key_id = sealing_key.id
  WHERE tender.opened_at IS NULL AND closes_at <= clock_timestamp()
    AND (opening_key_id = ANY ($1) OR released_key.key_id IS NOT NULL)`;

/** A tender that nobody has opened in time, with what its pool declares for that. */
export interface LateTender extends BegunTender, UnopenedTender {
  readonly mode: SealMode;
  readonly deputyId: string | null;
  /** The database's clock, read under the lock. */
  readonly now: Date;
}

const LATE = `
  FROM tender JOIN lot ON lot.id = tender.lot_id AND lot.state = 'bidding' JOIN pool ON pool.id = lot.pool_id
  LEFT JOIN pool_seal ON pool_seal.pool_id = pool.id
  WHERE tender.opened_at IS NULL AND clock_timestamp() >= tender.closes_at + make_interval(hours =>
    coalesce(open_within_hours, 24) * CASE WHEN deputy_called_at IS NULL THEN 1 ELSE 2 END)`;

/** Writes tenders: when they begin, that they were opened, and what comes about when they are not. */
@Injectable()
export class TenderStore {
  /**
   * Begins the bidding on lots of pools of this seal that have none yet, each for its pool's bidding period from
   * now; a distributed lot takes no bids.
   * @returns what keys they need.
   */
  begin(tx: Tx, lotIds: readonly string[], mode: SealMode): Promise<BegunTender[]> {
    return tx.rows(
      `WITH begun AS (
         INSERT INTO tender (lot_id, closes_at)
         SELECT lot.id, clock_timestamp() + make_interval(secs => bidding_period_s)
         FROM lot JOIN pool ON pool.id = lot.pool_id JOIN pool_item ON pool_item.id = item_id
         LEFT JOIN pool_seal ON pool_seal.pool_id = pool.id
         WHERE lot.id = ANY ($1) AND lot.state = 'bidding' AND pool_item.mode = 'tender'
           AND coalesce(pool_seal.mode, 'server') = $2
         ON CONFLICT DO NOTHING
         RETURNING lot_id, closes_at, attempt
       )
       SELECT begun.*, lot.pool_id, organiser_id, coalesce(shows_bid_count, false) AS shows_bid_count
       FROM begun JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = lot.pool_id
       LEFT JOIN pool_seal ON pool_seal.pool_id = pool.id ORDER BY lot_id`,
      [lotIds, mode],
    );
  }

  /**
   * Lots whose bids fall due by the database's clock, the longest due first, as far as they can be opened here; lots
   * that wait for others' hands, however many, keep none waiting. Only a look: nothing is claimed.
   */
  async due(sql: Sql, openingKeyIds: readonly string[], limit: number): Promise<string[]> {
    const rows = await sql.rows<{ lotId: string }>(
      `SELECT tender.lot_id ${OPENABLE} AND NOT ${AWAITS_TERMS} ORDER BY closes_at, tender.lot_id LIMIT $2`,
      [openingKeyIds, limit],
    );
    return rows.map(({ lotId }) => lotId);
  }

  /**
   * Claims a due tender. False when another worker has it, or had it; also while a bid that came in time is
   * still being written, so that none is left out: the next turn finds it free.
   */
  async claimDue(tx: Tx, lotId: string, openingKeyIds: readonly string[]): Promise<boolean> {
    const row = await tx.first(
      `SELECT tender.lot_id ${OPENABLE} AND tender.lot_id = $2 FOR UPDATE OF tender SKIP LOCKED`,
      [openingKeyIds, lotId],
    );
    return row !== undefined;
  }

  /** Opens a claimed tender. @returns how many bids stand, the withdrawn not counted. */
  async markOpened(tx: Tx, lotId: string): Promise<number> {
    const row = await tx.first<{ bidCount: number }>(
      `UPDATE tender SET opened_at = clock_timestamp(), bid_count = (
         SELECT count(*) FROM bid WHERE bid.lot_id = tender.lot_id AND (
           SELECT action FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) <> 'withdrawn')
       WHERE lot_id = $1 AND opened_at IS NULL AND closes_at <= clock_timestamp()
       RETURNING bid_count`,
      [lotId],
    );
    if (row === undefined) throw new Error(`the tender of lot ${lotId} was not claimed`);
    return row.bidCount;
  }

  /** Lots whose deadline passed so long ago that something is due though nobody opened their bids. Only a look. */
  async late(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ lotId: string }>(
      `SELECT tender.lot_id ${LATE} ORDER BY tender.closes_at, tender.lot_id LIMIT $1`,
      [limit],
    );
    return rows.map(({ lotId }) => lotId);
  }

  /** Claims a late tender; undefined when another worker has it, or it is late no more. */
  claimLate(tx: Tx, lotId: string): Promise<LateTender | undefined> {
    return tx.first(
      `SELECT tender.lot_id, tender.attempt, tender.closes_at, deputy_called_at IS NOT NULL AS is_deputy_called,
         coalesce(open_within_hours, 24) AS open_within_hours, coalesce(pool_seal.mode, 'server') AS mode,
         deputy_id, lot.pool_id, organiser_id, coalesce(shows_bid_count, false) AS shows_bid_count,
         clock_timestamp() AS now
       ${LATE} AND tender.lot_id = $1 FOR UPDATE OF tender SKIP LOCKED`,
      [lotId],
    );
  }

  async markDeputyCalled(tx: Tx, lotId: string): Promise<void> {
    await tx.change('UPDATE tender SET deputy_called_at = clock_timestamp() WHERE lot_id = $1', [lotId]);
  }

  /** Begins a claimed tender anew, as its next attempt. @returns until when it takes bids. */
  async beginAnew(tx: Tx, lotId: string): Promise<Date> {
    const row = await tx.first<{ closesAt: Date }>(
      `UPDATE tender SET attempt = attempt + 1, deputy_called_at = NULL,
         closes_at = clock_timestamp() + make_interval(secs => (
           SELECT bidding_period_s FROM pool JOIN lot ON lot.pool_id = pool.id WHERE lot.id = tender.lot_id))
       WHERE lot_id = $1 AND opened_at IS NULL RETURNING closes_at`,
      [lotId],
    );
    if (row === undefined) throw new Error(`the tender of lot ${lotId} was not claimed`);
    return row.closesAt;
  }

  /**
   * The next attempt of a pool's terms, where none of its lots is opened and their key is as old as the bids that
   * nobody could open; undefined where the terms stand.
   */
  async nextTermsAttempt(tx: Tx, poolId: string, closedAt: Date): Promise<number | undefined> {
    const row = await tx.first<{ attempt: number }>(
      `SELECT attempt + 1 AS attempt FROM sealing_key WHERE pool_id = $1 AND lot_id IS NULL AND made_at < $2
         AND attempt = (SELECT max(attempt) FROM sealing_key WHERE pool_id = $1 AND lot_id IS NULL)
         AND NOT EXISTS (SELECT FROM tender JOIN lot ON lot.id = tender.lot_id
           WHERE lot.pool_id = $1 AND tender.opened_at IS NOT NULL)`,
      [poolId, closedAt],
    );
    return row?.attempt;
  }

  /** Brings a tender's deadline forward to now; it takes no bid from then on. False when it had passed. */
  async endNow(tx: Tx, lotId: string): Promise<boolean> {
    const count = await tx.change(
      `UPDATE tender SET closes_at = clock_timestamp()
       WHERE lot_id = $1 AND opened_at IS NULL AND closes_at > clock_timestamp()`,
      [lotId],
    );
    return count === 1;
  }

  /** Who has bid in the attempt that is under way: to be told in confidence. */
  async biddersOf(tx: Tx, lotId: string): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT supplier_id AS id FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
       JOIN tender ON tender.lot_id = sealing_key.lot_id AND tender.attempt = sealing_key.attempt
       WHERE tender.lot_id = $1
       UNION SELECT supplier_id FROM bid WHERE lot_id = $1 ORDER BY id`,
      [lotId],
    );
    return rows.map(({ id }) => id);
  }
}
