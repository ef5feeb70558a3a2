import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/db/sql.js';

export interface PartyPhone {
  readonly partyId: string;
  readonly phone: string;
}

/** Answers on which number parties want to be called. */
@Injectable()
export class PhoneReader {
  async phoneOf(sql: Sql, partyId: string): Promise<{ phone: string | null; version: number | null }> {
    const row = await sql.first<{ phone: string | null; version: number }>(
      'SELECT phone, version FROM party_phone WHERE party_id = $1',
      [partyId],
    );
    return row ?? { phone: null, version: null };
  }

  /** Of the koperasi of a region, by their ids. */
  ofRegion(sql: Sql, regionCode: string): Promise<PartyPhone[]> {
    return sql.rows(
      `SELECT party_id, phone FROM party_phone JOIN party ON party.id = party_id
       WHERE phone IS NOT NULL AND kind = 'koperasi' AND state = 'active'
         AND (region_code = $1 OR starts_with(region_code, $1 || '.'))
       ORDER BY party_id`,
      [regionCode],
    );
  }
}
