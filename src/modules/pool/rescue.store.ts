import { Injectable } from '@nestjs/common';
import type { RescueDeclaration } from '../../core/pool/declare-rescue.js';
import type { ClosingItem, ClosingPool, MissedItem } from '../../core/pool/rescue-pool.js';
import type { Tx } from '../../platform/db/sql.js';

/** A pool with a declared minimum, at its close. */
export interface DeclaredPool extends Omit<ClosingPool, 'isByHand'> {
  readonly organiserId: string;
  readonly title: string;
}

/** An item with the names it is told by. */
export interface DeclaredItem extends ClosingItem {
  readonly packCode: string;
  readonly nameId: string;
  readonly nameEn: string;
}

/** Writes what a pool declares for a missed minimum, and what came of it. */
@Injectable()
export class RescueStore {
  /** In the transaction that drafts the pool: afterwards the database takes no declaration. */
  async declare(
    tx: Tx,
    poolId: string,
    rescue: RescueDeclaration,
    items: readonly { readonly id: string; readonly packCode: string }[],
  ): Promise<void> {
    await tx.change(
      'INSERT INTO pool_rescue (pool_id, extend_by_s, otherwise, accepts_merged) VALUES ($1, $2, $3, $4)',
      [poolId, rescue.extendByS, rescue.otherwise, rescue.acceptsMerged],
    );
    const idOf = new Map(items.map(({ id, packCode }) => [packCode, id]));
    await tx.change(
      `INSERT INTO pool_item_minimum (item_id, minimum_packs)
       SELECT item_id, minimum_packs FROM unnest($1::uuid[], $2::int[]) AS declared (item_id, minimum_packs)`,
      [
        rescue.minimums.map(({ packCode }) => idOf.get(packCode)),
        rescue.minimums.map(({ minimumPacks }) => minimumPacks),
      ],
    );
  }

  /** Of a locked pool; undefined where no minimum was declared. */
  declared(tx: Tx, poolId: string): Promise<DeclaredPool | undefined> {
    return tx.first(
      `SELECT organiser_id, title, pool.closes_at, clock_timestamp() AS now, extend_by_s, otherwise,
         EXISTS (SELECT FROM pool_extension WHERE pool_extension.pool_id = pool.id) AS is_extended
       FROM pool JOIN pool_rescue ON pool_id = pool.id
       WHERE pool.id = $1 AND EXISTS (
         SELECT FROM pool_item JOIN pool_item_minimum ON item_id = pool_item.id WHERE pool_item.pool_id = pool.id)`,
      [poolId],
    );
  }

  /** What is committed per item by lines that a lot would take. */
  async items(tx: Tx, poolId: string): Promise<DeclaredItem[]> {
    // A nation's pool takes longer to count, and to move, than a request may.
    await tx.change('SET LOCAL statement_timeout = 0');
    return tx.rows(
      `SELECT pool_item.id AS item_id, pack_code, name_id, name_en, minimum_packs,
         coalesce((
           SELECT sum(quantity_packs) FROM commitment_line AS line
           JOIN party AS koperasi ON koperasi.id = koperasi_id
           JOIN party AS beneficiary ON beneficiary.id = beneficiary_id
           WHERE line.pool_id = $1 AND line.item_id = pool_item.id AND line.state = 'active'
             AND koperasi.state = 'active' AND beneficiary.state = 'active'
             AND (storage NOT IN ('chilled', 'frozen') OR 'cold-store' = ANY (koperasi.capabilities))
             AND NOT EXISTS (SELECT FROM released_line WHERE line_id = line.id)
         ), 0)::bigint AS committed_packs,
         EXISTS (SELECT FROM commitment_line AS line
           WHERE line.pool_id = $1 AND line.item_id = pool_item.id AND line.state = 'active') AS has_lines
       FROM pool_item JOIN commodity ON commodity.code = commodity_code
       LEFT JOIN pool_item_minimum ON item_id = pool_item.id
       WHERE pool_id = $1 ORDER BY position`,
      [poolId],
    );
  }

  /** Koperasi and beneficiaries with an active line, of one item or, when it is null, of the pool. */
  async partiesIn(tx: Tx, poolId: string, itemId: string | null): Promise<string[]> {
    const rows = await tx.rows<{ partyId: string }>(
      `SELECT DISTINCT party_id FROM commitment_line, unnest(ARRAY[koperasi_id, beneficiary_id]) AS party_id
       WHERE pool_id = $1 AND state = 'active' AND ($2::uuid IS NULL OR item_id = $2) ORDER BY party_id`,
      [poolId, itemId],
    );
    return rows.map(({ partyId }) => partyId);
  }

  /** Moves the closing time of a locked pool. @throws the key violation when it was extended before. */
  async extend(tx: Tx, poolId: string, closesAt: Date): Promise<void> {
    await tx.change(
      `INSERT INTO pool_extension (pool_id, was_to_close_at, closes_at)
       SELECT id, closes_at, $2 FROM pool WHERE id = $1`,
      [poolId, closesAt],
    );
    await tx.change(
      `UPDATE pool SET closes_at = $2, version = version + 1 WHERE id = $1 AND state = 'open'`,
      [poolId, closesAt],
    );
  }

  async saveOutcome(tx: Tx, outcome: 'went-on' | 'merged' | 'cancelled', missed: MissedItem): Promise<void> {
    await tx.change(
      'INSERT INTO item_rescue (item_id, outcome, committed_packs, minimum_packs) VALUES ($1, $2, $3, $4)',
      [missed.itemId, outcome, missed.committedPacks, missed.minimumPacks],
    );
  }

  /** Lets kitchens' requirements go from the lines of an item that is given up, so that another pool can carry them. */
  async freeRequirements(tx: Tx, poolId: string, itemId: string): Promise<void> {
    await tx.change(
      `UPDATE commitment_line SET requirement_line_id = NULL, version = version + 1
       WHERE pool_id = $1 AND item_id = $2 AND requirement_line_id IS NOT NULL AND state = 'active'`,
      [poolId, itemId],
    );
  }
}
