import { Injectable } from '@nestjs/common';
import type { Sql } from '../../../platform/db/sql.js';
import type { HouseRuleView } from './house-rule.dto.js';

/** Answers about the rules that an organiser's members decided: public, once two people confirmed them. */
@Injectable()
export class HouseRuleReader {
  /** By topic, the newest first; what holds today is judged by the organiser's civil day. */
  rulesOf(sql: Sql, organiserId: string): Promise<HouseRuleView[]> {
    return sql.rows(
      `SELECT id, topic, text_id, value, decided_on, effective_from, minutes_ref, approved_at,
         CASE WHEN effective_from > today THEN 'coming'
           WHEN row_number() OVER (PARTITION BY topic, effective_from > today ORDER BY effective_from DESC, approved_at DESC, id DESC) = 1
           THEN 'holding' ELSE 'replaced' END AS state
       FROM (
         SELECT house_rule.*, approved_at, (clock_timestamp() AT TIME ZONE party.time_zone)::date AS today
         FROM house_rule JOIN decision ON decision.id = decision_id JOIN party ON party.id = organiser_id
         WHERE organiser_id = $1 AND decision.state = 'approved'
       ) AS rule
       ORDER BY topic, effective_from DESC, approved_at DESC, id DESC`,
      [organiserId],
    );
  }
}
