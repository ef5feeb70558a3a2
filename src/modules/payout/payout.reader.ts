import { Injectable } from '@nestjs/common';
import { isToEffectiveAccount } from './is-to-effective-account.js';
import { refusePayout } from '../../core/payout/refusals.js';
import { transferReference } from '../../core/payment/transfer-reference.js';
import type { Sql } from '../../platform/db/sql.js';
import { pageLimit, pageOf, type PageQuery } from '../../platform/http/page.js';
import { OPEN_DUE } from '../payment/index.js';
import type {
  PayablePage,
  PayablesQuery,
  PayableView,
  PayoutItemView,
  PayoutPage,
  PayoutView,
  TransferInstructionsView,
} from './payout.dto.js';

const PAYOUT = `
  SELECT payout.id, payer_id, payee_id, party.name AS payee_name, method, payout.state, amount_rp, decision_id, proposed_at,
    approved_at, sent_at, ended_at, reason, over_rp,
    (SELECT answer FROM payout_call WHERE payout_id = payout.id AND payout.state = 'sent') AS gateway_answer,
    (SELECT count(*)::int FROM payout_proof WHERE payout_id = payout.id) AS proofs,
    (SELECT json_agg(json_build_object('dueId', due_id, 'kind', kind, 'amountRp', payout_item.amount_rp) ORDER BY due_id)
     FROM payout_item JOIN due ON due.id = due_id WHERE payout_id = payout.id) AS items
  FROM payout JOIN party ON party.id = payee_id`;

type PayoutRow = Omit<PayoutView, 'reference' | 'items'> & { readonly items: PayoutItemView[] | null };

const show = (row: PayoutRow): PayoutView => ({
  ...row,
  items: row.items ?? [],
  reference: transferReference(row.id),
});

/** Answers about what a party has to pay, and how far its payouts have got. */
@Injectable()
export class PayoutReader {
  /** What a party owes, the earliest first; what is due at once before all. */
  async payables(sql: Sql, partyId: string, query: PayablesQuery): Promise<PayablePage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<PayableView>(
      `SELECT ${OPEN_DUE}, payee_id, party.name AS payee_name,
         (SELECT source_id FROM due_on_its_way WHERE due_id = due.id AND way = 'payout') AS payout_id,
         (SELECT source_id FROM due_on_its_way WHERE due_id = due.id AND way = 'payment' LIMIT 1) AS payment_id
       FROM due JOIN party ON party.id = payee_id
       WHERE payer_id = $1 AND due.state = 'open'
         AND ($2::date IS NULL OR due_at IS NULL OR due_at < (($2::date + 1)::timestamp AT TIME ZONE 'Asia/Jakarta'))
         AND ($3::uuid IS NULL OR (coalesce(due_at, '-infinity'), due.id) >
           (SELECT coalesce(due_at, '-infinity'), id FROM due AS before WHERE before.id = $3 AND before.payer_id = $1))
       ORDER BY coalesce(due_at, '-infinity'), due.id LIMIT $4`,
      [partyId, query.until ?? null, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows, limit, ({ dueId }) => dueId);
  }

  /** Payouts that a party makes or gets, the newest first. */
  async page(sql: Sql, partyId: string, query: PageQuery): Promise<PayoutPage> {
    const limit = pageLimit(query);
    const rows = await sql.rows<PayoutRow>(
      `${PAYOUT} WHERE (payer_id = $1 OR payee_id = $1 AND payout.state NOT IN ('proposed', 'refused'))
         AND ($2::uuid IS NULL OR payout.id < $2) ORDER BY payout.id DESC LIMIT $3`,
      [partyId, query.cursor ?? null, limit + 1],
    );
    return pageOf(rows.map(show), limit, ({ id }) => id);
  }

  /** @throws Refusal when it is neither paid nor received by the party. */
  async one(sql: Sql, partyId: string, payoutId: string): Promise<PayoutView> {
    const row = await sql.first<PayoutRow>(
      `${PAYOUT} WHERE payout.id = $2 AND (payer_id = $1 OR payee_id = $1 AND payout.state NOT IN ('proposed', 'refused'))`,
      [partyId, payoutId],
    );
    if (row === undefined) throw refusePayout('PAYOUT_NOT_FOUND');
    return show(row);
  }

  /** Where the payer sends it to: the account that was registered when it was proposed, the whole number. */
  async instructions(sql: Sql, payerId: string, payoutId: string): Promise<TransferInstructionsView> {
    const row = await sql.first<
      Omit<TransferInstructionsView, 'reference'> & { payeeId: string; accountId: string }
    >(
      `SELECT bank_code, account_number, holder_name, amount_rp, payee_id, account_id FROM payout JOIN bank_account ON bank_account.id = account_id
       WHERE payout.id = $2 AND payer_id = $1 AND method = 'transfer' AND state IN ('approved', 'sent')`,
      [payerId, payoutId],
    );
    if (row === undefined) throw refusePayout('PAYOUT_NOT_FOUND');
    if (!(await isToEffectiveAccount(sql, row))) throw refusePayout('PAYEE_ACCOUNT_CHANGED');
    const { bankCode, accountNumber, holderName, amountRp } = row;
    return { ...{ bankCode, accountNumber, holderName, amountRp }, reference: transferReference(payoutId) };
  }
}
