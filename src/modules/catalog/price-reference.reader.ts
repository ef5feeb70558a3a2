import { Injectable } from '@nestjs/common';
import type { StatedUnit } from '../../core/catalog/state-price-reference.js';
import type { Sql } from '../../platform/db/sql.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import type { PriceReferencePage, PriceReferencesQuery, PriceReferenceView } from './price-reference.dto.js';

/** The day it is where the office that sets the prices sits, by the database's clock. */
const TODAY = `(clock_timestamp() AT TIME ZONE 'Asia/Jakarta')::date`;

/** Of each code, level and zone the price that began last on or before the day $1. */
const VALID = `SELECT DISTINCT ON (code, level, zone)
    id, code, commodity, kind, level, zone, min_rp, max_rp, unit_code, valid_from, source, source_en
  FROM price_reference
  WHERE valid_from <= coalesce($1::date, ${TODAY}) AND ($2::text IS NULL OR code = $2)
  ORDER BY code, level, zone, valid_from DESC`;

@Injectable()
export class PriceReferenceReader {
  async list(sql: Sql, query: PriceReferencesQuery): Promise<PriceReferencePage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<PriceReferenceView>(
      `SELECT * FROM (${VALID}) AS valid
       WHERE ($3::text IS NULL OR zone IN ($3, 'nasional'))
         AND ($4::uuid IS NULL OR (code, level, zone) > (SELECT code, level, zone FROM price_reference WHERE id = $4))
       ORDER BY code, level, zone LIMIT $5`,
      [query.on ?? null, query.code ?? null, query.zone ?? null, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  validToday(sql: Sql, code: string): Promise<PriceReferenceView[]> {
    return sql.rows(VALID, [null, code]);
  }

  unitByCode(sql: Sql, code: string): Promise<StatedUnit | undefined> {
    return sql.first('SELECT code, dimension, factor_to_base FROM unit WHERE code = $1', [code]);
  }
}
