import { Injectable } from '@nestjs/common';
import type { ContractMode } from '../../core/pool/contract-mode.js';
import type { Distribution } from '../../core/pool/distribution.js';
import type { DraftItem } from '../../core/pool/draft-pool.js';
import type { DraftedPool } from '../../core/pool/open-pool.js';
import type { RationingRule } from '../../core/pool/rationing-rule.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { Sql, Tx } from '../../platform/db/sql.js';

/** Who ended a pool's time before it was up, and why; nulls where nobody did. */
export interface ClosingByHand {
  readonly closedBy: string | null;
  readonly closeReason: string | null;
}

export interface NewPool {
  readonly id: string;
  readonly organiserId: string;
  readonly title: string;
  readonly regionCode: string;
  /** Left out: buy. */
  readonly side?: PoolSide;
  /** Left out: direct. */
  readonly contractMode?: ContractMode;
  readonly purpose: string;
  readonly rationingRule: RationingRule;
  readonly closesAt: Date;
  readonly biddingPeriodS: number;
  readonly neededFrom: string;
  readonly neededUntil: string;
  readonly createdBy: string;
}

/** A pool with deposits waits, for as long as it declared, to hear of those that are not paid as far as is known. */
const WAITS = `deposit_rate_bps > 0 AND (
    EXISTS (SELECT FROM due WHERE due.pool_id = pool.id AND due.kind = 'deposit' AND due.state = 'open')
    OR EXISTS (SELECT FROM commitment_line AS line WHERE line.pool_id = pool.id AND line.state = 'active'
      AND requirement_line_id IS NULL AND NOT EXISTS (SELECT FROM pool_deposit
        WHERE pool_deposit.pool_id = pool.id AND pool_deposit.koperasi_id = line.koperasi_id)))`;
const CLOSES_NOW = `state = 'open' AND closes_at <= clock_timestamp()
  AND NOT (closes_at + make_interval(secs => deposit_grace_s) > clock_timestamp() AND ${WAITS})`;

