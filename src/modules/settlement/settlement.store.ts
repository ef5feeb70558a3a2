import { Injectable } from '@nestjs/common';
import type { ContractMode } from '../../core/pool/contract-mode.js';
import type { DropBill } from '../../core/settlement/bill-drop.js';
import type { Deal } from '../../core/settlement/make-journals.js';
import type { LineTax } from '../../core/settlement/tax-line.js';
import type { Balance } from '../../core/settlement/settle-difference.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';

/** The parties of a drop, by kind and by role: which of them sells, the pool's side decides. */
interface DropDeal extends Deal {
  readonly supplierId: string;
  readonly koperasiId: string;
}

export interface LockedDrop extends DropDeal {
  readonly koperasiName: string;
  readonly state: 'planned' | 'dispatched' | 'received';
  readonly poolId: string;
  readonly contractMode: ContractMode;
  /** By the database's clock. */
  readonly now: Date;
}

export interface NewInvoice extends DropDeal {
  readonly id: string;
  readonly dropId: string;
  /** Who sells to who gets the goods. */
  readonly issuerId: string;
  readonly year: number;
  readonly number: number;
  readonly journalId: string | null;
  /** When it is issued: its number, its day and its tax are of this one moment, also on the last night of a year. */
  readonly now: Date;
  readonly bill: DropBill;
  /** Of each line of the bill, in its order. */
  readonly taxes: readonly LineTax[];
}

export interface NewSupplierBill {
  readonly lotId: string;
  readonly goodsRp: number;
  readonly fixedRp: number;
}

/** Writes supplier bills, invoices and credit notes: once each, never changed. */
@Injectable()
export class SettlementStore {
  /** Locks the drop: whatever else settles it waits. */
  lockDrop(tx: Tx, dropId: string): Promise<LockedDrop | undefined> {
    return tx.first(
      `SELECT supplier_id, koperasi_id, (SELECT name FROM party WHERE party.id = koperasi_id) AS koperasi_name, sender_id AS seller_id, receiver_id AS buyer_id, organiser_id, delivery_drop.state,
         pool_id, contract_mode, clock_timestamp() AS now
       FROM delivery_drop JOIN drop_role USING (id) JOIN pool ON pool.id = pool_id WHERE delivery_drop.id = $1 FOR UPDATE OF delivery_drop`,
      [dropId],
    );
  }

  async hasInvoice(tx: Tx, dropId: string): Promise<boolean> {
    return (await tx.first('SELECT FROM invoice WHERE drop_id = $1', [dropId])) !== undefined;
  }

  /**
   * The issuer's next number in the year that it is at the organiser's place. The series' row stays locked
   * until commit, so that a number taken by a transaction that fails is taken by the next: no gaps.
   */
  async takeNumber(
    tx: Tx,
    issuerId: string,
    dropId: string,
    at: Date,
  ): Promise<{ year: number; number: number }> {
    const taken = await tx.first<{ year: number; number: number }>(
      `INSERT INTO invoice_series (issuer_id, year, last_number)
       SELECT $1, extract(year FROM $3::timestamptz AT TIME ZONE organiser.time_zone)::int, 1
       FROM delivery_drop JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       WHERE delivery_drop.id = $2
       ON CONFLICT (issuer_id, year) DO UPDATE SET last_number = invoice_series.last_number + 1
       RETURNING year, last_number AS number`,
      [issuerId, dropId, at],
    );
    if (taken === undefined) throw new Error(`drop ${dropId} belongs to no pool`);
    return taken;
  }

  async insertInvoice(tx: Tx, invoice: NewInvoice): Promise<void> {
    const { bill } = invoice;
    await tx.change(
      `INSERT INTO invoice (id, drop_id, issuer_id, koperasi_id, year, number, amount_rp, journal_id, issued_at)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)`,
      [
        invoice.id,
        invoice.dropId,
        invoice.issuerId,
        invoice.koperasiId,
        invoice.year,
        invoice.number,
        bill.invoiceRp,
        invoice.journalId,
        invoice.now,
      ],
    );
    await tx.change(
      `INSERT INTO invoice_line (invoice_id, line_id, accepted_packs, pack_size_milli, price_rp_per_unit, amount_rp, tax_code,
         base_rp, tax_rp, rate_from, freight_rp, fixed_rp, fee_rp)
       SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::bigint[], $5::bigint[], $6::bigint[], $7::text[], $8::bigint[],
         $9::bigint[], $10::date[], $11::bigint[], $12::bigint[], $13::bigint[])`,
      [
        invoice.id,
        bill.lines.map((line) => line.lineId),
        bill.lines.map((line) => line.acceptedPacks),
        bill.lines.map((line) => line.packSizeMilli),
        bill.lines.map((line) => line.priceRpPerUnit),
        bill.lines.map((line) => line.amountRp),
        invoice.taxes.map((tax) => tax.code),
        invoice.taxes.map((tax) => tax.baseRp),
        invoice.taxes.map((tax) => tax.taxRp),
        invoice.taxes.map((tax) => tax.rateFrom),
        bill.lines.map(({ parts }) => parts.freightRp),
        bill.lines.map(({ parts }) => parts.fixedRp),
        bill.lines.map(({ parts }) => parts.feeRp),
      ],
    );
  }

