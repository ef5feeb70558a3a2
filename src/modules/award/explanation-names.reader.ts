import { Injectable } from '@nestjs/common';
import type { Explanation } from '../../core/award/explanation.js';
import type { ExplanationNames } from '../../core/award/name-explanation.js';
import type { Language } from '../../core/kernel/words.js';
import type { Sql } from '../../platform/db/sql.js';

/** Answers what people call what an explanation holds as codes and ids. */
@Injectable()
export class ExplanationNamesReader {
  /** Names only what the explanation shows: a koperasi whose id it leaves out stays without a name. */
  async namesOf(sql: Sql, of: Explanation, language: Language): Promise<ExplanationNames> {
    const pack = await sql.first<{ nameId: string; nameEn: string }>(
      `SELECT commodity.name_id || ', ' || pack.name_id AS name_id, commodity.name_en || ', ' || pack.name_en AS name_en
       FROM pack JOIN commodity ON commodity.code = commodity_code WHERE pack.code = $1`,
      [of.packCode],
    );
    const zones = await sql.rows<{ code: string; name: string }>(
      `SELECT code, name FROM region WHERE code = ANY ($1)`,
      [[...new Set(of.lines.flatMap((line) => line.zones.map(({ zoneCode }) => zoneCode)))]],
    );
    const koperasi = await sql.rows<{ id: string; name: string }>(
      `SELECT id, name FROM party WHERE id = ANY ($1)`,
      [of.koperasi.flatMap(({ koperasiId }) => koperasiId ?? [])],
    );
    return {
      pack: (language === 'id' ? pack?.nameId : pack?.nameEn) ?? of.packCode,
      zones: new Map(zones.map(({ code, name }) => [code, name])),
      koperasi: new Map(koperasi.map(({ id, name }) => [id, name])),
    };
  }
}
