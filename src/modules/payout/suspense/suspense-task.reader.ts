import { Injectable } from '@nestjs/common';
import { listWays, type SuspenseSource } from '../../../core/payout/list-ways.js';
import { isAsked, listOutcomes } from '../../../core/payment/judge-outcome.js';
import type { PaymentState } from '../../../core/payment/advance-payment.js';
import { referencesIn } from '../../../core/payment/transfer-reference.js';
import type { Sql } from '../../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../../platform/http/page.js';
import type {
  PossibleDueView,
  PossibleReturnView,
  SuspenseTaskPage,
  SuspenseTaskView,
} from './suspense-task.dto.js';

type TaskRow = Omit<SuspenseTaskView, 'ways' | 'possibleDues' | 'possibleReturns'> & {
  /** How far a payment is of which word came. */
  readonly paymentState: PaymentState | null;
};

const MOST_DUES = 20;

const TASKS = `
  SELECT id, 'payment' AS source, payee_id AS holder_id, payer_id, amount_rp, reason, NULL AS text, arisen_at, firm_at,
    (SELECT decision.id FROM decision WHERE decision.id = decision_id AND decision.state = 'proposed'
       AND decision.expires_at > clock_timestamp()) AS decision_id,
    outcome, outcome_rp, version, (SELECT payment.state FROM payment WHERE payment.id = payment_id) AS payment_state
  FROM suspense_item WHERE state = 'open'
  UNION ALL
  SELECT bank_line.id, 'bank-line', bank_line.party_id, NULL, amount_rp, 'unexplained', text, imported_at, imported_at, NULL, NULL, NULL, version, NULL
  FROM bank_line JOIN bank_statement ON bank_statement.id = statement_id WHERE state = 'suspense'`;