  async insertCreditNote(
    tx: Tx,
    id: string,
    invoiceId: string,
    journalId: string,
    bill: DropBill,
  ): Promise<void> {
    await tx.change(
      `INSERT INTO credit_note (id, invoice_id, amount_rp, quarantined_packs, damaged_packs, missing_packs, journal_id, lower_grade_packs)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`,
      [
        id,
        invoiceId,
        bill.creditRp,
        bill.quarantinedPacks,
        bill.damagedPacks,
        bill.missingPacks,
        journalId,
        bill.lowerGradePacks,
      ],
    );
  }

  /** What is still to be paid of an invoice, each term by the end of its day at the organiser's place. */
  async insertBalances(
    tx: Tx,
    invoiceId: string,
    dropId: string,
    balances: readonly Balance[],
  ): Promise<Map<number, { readonly id: string; readonly dueAt: Date }>> {
    if (balances.length === 0) return new Map();
    const rows = await tx.rows<{ id: string; paymentDays: number; dueAt: Date }>(
      `INSERT INTO invoice_balance (id, invoice_id, payment_days, amount_rp, due_at)
       SELECT balance.id, $1, days, amount, (((received_at AT TIME ZONE time_zone)::date + days + 1)::timestamp
         AT TIME ZONE time_zone) - interval '1 second'
       FROM unnest($3::uuid[], $4::int[], $5::bigint[]) AS balance (id, days, amount), delivery_drop
       JOIN pool ON pool.id = pool_id JOIN party AS organiser ON organiser.id = organiser_id
       WHERE delivery_drop.id = $2
       RETURNING id, payment_days, due_at`,
      [
        invoiceId,
        dropId,
        balances.map(() => newId()),
        balances.map(({ paymentDays }) => paymentDays),
        balances.map(({ amountRp }) => amountRp),
      ],
    );
    return new Map(rows.map((row) => [row.paymentDays, row]));
  }

  /** What the seller bills for a drop, by lot. */
  async insertBills(
    tx: Tx,
    dropId: string,
    sellerId: string,
    bills: readonly NewSupplierBill[],
  ): Promise<void> {
    await tx.change(
      `INSERT INTO supplier_bill (drop_id, supplier_id, lot_id, goods_rp, fixed_rp, amount_rp)
       SELECT $1, $2, *, goods + fixed FROM unnest($3::uuid[], $4::bigint[], $5::bigint[]) AS bill (lot, goods, fixed)`,
      [
        dropId,
        sellerId,
        bills.map((bill) => bill.lotId),
        bills.map((bill) => bill.goodsRp),
        bills.map((bill) => bill.fixedRp),
      ],
    );
  }

  /**
   * Locks the lots of a drop: a fixed charge is billed once, and of the last two drops invoiced at once the
   * second sees the first.
   */
  async lockLots(tx: Tx, dropId: string): Promise<void> {
    await tx.rows(
      `SELECT id FROM lot WHERE id IN (SELECT lot_id FROM drop_line WHERE drop_id = $1)
       ORDER BY id FOR NO KEY UPDATE`,
      [dropId],
    );
  }

  /** Lots of a drop that have every allocated pack on an invoiced drop; asked under their locks. */
  async lotsDone(tx: Tx, dropId: string): Promise<string[]> {
    const done = await tx.rows<{ id: string }>(
      `SELECT id FROM lot WHERE id IN (SELECT lot_id FROM drop_line WHERE drop_id = $1) AND NOT EXISTS (
         SELECT FROM allocation
         LEFT JOIN drop_line ON drop_line.line_id = allocation.line_id AND drop_line.supplier_id = allocation.supplier_id
         LEFT JOIN invoice ON invoice.drop_id = drop_line.drop_id
         WHERE allocation.lot_id = lot.id AND invoice.id IS NULL)
       ORDER BY id`,
      [dropId],
    );
    return done.map((lot) => lot.id);
  }
}
