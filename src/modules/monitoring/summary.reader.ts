import { Injectable } from '@nestjs/common';
import type { BidToAward } from '../../core/award/bid-to-award.js';
import type {
  AllocationFacts,
  AwardedSupplier,
  ClosingFacts,
  LotFacts,
  PoolFacts,
} from '../../core/monitoring/pool-facts.js';
import type { Sql } from '../../platform/db/sql.js';
import { BidReader } from '../bid/index.js';
import { LotReader, type LotRow } from '../lot/index.js';
import { PriceReader } from '../settlement/index.js';
import { TotalsReader } from './totals.reader.js';

@Injectable()
export class SummaryReader {
  constructor(
    private readonly lots: LotReader,
    private readonly bids: BidReader,
    private readonly totals: TotalsReader,
    private readonly prices: PriceReader,
  ) {}

  /** Everything a pool's summary is made of. */
  async factsOf(sql: Sql, poolId: string): Promise<PoolFacts> {
    return { ...(await this.lotFactsOf(sql, poolId)), totals: await this.totals.totalsOf(sql, poolId) };
  }

  /** The lots of a pool with what was bid, awarded and shared out. */
  async lotFactsOf(sql: Sql, poolId: string): Promise<Pick<PoolFacts, 'lots' | 'allocations'>> {
    const awards = await this.awardsOf(sql, poolId);
    const closings = await this.closingsOf(sql, poolId);
    const lots: LotFacts[] = [];
    for (const lot of await this.lots.lotsOfPool(sql, poolId)) {
      const facts = await this.lotFacts(sql, lot, awards.get(lot.id) ?? []);
      lots.push({ ...facts, closing: closings.get(lot.id) ?? null });
    }
    return { lots, allocations: await this.allocationsOf(sql, poolId) };
  }

  private async lotFacts(
    sql: Sql,
    lot: LotRow,
    awards: readonly AwardedSupplier[],
  ): Promise<Omit<LotFacts, 'closing'>> {
    const { id: lotId, commodityCode, packCode, state, failedReason, quantityPacks, packSizeMilli } = lot;
    const bids = awards.length === 0 ? [] : await this.bids.openedBids(sql, lotId);
    return {
      lotId,
      commodityCode,
      packCode,
      state,
      failedReason,
      quantityPacks,
      packSizeMilli,
      referenceRpPerUnit: lot.referenceRpPerUnit,
      awards,
      toPrice: awards.length === 0 ? null : await this.prices.lotToPrice(sql, lotId),
      bids: bids.map((bid): BidToAward => ({ ...bid, submittedAt: bid.madeAt.toISOString() })),
    };
  }

  /** What the closed lots of a pool came to, by lot. */
  private async closingsOf(sql: Sql, poolId: string): Promise<Map<string, ClosingFacts>> {
    const rows = await sql.rows<ClosingFacts & { lotId: string }>(
      `SELECT lot_id, invoiced_rp, billed_rp, fees_rp, credited_rp, uncovered_rp
       FROM lot_closing JOIN lot ON lot.id = lot_id WHERE pool_id = $1`,
      [poolId],
    );
    return new Map(rows.map(({ lotId, ...closing }) => [lotId, closing]));
  }

  /** Approved awards of a pool, by lot. */
  private async awardsOf(sql: Sql, poolId: string): Promise<Map<string, AwardedSupplier[]>> {
    const rows = await sql.rows<AwardedSupplier & { lotId: string }>(
      `SELECT lot_id, supplier_id, party.name AS supplier_name, packs, price_rp_per_unit, amount_rp
       FROM award_line JOIN award ON award.id = award_id JOIN lot ON lot.id = lot_id JOIN party ON party.id = supplier_id
       WHERE pool_id = $1 AND award.state = 'approved' ORDER BY lot_id, packs DESC, supplier_id`,
      [poolId],
    );
    const awards = new Map<string, AwardedSupplier[]>();
    for (const { lotId, ...award } of rows) awards.set(lotId, [...(awards.get(lotId) ?? []), award]);
    return awards;
  }

  private allocationsOf(sql: Sql, poolId: string): Promise<AllocationFacts[]> {
    return sql.rows(
      `SELECT allocation.line_id, allocation.lot_id, commitment_line.koperasi_id, party.name AS koperasi_name, allocation.supplier_id, packs,
         (SELECT sum(invoice_line.accepted_packs)::bigint
          FROM drop_line JOIN invoice USING (drop_id)
          JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
          WHERE drop_line.line_id = allocation.line_id AND drop_line.supplier_id = allocation.supplier_id) AS invoiced_packs,
         (SELECT sum(worth_bps)::bigint
          FROM drop_line JOIN invoice USING (drop_id) JOIN line_worth USING (drop_id, line_id)
          WHERE drop_line.line_id = allocation.line_id AND drop_line.supplier_id = allocation.supplier_id) AS invoiced_bps
       FROM allocation
       JOIN commitment_line ON commitment_line.id = allocation.line_id
       JOIN party ON party.id = commitment_line.koperasi_id
       WHERE commitment_line.pool_id = $1
       ORDER BY allocation.lot_id, commitment_line.koperasi_id, allocation.line_id, allocation.supplier_id`,
      [poolId],
    );
  }
}
