import { Injectable } from '@nestjs/common';
import type { InvoicePaper } from '../../core/settlement/lay-out-invoice.js';
import { numberDocument, numberInvoice } from '../../core/settlement/number-invoice.js';
import { refuseSettlement } from '../../core/settlement/refusals.js';
import type { Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { SettlementReader } from './settlement.reader.js';

interface HeadRow {
  readonly poolTitle: string;
  readonly issuerName: string;
  readonly payerName: string;
  readonly issuedOn: string;
  readonly receivedOn: string;
  readonly deliveryNote: string | null;
  readonly creditYear: number | null;
  readonly creditNumber: number | null;
}

const HEAD = `
  SELECT pool.title AS pool_title, issuer.name AS issuer_name, payer.name AS payer_name,
    (invoice.issued_at AT TIME ZONE organiser.time_zone)::date AS issued_on,
    (received_at AT TIME ZONE organiser.time_zone)::date AS received_on, delivery_note,
    numbered.year AS credit_year, numbered.number AS credit_number
  FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id JOIN drop_role ON drop_role.id = drop_id
  JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
  JOIN party AS issuer ON issuer.id = issuer_id JOIN party AS payer ON payer.id = receiver_id
  LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
  LEFT JOIN document_number AS numbered ON numbered.document_id = credit_note.id
  WHERE invoice.id = $1`;

/** Answers what stands on an invoice's paper. */
@Injectable()
export class InvoicePaperReader {
  constructor(private readonly invoices: SettlementReader) {}

  /** @throws Refusal when the caller may not see it. */
  async paperOf(sql: Sql, caller: Principal, invoiceId: string): Promise<InvoicePaper & { issuedAt: Date }> {
    const invoice = await this.invoices.invoiceById(sql, caller, invoiceId);
    const head = await sql.first<HeadRow>(HEAD, [invoiceId]);
    if (invoice === undefined || head === undefined) throw refuseSettlement('INVOICE_NOT_FOUND');
    const { creditYear, creditNumber, ...names } = head;
    return {
      ...names,
      issuedAt: invoice.issuedAt,
      number: numberInvoice(invoice.year, invoice.number),
      amountRp: invoice.amountRp,
      requestedRp: invoice.requestedRp,
      creditedRp: invoice.creditedRp,
      creditNumber:
        creditYear === null || creditNumber === null
          ? null
          : numberDocument('credit-note', creditYear, creditNumber),
      lines: await this.linesOf(sql, invoiceId),
      balances: await sql.rows(
        `SELECT invoice_balance.amount_rp, (due_at AT TIME ZONE organiser.time_zone)::date AS due_on
         FROM invoice_balance JOIN invoice ON invoice.id = invoice_id JOIN delivery_drop ON delivery_drop.id = drop_id
         JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
         WHERE invoice_id = $1 ORDER BY due_at`,
        [invoiceId],
      ),
      covers: await sql.rows(
        `SELECT due_cover.kind, sum(due_cover.amount_rp)::bigint AS amount_rp
         FROM due JOIN due_cover ON due_id = due.id
         WHERE (due.kind = 'payment-request' AND subject_id IN (
             SELECT id FROM payment_request WHERE drop_id = $2))
           OR (due.kind = 'balance' AND subject_id IN (SELECT id FROM invoice_balance WHERE invoice_id = $1))
         GROUP BY due_cover.kind ORDER BY due_cover.kind`,
        [invoiceId, invoice.dropId],
      ),
    };
  }

  private linesOf(sql: Sql, invoiceId: string): Promise<InvoicePaper['lines'][number][]> {
    return sql.rows(
      `SELECT commodity.name_id AS goods, invoice_line.accepted_packs AS packs, lower(pack.name_id) AS pack_name,
         commodity.base_unit, price_rp_per_unit,
         invoice_line.amount_rp, tax_code, base_rp, tax_rp, freight_rp, fixed_rp, fee_rp
       FROM invoice_line JOIN invoice ON invoice.id = invoice_id JOIN drop_line USING (drop_id, line_id)
       JOIN lot ON lot.id = drop_line.lot_id JOIN pool_item ON pool_item.id = item_id
       JOIN commodity ON commodity.code = pool_item.commodity_code JOIN pack ON pack.code = pack_code
       WHERE invoice_id = $1 ORDER BY position, line_id`,
      [invoiceId],
    );
  }
}
