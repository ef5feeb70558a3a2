import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/db/sql.js';
import type { RegionView } from './region.dto.js';

/** More than any city or kabupaten has. */
const MOST = 1000;

/** Answers about regions: public. */
@Injectable()
export class RegionReader {
  /** A region and all that lies in it. */
  within(sql: Sql, code: string): Promise<RegionView[]> {
    return sql.rows(
      `SELECT region.code, region.name, region.level,
         CASE region.level WHEN 'village' THEN above.name END AS district
       FROM region LEFT JOIN region AS above ON above.code = region.parent_code
       WHERE region.code = $1 OR starts_with(region.code, $1 || '.')
       ORDER BY region.code LIMIT ${MOST}`,
      [code],
    );
  }
}
