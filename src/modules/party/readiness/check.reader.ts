import { Injectable } from '@nestjs/common';
import { missingKinds } from '../../../core/party/qualification/document-kinds.js';
import type { Sql } from '../../../platform/db/sql.js';
import { HOLDS_TODAY } from '../qualification/civil-day.js';
import type { PartyCheckView } from './readiness.dto.js';

const MOST = 200;
/** It had people, and nobody of them who may sign in is its chair. */
const LOST_CHAIR = `(EXISTS (SELECT FROM membership WHERE membership.party_id = party.id) AND NOT EXISTS (
  SELECT FROM membership JOIN person ON person.id = person_id
  WHERE membership.party_id = party.id AND role = 'chair' AND disabled_at IS NULL))`;

type CheckRow = Omit<PartyCheckView, 'isComplete'> & { readonly acceptedKinds: readonly string[] };

/** Answers whose documents wait for a judge: counts and names, nothing of what they show. */
@Injectable()
export class CheckReader {
  /**
   * Candidates, whoever has a document that waits, and who has lost their chair: of the organiser's region those it judges, for the
   * administrator all. `sql` looks across the walls.
   */
  async checksOf(sql: Sql, judgeId: string): Promise<PartyCheckView[]> {
    const rows = await sql.rows<CheckRow>(
      `SELECT party.id AS party_id, party.kind, party.name, party.state,
         CASE region.level WHEN 'village' THEN above.name WHEN 'district' THEN region.name END AS district,
         coalesce(waiting.count, 0)::int AS waiting_count, waiting.since AS waiting_since,
         ARRAY(SELECT DISTINCT party_document.kind FROM party_document
           WHERE party_id = party.id AND ${HOLDS_TODAY}) AS accepted_kinds,
         ${LOST_CHAIR} AS is_without_chair
       FROM party AS judge
       JOIN party ON judge.kind = 'administrator' OR (judge.state = 'active'
         AND party.kind IN ('koperasi', 'supplier', 'carrier', 'kitchen')
         AND (party.region_code = judge.region_code OR starts_with(party.region_code, judge.region_code || '.')))
       LEFT JOIN region ON region.code = party.region_code
       LEFT JOIN region AS above ON above.code = region.parent_code
       LEFT JOIN LATERAL (SELECT count(*), min(uploaded_at) AS since FROM party_document
         WHERE party_id = party.id AND party_document.state = 'waiting' HAVING count(*) > 0) AS waiting ON true
       WHERE judge.id = $1 AND judge.kind IN ('organiser', 'administrator')
         AND (party.state = 'candidate' OR waiting.count > 0 OR ${LOST_CHAIR})
       ORDER BY waiting.since NULLS LAST, party.name, party.id LIMIT ${MOST}`,
      [judgeId],
    );
    return rows.map(({ acceptedKinds, ...row }) => ({
      ...row,
      isComplete: row.state === 'candidate' && missingKinds(acceptedKinds).length === 0,
    }));
  }
}
