import { Injectable } from '@nestjs/common';
import type { Sql } from '../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../platform/http/page.js';
import { OPEN_DUE } from './open-due.dto.js';
import type {
  PaymentEntryView,
  PaymentPage,
  ReceivablePage,
  ReceivablesQuery,
  ReceivableView,
} from './party-money.dto.js';

/** Lists of one party's own: what it is owed, and what was paid through the gateway. */
@Injectable()
export class PartyMoneyReader {
  /** What others owe a party, the earliest first; what is due at once before all. */
  async receivables(sql: Sql, partyId: string, query: ReceivablesQuery): Promise<ReceivablePage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<ReceivableView>(
      `SELECT ${OPEN_DUE}, payer_id, party.name AS payer_name
       FROM due JOIN party ON party.id = payer_id
       WHERE payee_id = $1 AND due.state = 'open' AND ($2::uuid IS NULL OR payer_id = $2)
         AND ($5::boolean IS NOT TRUE OR EXISTS (
           SELECT FROM due_transfer WHERE due_id = due.id AND due_transfer.state = 'claimed'))
         AND ($3::uuid IS NULL OR (coalesce(due_at, '-infinity'), due.id) >
           (SELECT coalesce(due_at, '-infinity'), id FROM due AS before WHERE before.id = $3 AND before.payee_id = $1))
       ORDER BY coalesce(due_at, '-infinity'), due.id LIMIT $4`,
      [partyId, query.payerId ?? null, query.cursor ?? null, limit + 1, query.claimed ?? null],
    );
    return pageOf(rows, limit, ({ dueId }) => dueId);
  }

  /** What a party paid, or was paid, through the gateway, the newest first. */
  async payments(sql: Sql, partyId: string, query: PageQuery): Promise<PaymentPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<PaymentEntryView>(
      `SELECT payment.id, payer_id, payer.name AS payer_name, payee_id, payee.name AS payee_name, channel, amount_rp,
         payment.state, payment.created_at, payment.settled_at
       FROM payment JOIN party AS payer ON payer.id = payer_id JOIN party AS payee ON payee.id = payee_id
       WHERE $1 IN (payer_id, payee_id) AND ($2::uuid IS NULL OR payment.id < $2) ORDER BY payment.id DESC LIMIT $3`,
      [partyId, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ id }) => id);
  }
}