/** Writes pools and their items. */
@Injectable()
export class PoolStore {
  async insert(tx: Tx, pool: NewPool): Promise<void> {
    await tx.change(
      `INSERT INTO pool (id, organiser_id, title, region_code, purpose, rationing_rule, closes_at, bidding_period_s, needed_from, needed_until, created_by, side, contract_mode)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        pool.id,
        pool.organiserId,
        pool.title,
        pool.regionCode,
        pool.purpose,
        pool.rationingRule,
        pool.closesAt,
        pool.biddingPeriodS,
        pool.neededFrom,
        pool.neededUntil,
        pool.createdBy,
        pool.side ?? 'buy',
        pool.contractMode ?? 'direct',
      ],
    );
  }

  async insertItems(
    tx: Tx,
    poolId: string,
    items: readonly (DraftItem & { readonly id: string })[],
  ): Promise<void> {
    await tx.change(
      `INSERT INTO pool_item (id, pool_id, position, commodity_code, pack_code, pack_size_milli, ceiling_rp_per_unit, ceiling_source, reference_rp_per_unit, mode)
       SELECT id, $1, position, commodity_code, pack_code, pack_size_milli, ceiling, source, reference, mode
       FROM unnest($2::uuid[], $3::int[], $4::text[], $5::text[], $6::bigint[], $7::bigint[], $8::text[], $9::bigint[], $10::text[])
         AS item (id, position, commodity_code, pack_code, pack_size_milli, ceiling, source, reference, mode)`,
      [
        poolId,
        items.map((item) => item.id),
        items.map((item) => item.position),
        items.map((item) => item.commodityCode),
        items.map((item) => item.packCode),
        items.map((item) => item.packSizeMilli),
        items.map((item) => item.ceilingRpPerUnit),
        items.map((item) => item.ceilingSource),
        items.map((item) => item.referenceRpPerUnit),
        items.map((item) => item.mode),
      ],
    );
    await this.insertDistributions(
      tx,
      items.flatMap(({ id, distribution }) =>
        distribution === null ? [] : [{ itemId: id, ...distribution }],
      ),
    );
  }

  private async insertDistributions(
    tx: Tx,
    distributions: readonly (Distribution & { readonly itemId: string })[],
  ): Promise<void> {
    if (distributions.length === 0) return;
    await tx.change(
      `INSERT INTO item_distribution (item_id, supplier_id, price_rp_per_unit, quota_per_buyer_packs, stock_packs,
         max_per_pickup_packs, pickup_place)
       SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::bigint[], $4::int[], $5::bigint[], $6::int[], $7::text[])`,
      [
        distributions.map((terms) => terms.itemId),
        distributions.map((terms) => terms.supplierId),
        distributions.map((terms) => terms.priceRpPerUnit),
        distributions.map((terms) => terms.quotaPerBuyerPacks),
        distributions.map((terms) => terms.stockPacks),
        distributions.map((terms) => terms.maxPerPickupPacks),
        distributions.map((terms) => terms.pickupPlace),
      ],
    );
  }

  /**
   * Locks the pool for a change of state: commitments under way finish first, later ones see the new state.
   * Nothing less than FOR UPDATE will do, for commitments hold the pool by KEY SHARE.
   */
  lock(tx: Tx, poolId: string): Promise<DraftedPool | undefined> {
    return tx.first(
      `SELECT pool.state, closes_at, clock_timestamp() AS now, organiser.state = 'active' AS is_organiser_active,
         discarded_at IS NOT NULL AS is_discarded
       FROM pool JOIN party AS organiser ON organiser.id = organiser_id WHERE pool.id = $1 FOR UPDATE OF pool`,
      [poolId],
    );
  }

  async itemCount(tx: Tx, poolId: string): Promise<number> {
    const row = await tx.first<{ count: number }>('SELECT count(*) FROM pool_item WHERE pool_id = $1', [
      poolId,
    ]);
    return row?.count ?? 0;
  }

  async markOpen(tx: Tx, poolId: string): Promise<void> {
    await tx.change(
      `UPDATE pool SET state = 'open', opened_at = clock_timestamp(), version = version + 1 WHERE id = $1 AND state = 'draft'`,
      [poolId],
    );
  }

  async markClosed(tx: Tx, poolId: string, closedBy: string | null, reason: string | null): Promise<void> {
    await tx.change(
      `UPDATE pool SET state = 'closed', closed_at = clock_timestamp(), closed_by = $2, close_reason = $3, version = version + 1
       WHERE id = $1 AND state = 'open'`,
      [poolId, closedBy, reason],
    );
  }

  async markCancelled(tx: Tx, poolId: string, closedBy: string | null, reason: string): Promise<void> {
    await tx.change(
      `UPDATE pool SET state = 'cancelled', closed_at = clock_timestamp(), closed_by = $2, close_reason = $3, version = version + 1
       WHERE id = $1 AND state = 'open'`,
      [poolId, closedBy, reason],
    );
  }

  /** Open pools whose time is up by the database's clock, the longest due first. Only a look: nothing is claimed. */
  async due(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ id: string }>(
      `SELECT id FROM pool WHERE ${CLOSES_NOW} ORDER BY closes_at, id LIMIT $1`,
      [limit],
    );
    return rows.map((row) => row.id);
  }

  /** Claims a pool whose time is up. Undefined when another worker has it or had it; also while a commitment holds it. */
  claimDue(tx: Tx, poolId: string): Promise<ClosingByHand | undefined> {
    return tx.first(
      `SELECT closed_by, close_reason FROM pool WHERE id = $1 AND ${CLOSES_NOW} FOR UPDATE SKIP LOCKED`,
      [poolId],
    );
  }

  /** Whether a locked pool that is closed by hand has to wait for deposits first. */
  async waitsForDeposits(tx: Tx, poolId: string): Promise<boolean> {
    const row = await tx.first<{ waits: boolean }>(
      `SELECT deposit_grace_s > 0 AND ${WAITS} AS waits FROM pool WHERE id = $1`,
      [poolId],
    );
    return row?.waits === true;
  }

  /** Ends a locked pool's time now; it closes by itself once it need not wait any more. */
  async endTime(tx: Tx, poolId: string, closedBy: string, reason: string): Promise<void> {
    await tx.change(
      `UPDATE pool SET closes_at = clock_timestamp(), closed_by = $2, close_reason = $3, version = version + 1
       WHERE id = $1 AND state = 'open'`,
      [poolId, closedBy, reason],
    );
  }

  /** True when the pool was closed and is settled now. */
  async markSettled(tx: Tx, poolId: string): Promise<boolean> {
    const touched = await tx.change(
      `UPDATE pool SET state = 'settled', version = version + 1 WHERE id = $1 AND state = 'closed'`,
      [poolId],
    );
    return touched === 1;
  }
}
