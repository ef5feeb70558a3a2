import { Inject, Injectable } from '@nestjs/common';
import { declareRule } from '../../../core/party/decision/declare-rule.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';
import type { DecisionView } from './decision.dto.js';
import { DecisionReader } from './decision.reader.js';
import type { HouseRuleRequest } from './house-rule.dto.js';
import { proposeDecision } from './propose-decision.js';

/** Proposes a house rule, with the members' decision behind it; a second person of the organiser confirms it. */
@Injectable()
export class DeclareRule {
  constructor(
    private readonly db: Db,
    private readonly decisions: DecisionReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  run(personId: string, organiserId: string, rule: HouseRuleRequest): Promise<DecisionView> {
    return this.db.transaction(async (tx) => {
      const day = await tx.first<{ today: string }>(
        'SELECT (clock_timestamp() AT TIME ZONE time_zone)::date AS today FROM party WHERE id = $1',
        [organiserId],
      );
      if (day === undefined) throw refuseParty('PARTY_NOT_FOUND');
      declareRule(rule, day.today);
      const id = newId();
      const decisionId = await proposeDecision(tx, personId, {
        ...{
          kind: 'organiser-rules',
          partyId: organiserId,
          subjectId: id,
          hours: this.config.DECISION_HOURS,
        },
        terms: { topic: rule.topic },
      });
      await tx.change(
        `INSERT INTO house_rule (id, organiser_id, decision_id, topic, text_id, value, decided_on, effective_from, minutes_ref)
         VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
        [
          ...[id, organiserId, decisionId, rule.topic, rule.textId, rule.value ?? null],
          ...[rule.decidedOn, rule.effectiveFrom, rule.minutesRef ?? null],
        ],
      );
      return this.decisions.one(tx, personId, decisionId);
    });
  }
}
