import { Injectable } from '@nestjs/common';
import type { TaxCode } from '../../core/settlement/tax-line.js';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';
import { joinSharedLine } from '../pool/index.js';

export interface InvoiceRow {
  readonly id: string;
  readonly dropId: string;
  readonly poolId: string;
  readonly poolTitle: string;
  readonly issuerId: string;
  readonly issuerName: string;
  /** Who is invoiced, by the pool's side. */
  readonly payerId: string;
  readonly payerName: string;
  readonly koperasiId: string;
  readonly year: number;
  readonly number: number;
  readonly amountRp: number;
  readonly requestedRp: number;
  /** Not asked for before: what is to be paid still. */
  readonly balanceRp: number;
  readonly creditedRp: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
  readonly lowerGradePacks: number;
  readonly issuedAt: Date;
}

export interface InvoiceLineRow {
  readonly lineId: string;
  readonly lotId: string;
  readonly commodityCode: string;
  readonly commodityNameId: string;
  readonly commodityNameEn: string;
  readonly baseUnit: string;
  readonly packCode: string;
  readonly beneficiaryId: string;
  readonly beneficiaryName: string;
  readonly acceptedPacks: number;
  readonly packSizeMilli: number;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
  readonly taxCode: TaxCode;
  readonly baseRp: number;
  readonly taxRp: number;
  readonly goodsRp: number;
  readonly freightRp: number;
  readonly fixedRp: number;
  readonly feeRp: number;
}

export interface PaymentRequestRow {
  readonly id: string;
  readonly dropId: string;
  readonly poolId: string;
  readonly supplierId: string;
  readonly koperasiId: string;
  /** Who asks and who is asked, by the pool's side. */
  readonly payeeId: string;
  readonly payerId: string;
  readonly sequence: number;
  readonly amountRp: number;
  readonly issuedAt: Date;
}

const INVOICES = `
  SELECT invoice.id, invoice.drop_id, pool.id AS pool_id, pool.title AS pool_title, issuer_id, receiver_id AS payer_id,
    (SELECT name FROM party WHERE party.id = issuer_id) AS issuer_name,
    (SELECT name FROM party WHERE party.id = receiver_id) AS payer_name, invoice.koperasi_id, year, number, invoice.amount_rp,
    (SELECT coalesce(sum(amount_rp), 0) FROM payment_request WHERE payment_request.drop_id = invoice.drop_id)::bigint AS requested_rp,
    (SELECT coalesce(sum(amount_rp), 0) FROM invoice_balance WHERE invoice_id = invoice.id)::bigint AS balance_rp, coalesce(credit_note.amount_rp, 0) AS credited_rp,
    coalesce(quarantined_packs, 0) AS quarantined_packs, coalesce(damaged_packs, 0) AS damaged_packs,
    coalesce(missing_packs, 0) AS missing_packs, coalesce(lower_grade_packs, 0) AS lower_grade_packs, invoice.issued_at
  FROM invoice
  JOIN delivery_drop ON delivery_drop.id = invoice.drop_id
  JOIN drop_role ON drop_role.id = invoice.drop_id
  JOIN pool ON pool.id = pool_id
  LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id`;

/** Seen by the two parties to it, the pool's organiser, and who oversees all. */
const seenBy = (seller: string, buyer: string): string =>
  `($1 OR ${seller} = ANY ($2) OR ${buyer} = ANY ($2) OR organiser_id = ANY ($2))`;
const INVOICE_SEEN = seenBy('issuer_id', 'receiver_id');
const REQUEST_SEEN = seenBy('collector_id', 'receiver_id');

const sightOf = (caller: Principal): [boolean, string[]] => [
  oversees(caller),
  partiesOf(caller, 'koperasi', 'supplier', 'kitchen', 'organiser'),
];

@Injectable()
export class SettlementReader {
  /** A page of the invoices that the caller may see, the newest first. */
  invoicePage(
    sql: Sql,
    caller: Principal,
    poolId: string | null,
    cursor: string | null,
    limit: number,
  ): Promise<InvoiceRow[]> {
    return sql.rows(
      `${INVOICES} WHERE ${INVOICE_SEEN} AND ($3::uuid IS NULL OR pool.id = $3) AND ($4::uuid IS NULL OR invoice.id < $4)
       ORDER BY invoice.id DESC LIMIT $5`,
      [...sightOf(caller), poolId, cursor, limit],
    );
  }

  /** The invoice, when the caller may see it. */
  invoiceById(sql: Sql, caller: Principal, invoiceId: string): Promise<InvoiceRow | undefined> {
    return sql.first(`${INVOICES} WHERE ${INVOICE_SEEN} AND invoice.id = $3`, [
      ...sightOf(caller),
      invoiceId,
    ]);
  }

  linesOf(sql: Sql, invoiceId: string): Promise<InvoiceLineRow[]> {
    return sql.rows(
      `SELECT line_id, drop_line.lot_id, commodity_code, commodity.name_id AS commodity_name_id,
          commodity.name_en AS commodity_name_en, base_unit, pack_code, beneficiary_id,
          (SELECT name FROM party WHERE party.id = beneficiary_id) AS beneficiary_name, invoice_line.accepted_packs,
          invoice_line.pack_size_milli, price_rp_per_unit, invoice_line.amount_rp, tax_code, base_rp, tax_rp,
          invoice_line.amount_rp - freight_rp - fixed_rp - fee_rp AS goods_rp, freight_rp, fixed_rp, fee_rp
       FROM invoice_line
       JOIN invoice ON invoice.id = invoice_id
       JOIN drop_line USING (drop_id, line_id)
       ${joinSharedLine('line_id')}
       JOIN pool_item ON pool_item.id = item_id
       JOIN commodity ON commodity.code = commodity_code
       WHERE invoice_id = $1 ORDER BY position, line_id`,
      [invoiceId],
    );
  }

  /** A page of the payment requests that the caller may see. */
  requestPage(
    sql: Sql,
    caller: Principal,
    poolId: string | null,
    cursor: string | null,
    limit: number,
  ): Promise<PaymentRequestRow[]> {
    return sql.rows(
      `SELECT payment_request.id, drop_id, pool_id, payment_request.supplier_id, payment_request.koperasi_id, collector_id AS payee_id,
         receiver_id AS payer_id, payment_request.sequence, amount_rp, issued_at
       FROM payment_request JOIN delivery_drop ON delivery_drop.id = drop_id
       JOIN drop_role ON drop_role.id = drop_id JOIN pool ON pool.id = pool_id
       WHERE ${REQUEST_SEEN} AND ($3::uuid IS NULL OR pool_id = $3) AND ($4::uuid IS NULL OR payment_request.id > $4)
       ORDER BY payment_request.id LIMIT $5`,
      [...sightOf(caller), poolId, cursor, limit],
    );
  }
}
