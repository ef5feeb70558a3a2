import { Injectable } from '@nestjs/common';
import type { PartyState } from '../../core/party/judge-standing.js';
import type { PartyKind } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';

/** What later stages need to know of a party. */
export interface PartyFacts {
  readonly id: string;
  readonly kind: PartyKind;
  readonly code: string;
  readonly name: string;
  readonly state: PartyState;
  readonly regionCode: string | null;
  /** Kecamatan, the default zone of a lot; null for a party of a whole city. */
  readonly districtCode: string | null;
  readonly cityCode: string | null;
  readonly latitude: number | null;
  readonly longitude: number | null;
  readonly timeZone: string;
  readonly storageKg: number | null;
  readonly capabilities: string[];
  /** Of a kitchen: the koperasi that orders for it. */
  readonly partnerKoperasiId: string | null;
  readonly isDemo: boolean;
  readonly version: number;
}

@Injectable()
export class PartyReader {
  /** In the order of their ids; unknown ids are left out. */
  partiesByIds(sql: Sql, ids: readonly string[]): Promise<PartyFacts[]> {
    return sql.rows(
      `SELECT id, kind, code, name, state, region_code,
         substring(region_code FROM '^\\d\\d\\.\\d\\d\\.\\d\\d') AS district_code, left(region_code, 5) AS city_code,
         latitude, longitude, time_zone, storage_kg, capabilities, partner_koperasi_id, is_demo, version
       FROM party WHERE id = ANY ($1::uuid[]) ORDER BY id`,
      [ids],
    );
  }
}
