import { Injectable } from '@nestjs/common';
import type { LotClosing } from '../../core/settlement/close-lot.js';
import type { Tx } from '../../platform/db/sql.js';

export interface NewClosingCredit {
  readonly id: string;
  readonly lotId: string;
  readonly organiserId: string;
  readonly koperasiId: string;
  readonly amountRp: number;
  readonly journalId: string;
}

export interface WholeBill {
  readonly id: string;
  readonly supplierId: string;
  readonly amountRp: number;
  readonly dueAt: Date;
}

/** Writes what a lot came to in the end: once, never changed. */
@Injectable()
export class ClosingStore {
  async isClosed(tx: Tx, lotId: string): Promise<boolean> {
    return (await tx.first('SELECT FROM lot_closing WHERE lot_id = $1', [lotId])) !== undefined;
  }

  async insert(tx: Tx, lotId: string, closing: LotClosing, feeJournalId: string | null): Promise<void> {
    const { invoicedRp, billedRp, feesRp, creditedRp, uncoveredRp, lines } = closing;
    await tx.change(
      `INSERT INTO lot_closing (lot_id, invoiced_rp, billed_rp, fees_rp, credited_rp, uncovered_rp, fee_journal_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7)`,
      [lotId, invoicedRp, billedRp, feesRp, creditedRp, uncoveredRp, feeJournalId],
    );
    await tx.change(
      `INSERT INTO closing_line (lot_id, line_id, accepted_packs, invoiced_rp, final_rp)
       SELECT $1, * FROM unnest($2::uuid[], $3::int[], $4::bigint[], $5::bigint[])`,
      [
        lotId,
        lines.map((line) => line.lineId),
        lines.map((line) => line.acceptedPacks),
        lines.map((line) => line.invoicedRp),
        lines.map((line) => line.finalRp),
      ],
    );
  }

  /** What each koperasi gets back of a closed lot; those who get nothing are left out. */
  creditsOf(tx: Tx, lotId: string): Promise<{ readonly koperasiId: string; readonly amountRp: number }[]> {
    return tx.rows(
      `SELECT koperasi_id, sum(invoiced_rp - final_rp)::bigint AS amount_rp
       FROM closing_line JOIN commitment_line ON commitment_line.id = line_id
       WHERE lot_id = $1 GROUP BY koperasi_id HAVING sum(invoiced_rp - final_rp) > 0 ORDER BY koperasi_id`,
      [lotId],
    );
  }

  /** One bill per supplier (sell: koperasi) for all that was accepted, due by the longest term after the last receipt. */
  insertWholeBills(tx: Tx, lotId: string, organiserId: string): Promise<WholeBill[]> {
    return tx.rows(
      `INSERT INTO whole_bill (id, lot_id, supplier_id, organiser_id, amount_rp, due_at)
       SELECT gen_random_uuid(), $1, bill.supplier_id, $2, sum(bill.amount_rp),
         ((max((received_at AT TIME ZONE time_zone)::date) + max(terms.days) + 1)::timestamp AT TIME ZONE time_zone) - interval '1 second'
       FROM supplier_bill AS bill JOIN delivery_drop ON delivery_drop.id = drop_id
       JOIN party AS organiser ON organiser.id = $2
       CROSS JOIN LATERAL (
         SELECT coalesce(max(payment_days), 0) AS days FROM drop_line JOIN line_price USING (line_id, supplier_id)
         WHERE drop_line.drop_id = bill.drop_id AND drop_line.lot_id = bill.lot_id) AS terms
       WHERE bill.lot_id = $1 GROUP BY bill.supplier_id, time_zone HAVING sum(bill.amount_rp) > 0
       RETURNING id, supplier_id, amount_rp, due_at`,
      [lotId, organiserId],
    );
  }

  async insertCredit(tx: Tx, credit: NewClosingCredit): Promise<void> {
    await tx.change(
      `INSERT INTO closing_credit (id, lot_id, organiser_id, koperasi_id, amount_rp, journal_id)
       VALUES ($1, $2, $3, $4, $5, $6)`,
      [credit.id, credit.lotId, credit.organiserId, credit.koperasiId, credit.amountRp, credit.journalId],
    );
  }
}
