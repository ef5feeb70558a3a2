import { Injectable } from '@nestjs/common';
import { FULL_GRADE_BPS } from '../../core/pool/declare-grades.js';
import type { PricedLine, ReceivedLine } from '../../core/settlement/bill-drop.js';
import type { LotToClose, SettledPart } from '../../core/settlement/close-lot.js';
import type { AllocatedPart, LotToPrice } from '../../core/settlement/price-lines.js';
import { sliceAmount } from '../../core/settlement/slice-amount.js';
import type { ContractMode } from '../../core/pool/contract-mode.js';
import type { PoolSide } from '../../core/pool/side.js';
import type { Sql } from '../../platform/db/sql.js';
import { AwardCostReader, AwardShareReader } from '../award/index.js';
import { PricingReader, WORST, ZONE } from '../pool/index.js';
import { consignedLines } from './consignment/consigned-lines.js';

/** A drop's lines, each with what was fixed when its lot was shared out, and what was told of it on consignment. A line without a price is kept, and refuses to be billed. */
const PRICED = `
  FROM drop_line
  JOIN lot ON lot.id = drop_line.lot_id
  JOIN pool_item ON pool_item.id = lot.item_id
  LEFT JOIN line_price ON line_price.line_id = drop_line.line_id AND line_price.supplier_id = drop_line.supplier_id
  LEFT JOIN (${consignedLines('line.drop_id = $1')}) AS consigned ON consigned.line_id = drop_line.line_id
  WHERE drop_line.drop_id = $1 ORDER BY drop_line.line_id`;
/** Of a line that is picked up in several visits: what its earlier drops carry. */
const BEFORE = `(SELECT coalesce(sum(earlier.shipped_packs), 0)::int FROM drop_line AS earlier
    WHERE earlier.line_id = drop_line.line_id AND earlier.supplier_id = drop_line.supplier_id
      AND earlier.drop_id < drop_line.drop_id) AS before_packs`;
/** Accepted packs x the basis points of their grade. */
const WORTH = `(SELECT worth_bps FROM line_worth WHERE line_worth.drop_id = drop_line.drop_id
      AND line_worth.line_id = drop_line.line_id)`;
/** Of them those below full grade. */
const LOWER = `(SELECT lower_grade_packs FROM line_worth WHERE line_worth.drop_id = drop_line.drop_id
      AND line_worth.line_id = drop_line.line_id)::int`;
const PRICE = `drop_line.line_id, drop_line.lot_id, pack_size_milli, line_price.packs, charge_rp, bill_rp,
  line_price.freight_rp, line_price.fixed_rp, line_price.fee_rp, price_rp_per_unit, payment_days, is_consigned,
  coalesce(sold_packs, 0) AS sold_packs, ${BEFORE}, shipped_packs`;

interface LotPlace {
  readonly poolId: string;
  readonly organiserId: string;
  readonly packSizeMilli: number;
  readonly side: PoolSide;
  readonly contractMode: ContractMode;
}

type ClosingRow = Omit<SettledPart, 'billedRp'> & {
  readonly packs: number;
  readonly billRp: number;
  readonly beforePacks: number;
  readonly chargeRp: number;
  readonly worthBps: number;
};

/** Answers what packs come to. */
@Injectable()
export class PriceReader {
  constructor(
    private readonly costs: AwardCostReader,
    private readonly pricings: PricingReader,
    private readonly shares: AwardShareReader,
  ) {}

  /** What left on a drop. */
  shippedOf(sql: Sql, dropId: string): Promise<PricedLine[]> {
    return sql.rows(`SELECT ${PRICE} ${PRICED}`, [dropId]);
  }

  /** What became of it; asked of received drops only. */
  receivedOf(sql: Sql, dropId: string): Promise<ReceivedLine[]> {
    return sql.rows(
      `SELECT ${PRICE}, accepted_packs, quarantined_packs, damaged_packs, missing_packs, ${WORTH} AS worth_bps,
         ${LOWER} AS lower_grade_packs ${PRICED}`,
      [dropId],
    );
  }

