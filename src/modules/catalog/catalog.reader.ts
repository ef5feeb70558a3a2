import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';

/** A pack with what a pool must know of its commodity. */
export interface PackFacts {
  readonly packCode: string;
  readonly sizeMilli: number;
  readonly unitCode: string;
  readonly nameId: string;
  readonly nameEn: string;
  readonly commodityCode: string;
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
  readonly baseUnit: string;
  readonly priceRef: string | null;
  readonly ppn: string;
  readonly storage: string;
  readonly isBiddable: boolean;
}

export interface CommodityFacts {
  readonly code: string;
  readonly nameId: string;
  readonly nameEn: string;
  readonly baseUnit: string;
  readonly storage: string;
  readonly isBiddable: boolean;
}

/** A public ceiling per base unit, with where it is written. */
export interface Ceiling {
  readonly code: string;
  readonly zone: string;
  readonly maxRp: number;
  readonly unitCode: string;
  readonly validFrom: string;
  readonly source: string;
}

/** What a producer is to get at least per base unit, with where it is written. */
export interface Floor extends Omit<Ceiling, 'maxRp'> {
  readonly minRp: number;
}

/** Of each reference and level the price that began last on or before a day; a price that is no range is its own least. */
const VALID = `SELECT DISTINCT ON (code) code, zone, max_rp, coalesce(min_rp, max_rp) AS min_rp, unit_code, valid_from, source
  FROM price_reference
  WHERE code = ANY ($1::text[]) AND level = $4 AND zone IN ($2, 'nasional') AND valid_from <= $3
  ORDER BY code, valid_from DESC, zone = 'nasional'`;

/** What later stages ask of the catalog. */
@Injectable()
export class CatalogReader {
  /** In the order of their codes; unknown codes are left out. */
  packWithCommodity(sql: Sql, packCodes: readonly string[]): Promise<PackFacts[]> {
    return sql.rows(
      `SELECT pack.code AS pack_code, pack.size_milli, pack.unit_code, pack.name_id, pack.name_en, pack.commodity_code,
         commodity.name_id AS commodity_name_id, commodity.name_en AS commodity_name_en, commodity.base_unit,
         commodity.price_ref, commodity.ppn, commodity.storage, commodity.is_biddable
       FROM pack JOIN commodity ON commodity.code = pack.commodity_code
       WHERE pack.code = ANY ($1::text[]) ORDER BY pack.code`,
      [packCodes],
    );
  }

  /** In the order of their codes; unknown codes are left out. */
  commoditiesByCodes(sql: Sql, codes: readonly string[]): Promise<CommodityFacts[]> {
    return sql.rows(
      `SELECT code, name_id, name_en, base_unit, storage, is_biddable
       FROM commodity WHERE code = ANY ($1::text[]) ORDER BY code`,
      [codes],
    );
  }

  /**
   * What a consumer may be charged at most on a day, by price reference: the price that began last, a zone's
   * own before the national one of the same day. Those without any are left out.
   */
  async ceilingsFor(
    sql: Sql,
    priceRefs: readonly string[],
    zone: string,
    onDate: string,
  ): Promise<Map<string, Ceiling>> {
    const rows = await sql.rows<Ceiling>(VALID, [priceRefs, zone, onDate, 'konsumen']);
    return new Map(rows.map((row) => [row.code, row]));
  }

  /** The mirror: what a producer is to get at least. */
  async floorsFor(
    sql: Sql,
    priceRefs: readonly string[],
    zone: string,
    onDate: string,
  ): Promise<Map<string, Floor>> {
    const rows = await sql.rows<Floor>(VALID, [priceRefs, zone, onDate, 'produsen']);
    return new Map(rows.map((row) => [row.code, row]));
  }
}
