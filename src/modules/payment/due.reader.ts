import { Injectable } from '@nestjs/common';
import type { DueKind, DueState } from '../../core/payment/dues.js';
import type { PayableDue } from '../../core/payment/judge-payment.js';
import { transferReference } from '../../core/payment/transfer-reference.js';
import { oversees, partiesOf, partyKinds, type Principal } from '../../platform/auth/principal.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { CoverView, DueView } from './due.dto.js';

export type DueRow = { readonly [Field in keyof DueView]: DueView[Field] };

const COLUMNS = `due.id, kind, subject_id, payer_id, payee_id, pool_id, amount_rp, covered_rp,
  (SELECT name FROM party WHERE party.id = payer_id) AS payer_name,
  (SELECT name FROM party WHERE party.id = payee_id) AS payee_name,
  (SELECT title FROM pool WHERE pool.id = pool_id) AS pool_title, paper,
  CASE state WHEN 'open' THEN amount_rp - covered_rp ELSE 0 END AS open_rp, due_at, state, raised_at, settled_at, firm_at,
  coalesce(state = 'open' AND due_at < clock_timestamp(), false) AS is_overdue, version`;

type StoredDue = Omit<DueRow, 'reference'>;

const withReference = (due: StoredDue): DueView => ({ ...due, reference: transferReference(due.id) });

/** Its payer, its payee, its pool's organiser, and who oversees all. */
const SEEN = `($1 OR payer_id = ANY ($2) OR payee_id = ANY ($2)
  OR EXISTS (SELECT FROM pool WHERE pool.id = due.pool_id AND organiser_id = ANY ($2)))`;

const sightOf = (caller: Principal): [boolean, string[]] => [
  oversees(caller),
  partiesOf(caller, ...partyKinds),
];

export interface DueFilter {
  readonly kind: DueKind | null;
  readonly state: DueState | null;
  readonly side: 'payer' | 'payee' | null;
  readonly isOverdue: boolean | null;
}

/** Answers about what parties owe each other. */
@Injectable()
export class DueReader {
  async page(
    sql: Sql,
    caller: Principal,
    filter: DueFilter,
    after: string | null,
    limit: number,
  ): Promise<DueView[]> {
    const rows = await sql.rows<StoredDue>(
      `SELECT ${COLUMNS} FROM due WHERE ${SEEN} AND ($3::uuid IS NULL OR id > $3)
         AND ($4::text IS NULL OR kind = $4) AND ($5::text IS NULL OR state = $5)
         AND ($6::text IS NULL OR ($6 = 'payer' AND payer_id = ANY ($2)) OR ($6 = 'payee' AND payee_id = ANY ($2)))
         AND ($7::boolean IS NULL OR (state = 'open' AND coalesce(due_at < clock_timestamp(), false)) = $7)
       ORDER BY id LIMIT $8`,
      [...sightOf(caller), after, filter.kind, filter.state, filter.side, filter.isOverdue, limit],
    );
    return rows.map(withReference);
  }

  async dueById(sql: Sql, caller: Principal, dueId: string): Promise<DueRow | undefined> {
    const row = await sql.first<StoredDue>(`SELECT ${COLUMNS} FROM due WHERE ${SEEN} AND id = $3`, [
      ...sightOf(caller),
      dueId,
    ]);
    return row && withReference(row);
  }

  coversOf(sql: Sql, dueId: string): Promise<CoverView[]> {
    return sql.rows(
      `SELECT kind, amount_rp, source_id, paid_at, firm_at FROM due_cover WHERE due_id = $1 ORDER BY covered_at, id`,
      [dueId],
    );
  }

  /**
   * Dues under their locks, in the order of their ids, each with what pays it already: looked for once the locks are
   * held, for a twin that held them may have begun it.
   */
  async lockPayable(tx: Tx, dueIds: readonly string[]): Promise<PayableDue[]> {
    const dues = await tx.rows<Omit<PayableDue, 'waitingPaymentId' | 'isPaidOut'>>(
      `SELECT id, payer_id, payee_id, amount_rp, covered_rp, state FROM due
       WHERE id = ANY ($1::uuid[]) ORDER BY id FOR UPDATE`,
      [dueIds],
    );
    const onTheirWay = await tx.rows<{ dueId: string; way: string; sourceId: string }>(
      'SELECT due_id, way, source_id FROM due_on_its_way WHERE due_id = ANY ($1::uuid[])',
      [dueIds],
    );
    return dues.map((due) => {
      const own = onTheirWay.filter(({ dueId }) => dueId === due.id);
      return {
        ...due,
        waitingPaymentId: own.find(({ way }) => way === 'payment')?.sourceId ?? null,
        isPaidOut: own.some(({ way }) => way !== 'payment'),
      };
    });
  }
}
