import { Injectable } from '@nestjs/common';
import { refuseDecision } from '../../../core/party/decision/refusals.js';
import type { Sql } from '../../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../../platform/http/page.js';
import type { DecisionPage, DecisionView } from './decision.dto.js';

/** `$1` is who asks. */
const DECISION = `
  SELECT id, kind, subject_id, terms ->> 'reason' AS reason, (terms ->> 'amountRp')::bigint AS amount_rp,
    (SELECT json_build_object('topic', topic, 'textId', text_id, 'value', value, 'decidedOn', decided_on,
       'effectiveFrom', effective_from, 'minutesRef', minutes_ref)
     FROM house_rule WHERE house_rule.decision_id = decision.id) AS rule,
    CASE WHEN kind IN ('new-chair', 'capabilities') THEN (SELECT name FROM party WHERE party.id = subject_id) END AS about_party,
    CASE kind WHEN 'capabilities' THEN
      json_build_object('storageKg', terms -> 'storageKg', 'hasColdStore', terms -> 'hasColdStore') END AS capabilities,
    CASE WHEN state = 'proposed' AND expires_at <= clock_timestamp() THEN 'expired' ELSE state END AS state,
    proposed_by, proposed_at, expires_at, approved_by, approved_at, refused_by, refusal_reason,
    state = 'proposed' AND expires_at > clock_timestamp() AND proposed_by <> $1 AS waits_for_you
  FROM decision`;

/** Answers about decisions of two people: for the party that takes them. */
@Injectable()
export class DecisionReader {
  async page(sql: Sql, personId: string, partyId: string, query: PageQuery): Promise<DecisionPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<DecisionView>(
      `${DECISION} WHERE party_id = $2
         AND ($3::uuid IS NULL OR (proposed_at, id) < (SELECT proposed_at, id FROM decision WHERE id = $3 AND party_id = $2))
       ORDER BY proposed_at DESC, id DESC LIMIT $4`,
      [personId, partyId, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }

  async one(sql: Sql, personId: string, decisionId: string): Promise<DecisionView> {
    const row = await sql.first<DecisionView>(`${DECISION} WHERE id = $2`, [personId, decisionId]);
    if (row === undefined) throw refuseDecision('DECISION_NOT_FOUND');
    return row;
  }
}
