import { Injectable } from '@nestjs/common';
import {
  rateOn,
  taxLine,
  type CommodityTax,
  type LineTax,
  type TaxRate,
} from '../../core/settlement/tax-line.js';
import type { Sql } from '../../platform/db/sql.js';
import { LegalFactReader } from '../party/index.js';

/** A paper of a drop: who issues it, and when. */
export interface TaxedPaper {
  readonly dropId: string;
  readonly issuerId: string;
  readonly at: Date;
}

/** Answers what of a drop's invoice is tax. */
@Injectable()
export class TaxReader {
  constructor(private readonly legalFacts: LegalFactReader) {}

  /** The tax contained in each line's amount, on the organiser's day. */
  async taxesOf(
    sql: Sql,
    paper: TaxedPaper,
    lines: readonly { readonly lineId: string; readonly amountRp: number }[],
  ): Promise<LineTax[]> {
    const goods = await sql.rows<{ id: string; ppn: CommodityTax }>(
      `SELECT line_id AS id, ppn FROM drop_line JOIN lot ON lot.id = lot_id JOIN pool_item ON pool_item.id = item_id
       JOIN commodity ON commodity.code = commodity_code WHERE drop_id = $1`,
      [paper.dropId],
    );
    const amounts = lines.map(({ lineId: id, amountRp }) => ({ id, amountRp }));
    return this.taxOf(sql, paper, amounts, goods);
  }

  /** The same of what a drop has of lots. */
  async taxesOfLots(
    sql: Sql,
    paper: TaxedPaper,
    lots: readonly { readonly lotId: string; readonly amountRp: number }[],
  ): Promise<LineTax[]> {
    const goods = await sql.rows<{ id: string; ppn: CommodityTax }>(
      `SELECT lot.id, ppn FROM lot JOIN pool_item ON pool_item.id = item_id
       JOIN commodity ON commodity.code = commodity_code WHERE lot.id = ANY ($1)`,
      [lots.map(({ lotId }) => lotId)],
    );
    const amounts = lots.map(({ lotId: id, amountRp }) => ({ id, amountRp }));
    return this.taxOf(sql, paper, amounts, goods);
  }

  private async taxOf(
    sql: Sql,
    { dropId, issuerId, at }: TaxedPaper,
    amounts: readonly { readonly id: string; readonly amountRp: number }[],
    goods: readonly { readonly id: string; readonly ppn: CommodityTax }[],
  ): Promise<LineTax[]> {
    const place = await sql.first<{ today: string }>(
      `SELECT ($2::timestamptz AT TIME ZONE time_zone)::date AS today
       FROM delivery_drop JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       WHERE delivery_drop.id = $1`,
      [dropId, at],
    );
    if (place === undefined) throw new Error(`there is no drop ${dropId}`);
    const isPkp = await this.legalFacts.holds(sql, issuerId, 'pkp', place.today);
    const rates = await sql.rows<TaxRate>(
      `SELECT valid_from, rate_bps, base_numerator, base_denominator FROM tax_rate WHERE code = 'ppn'`,
    );
    const commodityOf = new Map(goods.map(({ id, ppn }) => [id, ppn]));
    const rate = rateOn(rates, place.today);
    return amounts.map(({ id, amountRp }) =>
      taxLine(amountRp, commodityOf.get(id) ?? 'check', { isPkp }, rate),
    );
  }
}
