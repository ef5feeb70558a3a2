import { Injectable } from '@nestjs/common';
import { leftPacks } from '../../../core/settlement/consign.js';
import type { Sql } from '../../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../../platform/http/page.js';
import type {
  ConsignedLineView,
  ConsignedReturnView,
  ConsignmentPage,
  ConsignmentView,
} from './consignment.dto.js';
import { consignedLines } from './consigned-lines.js';

type Row = Omit<ConsignmentView, 'lines' | 'returns'>;

/** Answers what is on consignment: with its buyer, its seller and its supplier. */
@Injectable()
export class ConsignmentReader {
  /** What is or was on consignment with the party or of its goods, the newest first. */
  async page(sql: Sql, partyId: string, query: PageQuery): Promise<ConsignmentPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<Row>(
      `SELECT consignment.drop_id, pool.title AS pool_title, seller_id, seller.name AS seller_name, consignment.supplier_id,
         supplier.name AS supplier_name, buyer_id, buyer.name AS buyer_name, ends_at, ended_at,
         coalesce((SELECT sum(amount_rp) FROM payment_request WHERE payment_request.drop_id = consignment.drop_id), 0)::bigint
           AS asked_rp
       FROM consignment JOIN delivery_drop ON delivery_drop.id = consignment.drop_id JOIN pool ON pool.id = pool_id
       JOIN party AS seller ON seller.id = seller_id JOIN party AS buyer ON buyer.id = buyer_id
       JOIN party AS supplier ON supplier.id = consignment.supplier_id
       WHERE $1 IN (seller_id, buyer_id, consignment.supplier_id) AND ($2::uuid IS NULL OR consignment.drop_id < $2)
       ORDER BY consignment.drop_id DESC LIMIT $3`,
      [partyId, query.cursor ?? null, limit + 1],
    );
    const { data, nextCursor } = pageOf(rows, limit, ({ dropId }) => dropId);
    const ids = data.map(({ dropId }) => dropId);
    const [lines, returns] = [await this.linesOf(sql, ids), await this.returnsOf(sql, ids)];
    const of = <Part extends { readonly dropId: string }>(parts: readonly Part[], dropId: string) =>
      parts.filter((part) => part.dropId === dropId).map(({ dropId: _, ...part }) => part);
    return {
      data: data.map((row) => ({
        ...row,
        lines: of(lines, row.dropId),
        returns: of(returns, row.dropId),
      })),
      nextCursor,
    };
  }

  private async linesOf(
    sql: Sql,
    dropIds: readonly string[],
  ): Promise<(ConsignedLineView & { readonly dropId: string })[]> {
    const lines = await sql.rows<Omit<ConsignedLineView, 'leftPacks'> & { readonly dropId: string }>(
      `SELECT told.*, commodity.name_id AS goods_id, commodity.name_en AS goods_en, pack_code
       FROM (${consignedLines('line.drop_id = ANY ($1)')}) AS told JOIN drop_line USING (drop_id, line_id)
       JOIN lot ON lot.id = lot_id JOIN pool_item ON pool_item.id = item_id JOIN commodity ON commodity.code = commodity_code
       ORDER BY drop_id, line_id`,
      [dropIds],
    );
    return lines.map((line) => ({ ...line, leftPacks: leftPacks(line) }));
  }

  private returnsOf(
    sql: Sql,
    dropIds: readonly string[],
  ): Promise<(ConsignedReturnView & { readonly dropId: string })[]> {
    return sql.rows(
      `SELECT id, drop_id, state, told_at, sum(packs)::int AS packs
       FROM consignment_move JOIN consignment_move_line ON move_id = id
       WHERE drop_id = ANY ($1) AND kind = 'returned' GROUP BY id ORDER BY id DESC`,
      [dropIds],
    );
  }
}