/** Answers what money a party holds of which nobody has said what it is for: one list, wherever it came to light. */
@Injectable()
export class SuspenseTaskReader {
  async page(sql: Sql, partyId: string, query: PageQuery): Promise<SuspenseTaskPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<TaskRow>(
      `SELECT task.id, source, holder_id, holder.name AS holder_name, payer_id, payer.name AS payer_name, amount_rp, reason, text,
         arisen_at, firm_at, decision_id,
         CASE WHEN decision_id IS NOT NULL THEN outcome END AS outcome,
         CASE WHEN decision_id IS NOT NULL THEN outcome_rp END AS outcome_rp, task.version, payment_state
       FROM (${TASKS}) AS task JOIN party AS holder ON holder.id = holder_id LEFT JOIN party AS payer ON payer.id = payer_id
       WHERE $1 IN (holder_id, payer_id) AND ($2::uuid IS NULL OR task.id > $2) ORDER BY task.id LIMIT $3`,
      [partyId, query.cursor ?? null, limit + 1],
    );
    const { data, nextCursor } = pageOf(rows, limit, ({ id }) => id);
    const tasks = await this.withPayers(sql, partyId, data);
    const dues = await this.possibleDues(sql, partyId, tasks);
    const returns = await this.possibleReturns(sql, partyId, tasks);
    const now = await sql.first<{ now: Date }>('SELECT clock_timestamp() AS now');
    return {
      data: tasks.map(({ paymentState, ...task }) => {
        const possibleReturns = returns
          .filter(({ taskId }) => taskId === task.id)
          .map(({ taskId: _, ...payout }) => payout);
        const isFirm = now !== undefined && task.firmAt.getTime() <= now.now.getTime();
        const money =
          task.source === 'payment'
            ? {
                source: task.source,
                isTakenBack: task.reason === 'reversed',
                isFirm,
                ...(paymentState !== null && isAsked(task.reason)
                  ? { outcomes: listOutcomes(task.reason, paymentState) }
                  : {}),
              }
            : {
                source: task.source,
                isBooked: true,
                isIncoming: true,
                mayBeReturn: possibleReturns.length > 0,
              };
        const ways = task.holderId === partyId ? listWays(money) : [];
        const possibleDues = ways.includes('due')
          ? dues.filter(({ taskId }) => taskId === task.id).map(({ taskId: _, ...due }) => due)
          : [];
        return {
          ...task,
          ways,
          possibleDues,
          possibleReturns: ways.includes('return') ? possibleReturns : [],
        };
      }),
      nextCursor,
    };
  }

  /** Of lines, who owed what their reference names, settled or not: whose money it most likely is. */
  private async withPayers(sql: Sql, partyId: string, tasks: readonly TaskRow[]): Promise<TaskRow[]> {
    const references = tasks.flatMap(({ text }) => (text === null ? [] : referencesIn(text)));
    if (references.length === 0) return [...tasks];
    const named = await sql.rows<{ reference: string; payerId: string; payerName: string }>(
      `SELECT 'SPK' || upper(right(replace(due.id::text, '-', ''), 10)) AS reference, payer_id, party.name AS payer_name
       FROM due JOIN party ON party.id = payer_id
       WHERE payee_id = $1 AND 'SPK' || upper(right(replace(due.id::text, '-', ''), 10)) = ANY ($2)`,
      [partyId, references],
    );
    return tasks.map((task) => {
      const own = task.text === null ? [] : referencesIn(task.text);
      const found = named.find(({ reference }) => own.includes(reference));
      return found === undefined ? task : { ...task, payerId: found.payerId, payerName: found.payerName };
    });
  }

  /** Where a party's task came to light; undefined when it has none such. */
  async sourceOf(sql: Sql, partyId: string, taskId: string): Promise<SuspenseSource | undefined> {
    const row = await sql.first<{ source: SuspenseSource }>(
      `SELECT source FROM (
         SELECT id, payee_id AS party_id, 'payment' AS source FROM suspense_item
         UNION ALL SELECT id, party_id, 'bank-line' FROM bank_line
       ) AS task WHERE id = $1 AND party_id = $2`,
      [taskId, partyId],
    );
    return row?.source;
  }

  /** Of each line the payouts of just its amount that may have left and come back with it, the last first. */
  private possibleReturns(
    sql: Sql,
    partyId: string,
    tasks: readonly TaskRow[],
  ): Promise<(PossibleReturnView & { readonly taskId: string })[]> {
    const lines = tasks.filter(({ source }) => source === 'bank-line');
    return sql.rows(
      `SELECT task_id, payout.id AS payout_id, party.name AS payee_name
       FROM unnest($2::uuid[], $3::bigint[]) AS task (task_id, amount_rp)
       CROSS JOIN LATERAL (
         SELECT id, payee_id FROM payout
         WHERE payer_id = $1 AND state IN ('sent', 'paid', 'failed') AND method = 'transfer' AND payout.amount_rp = task.amount_rp
         ORDER BY id DESC LIMIT ${MOST_DUES}
       ) AS payout JOIN party ON party.id = payee_id ORDER BY task_id, payout.id DESC`,
      [partyId, lines.map(({ id }) => id), lines.map(({ amountRp }) => amountRp)],
    );
  }

  /** Of each task the open dues that take all of it, from its payer where that is known. */
  private possibleDues(
    sql: Sql,
    partyId: string,
    tasks: readonly TaskRow[],
  ): Promise<(PossibleDueView & { readonly taskId: string })[]> {
    return sql.rows(
      `SELECT task_id, due.id, due.kind, due.payer_id, party.name AS payer_name, pool.title AS pool_title, due.open_rp
       FROM unnest($2::uuid[], $3::uuid[], $4::bigint[]) AS task (task_id, payer_id, amount_rp)
       CROSS JOIN LATERAL (
         SELECT id, kind, payer_id, pool_id, amount_rp - covered_rp AS open_rp FROM due
         WHERE payee_id = $1 AND state = 'open' AND amount_rp - covered_rp >= task.amount_rp
           AND (task.payer_id IS NULL OR due.payer_id = task.payer_id)
         ORDER BY amount_rp - covered_rp, id LIMIT ${MOST_DUES}
       ) AS due JOIN party ON party.id = due.payer_id LEFT JOIN pool ON pool.id = due.pool_id
       ORDER BY task_id, due.open_rp, due.id`,
      [
        partyId,
        tasks.map(({ id }) => id),
        tasks.map(({ payerId }) => payerId),
        tasks.map(({ amountRp }) => amountRp),
      ],
    );
  }
}
