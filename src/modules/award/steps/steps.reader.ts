import { Injectable } from '@nestjs/common';
import type { ContractAnswer } from '../../../core/award/steps/course.js';
import { humanSteps } from '../../../core/award/steps/human-steps.js';
import { oversees, partiesOf, type Principal } from '../../../platform/auth/principal.js';
import type { Sql } from '../../../platform/db/sql.js';
import { pageLimit } from '../../../platform/http/page.js';
import type { StepsQuery } from './steps.dto.js';

export interface StepRow {
  readonly lotId: string;
  readonly poolId: string;
  readonly poolTitle: string;
  readonly itemNameId: string;
  readonly itemNameEn: string;
  readonly attempt: number | null;
  readonly step: keyof typeof humanSteps;
  readonly beganAt: Date | null;
  readonly dueAt: Date;
  readonly defaultAt: Date;
  readonly holderId: string | null;
  readonly holderName: string | null;
  readonly deputyId: string | null;
  readonly deputyName: string | null;
  readonly deputyCalledAt: Date | null;
  readonly endedAt: Date | null;
  readonly endedBy: string | null;
  readonly outcome: string | null;
}

export interface ObjectionRow {
  readonly objectionId: string;
  readonly attempt: number;
  readonly partyId: string;
  readonly partyName: string;
  readonly bidId: string | null;
  readonly reason: string;
  readonly madeAt: Date;
  readonly answer: 'upheld' | 'rejected' | null;
  readonly answerReason: string | null;
  readonly answeredAt: Date | null;
}

export interface ContractRow {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly attempt: number;
  readonly isCurrent: boolean;
  readonly packs: number;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
  readonly dueAt: Date | null;
  readonly answer: ContractAnswer | null;
  readonly reason: string | null;
  readonly answeredAt: Date | null;
}

/** Every step of a lot: its opening, which the worker takes, and people's. */
const STEPS = `
  SELECT lot.id AS lot_id, pool.id AS pool_id, title AS pool_title, name_id AS item_name_id, name_en AS item_name_en,
    attempt, taken.step, began_at, due_at, default_at, holder_id, holder.name AS holder_name, deputy_id,
    deputy.name AS deputy_name, deputy_called_at, ended_at, ended_by, outcome
  FROM (
    SELECT lot_id, NULL::int AS attempt, 'opening' AS step, NULL::timestamptz AS began_at, closes_at AS due_at,
      closes_at AS default_at, NULL::timestamptz AS deputy_called_at, opened_at AS ended_at, NULL::uuid AS ended_by,
      CASE WHEN opened_at IS NOT NULL THEN 'opened' END AS outcome
    FROM tender
    UNION ALL
    SELECT award_step.lot_id, attempt, step, began_at, due_at, default_at, deputy_called_at, ended_at, ended_by, outcome
    FROM award_step JOIN award ON award.id = award_id
  ) AS taken
  JOIN lot ON lot.id = taken.lot_id
  JOIN pool ON pool.id = lot.pool_id
  JOIN pool_item ON pool_item.id = lot.item_id
  JOIN commodity ON commodity.code = commodity_code
  LEFT JOIN pool_step ON pool_step.pool_id = pool.id AND pool_step.step = taken.step
  LEFT JOIN person AS holder ON holder.id = holder_id
  LEFT JOIN person AS deputy ON deputy.id = deputy_id
  WHERE (organiser_id = ANY ($1) OR $2)`;

/** Answers about steps, objections and contracts. */
@Injectable()
export class StepsReader {
  /** A page of the steps that wait, of lots of the caller's pools, or of all for who oversees; by lot. */
  openPage(sql: Sql, caller: Principal, query: StepsQuery): Promise<StepRow[]> {
    return sql.rows(
      `${STEPS} AND ended_at IS NULL AND ($3::timestamptz IS NULL OR due_at <= $3) AND ($4::uuid IS NULL OR lot.id > $4)
       ORDER BY lot.id LIMIT $5`,
      [
        partiesOf(caller, 'organiser'),
        oversees(caller),
        query.due ?? null,
        query.cursor ?? null,
        pageLimit(query) + 1,
      ],
    );
  }

  /** Every step of a lot, taken or open; none of a lot that is not the caller's to watch. */
  stepsOfLot(sql: Sql, caller: Principal, lotId: string): Promise<StepRow[]> {
    return sql.rows(`${STEPS} AND lot.id = $3 ORDER BY began_at NULLS FIRST, due_at`, [
      partiesOf(caller, 'organiser'),
      oversees(caller),
      lotId,
    ]);
  }

  /** Objections to a lot's award, of every attempt. */
  objectionsOf(sql: Sql, lotId: string): Promise<ObjectionRow[]> {
    return sql.rows(
      `SELECT objection.id AS objection_id, attempt, party_id, party.name AS party_name, bid_id, objection.reason,
         made_at, answer, objection_answer.reason AS answer_reason, answered_at
       FROM objection JOIN award ON award.id = award_id JOIN party ON party.id = party_id
       LEFT JOIN objection_answer ON objection_id = objection.id
       WHERE lot_id = $1 ORDER BY made_at, objection.id`,
      [lotId],
    );
  }

  /** Contracts of a lot since its approval: of these suppliers, or of all when `supplierIds` is null. */
  contractsOf(sql: Sql, lotId: string, supplierIds: readonly string[] | null): Promise<ContractRow[]> {
    return sql.rows(
      `SELECT award_line.supplier_id, party.name AS supplier_name, attempt, award.state <> 'replaced' AS is_current, packs,
         price_rp_per_unit, amount_rp, due_at, answer, reason, answered_at
       FROM award JOIN award_line ON award_line.award_id = award.id JOIN party ON party.id = award_line.supplier_id
       LEFT JOIN award_step ON award_step.award_id = award.id AND step = 'contract'
       LEFT JOIN contract_answer AS said ON said.award_id = award.id AND said.supplier_id = award_line.supplier_id
       WHERE award.lot_id = $1 AND approved_at IS NOT NULL AND ($2::uuid[] IS NULL OR award_line.supplier_id = ANY ($2))
       ORDER BY attempt, award_line.supplier_id`,
      [lotId, supplierIds],
    );
  }
}