  /** Everything a lot's prices follow from: its award, its shares, and what its pool declared. */
  async lotToPrice(sql: Sql, lotId: string): Promise<LotToPrice> {
    const { poolId, packSizeMilli, side } = await this.placeOf(sql, lotId);
    const parts = await sql.rows<AllocatedPart>(
      `SELECT line_id, supplier_id, ${ZONE} AS zone_id, packs, ${WORST} AS max_landed_rp
       FROM allocation
       JOIN commitment_line ON commitment_line.id = line_id
       JOIN pool ON pool.id = pool_id
       JOIN party ON party.id = koperasi_id
       LEFT JOIN region ON region.code = party.region_code
       WHERE lot_id = $1 ORDER BY line_id, supplier_id`,
      [lotId],
    );
    const pricing = await this.pricings.pricingOf(sql, poolId);
    const shares = await this.shares.approvedShares(sql, lotId);
    const landedRp = new Map(shares.map((share) => [share.lineId, share.amountRp]));
    const clearingRpPerUnit = side === 'sell' ? await this.costs.clearingOf(sql, lotId) : null;
    const costs = await this.costs.costsOf(sql, lotId);
    return { side, clearingRpPerUnit, poolId, packSizeMilli, pricing, parts, landedRp, ...costs };
  }

  /** What became of a lot whose every drop is invoiced; and whose pool it is. */
  async lotToClose(sql: Sql, lotId: string): Promise<LotToClose & LotPlace> {
    const { poolId, organiserId, packSizeMilli, side, contractMode } = await this.placeOf(sql, lotId);
    const rows = await sql.rows<ClosingRow>(
      `SELECT drop_line.line_id, drop_line.supplier_id, zone_code AS zone_id, ${WORST} AS max_landed_rp, line_price.packs, charge_rp, bill_rp,
         ${BEFORE}, ${WORTH} AS worth_bps, drop_line.accepted_packs, invoice_line.amount_rp AS invoiced_rp
       FROM drop_line
       JOIN line_price ON line_price.line_id = drop_line.line_id AND line_price.supplier_id = drop_line.supplier_id
       JOIN commitment_line ON commitment_line.id = drop_line.line_id
       JOIN invoice ON invoice.drop_id = drop_line.drop_id
       JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
       JOIN share ON share.line_id = drop_line.line_id
       WHERE drop_line.lot_id = $1 ORDER BY draw, drop_line.line_id, drop_line.supplier_id`,
      [lotId],
    );
    const fixed = await sql.rows<LotToClose['fixed'][number]>(
      'SELECT supplier_id, fixed_rp AS amount_rp FROM supplier_bill WHERE lot_id = $1 AND fixed_rp > 0 ORDER BY supplier_id',
      [lotId],
    );
    const parts = rows.map(({ packs, chargeRp, billRp, beforePacks, worthBps, ...part }) => {
      const before = beforePacks * FULL_GRADE_BPS;
      return {
        ...part,
        billedRp: sliceAmount(billRp, packs * FULL_GRADE_BPS, before, before + worthBps),
        sold: { packs, chargeRp, worthBps },
      };
    });
    return {
      side,
      poolId,
      organiserId,
      contractMode,
      packSizeMilli,
      pricing: await this.pricings.pricingOf(sql, poolId),
      parts,
      fixed,
    };
  }

  /** Fixed charges of a drop's supplier in its lots that no bill has named yet. */
  fixedDue(sql: Sql, dropId: string): Promise<{ readonly lotId: string; readonly amountRp: number }[]> {
    return sql.rows(
      `SELECT lot_id, amount_rp FROM lot_fixed_charge JOIN delivery_drop USING (supplier_id)
       WHERE delivery_drop.id = $1 AND lot_id IN (SELECT lot_id FROM drop_line WHERE drop_id = $1)
         AND NOT EXISTS (
           SELECT FROM supplier_bill AS bill
           WHERE bill.lot_id = lot_fixed_charge.lot_id AND bill.supplier_id = lot_fixed_charge.supplier_id AND fixed_rp > 0)`,
      [dropId],
    );
  }

  private async placeOf(sql: Sql, lotId: string): Promise<LotPlace> {
    const place = await sql.first<LotPlace>(
      `SELECT lot.pool_id, organiser_id, pack_size_milli, side, contract_mode
       FROM lot JOIN pool ON pool.id = pool_id JOIN pool_item ON pool_item.id = item_id WHERE lot.id = $1`,
      [lotId],
    );
    if (place === undefined) throw new Error(`there is no lot ${lotId}`);
    return place;
  }
}
