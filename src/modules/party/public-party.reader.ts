import { Injectable } from '@nestjs/common';
import { refuseParty } from '../../core/party/refusals.js';
import type { Sql } from '../../platform/db/sql.js';
import { pageLimit, pageOf } from '../../platform/http/page.js';
import type { PartiesQuery, PartyPage, PartyView } from './party.dto.js';

/** Public fields only; a constant, so that both statements stay prepared. */
const PUBLIC_PARTY = `SELECT party.id, party.kind, party.code, party.name, party.state, party.region_code,
    CASE region.level WHEN 'village' THEN above.name WHEN 'district' THEN region.name END AS district,
    CASE WHEN party.latitude IS NOT NULL AND party.longitude IS NOT NULL
      THEN json_build_object('latitude', party.latitude, 'longitude', party.longitude) END AS coordinates,
    party.capabilities
  FROM party
  LEFT JOIN region ON region.code = party.region_code
  LEFT JOIN region AS above ON above.code = region.parent_code`;

/** The public's view of a party: who and where it is, never how it can be reached, judged or paid. */
@Injectable()
export class PublicPartyReader {
  async list(sql: Sql, query: PartiesQuery): Promise<PartyPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<PartyView>(
      `${PUBLIC_PARTY}
       WHERE ($1::text IS NULL OR party.kind = $1)
         AND ($2::text IS NULL OR party.region_code = $2 OR starts_with(party.region_code, $2 || '.'))
         AND ($3::text IS NULL OR strpos(lower(party.name), lower($3)) > 0 OR strpos(lower(party.code), lower($3)) > 0)
         AND ($4::uuid IS NULL OR party.code > (SELECT code FROM party WHERE id = $4))
       ORDER BY party.code LIMIT $5`,
      [query.kind ?? null, query.regionCode ?? null, query.q ?? null, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  async one(sql: Sql, partyId: string): Promise<PartyView> {
    const party = await sql.first<PartyView>(
      `${PUBLIC_PARTY}
       WHERE party.id = $1`,
      [partyId],
    );
    if (party === undefined) throw refuseParty('PARTY_NOT_FOUND');
    return party;
  }
}
