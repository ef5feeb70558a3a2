import { Injectable } from '@nestjs/common';
import { refuseCatalog } from '../../core/catalog/refusals.js';
import type { Sql } from '../../platform/db/sql.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import type {
  CodesQuery,
  CommoditiesQuery,
  CommodityDetailView,
  CommodityPage,
  CommodityView,
  PackView,
  UnitPage,
  UnitView,
} from './catalog.dto.js';
import { PriceReferenceReader } from './price-reference.reader.js';

type CommodityRow = Omit<CommodityDetailView, 'packs' | 'priceReferences'>;

const COLUMNS = `code, name_id, name_en, base_unit, hs6, cpc21, class, ppn, price_ref, storage, is_biddable, note`;

@Injectable()
export class CommodityReader {
  constructor(private readonly prices: PriceReferenceReader) {}

  async list(sql: Sql, query: CommoditiesQuery): Promise<CommodityPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<CommodityView>(
      `SELECT ${COLUMNS} FROM commodity
       WHERE ($1::text IS NULL OR strpos(lower(code || ' ' || name_id || ' ' || name_en), lower($1)) > 0)
         AND ($2::text IS NULL OR code > $2)
       ORDER BY code LIMIT $3`,
      [query.q ?? null, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ code }) => code);
  }

  async detail(sql: Sql, code: string): Promise<CommodityDetailView> {
    const commodity = await sql.first<CommodityRow>(`SELECT ${COLUMNS} FROM commodity WHERE code = $1`, [
      code,
    ]);
    if (commodity === undefined) throw refuseCatalog('COMMODITY_NOT_FOUND');
    const packs = await sql.rows<PackView>(
      `SELECT code, unit_code, size_milli, name_id, name_en FROM pack
       WHERE commodity_code = $1 ORDER BY size_milli DESC, code`,
      [code],
    );
    const { priceRef } = commodity;
    const priceReferences = priceRef === null ? [] : await this.prices.validToday(sql, priceRef);
    return { ...commodity, packs, priceReferences };
  }

  async units(sql: Sql, query: CodesQuery): Promise<UnitPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<UnitView>(
      `SELECT code, name_en, name_id, dimension, factor_to_base, note FROM unit
       WHERE $1::text IS NULL OR code > $1 ORDER BY code LIMIT $2`,
      [query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ code }) => code);
  }
}
