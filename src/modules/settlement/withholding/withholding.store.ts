import { Injectable } from '@nestjs/common';
import type { WithholdingCode, WithholdingRate } from '../../../core/settlement/withhold.js';
import type { Tx } from '../../../platform/db/sql.js';

/** A supplier's one bill to an organiser that resells. */
export interface BillToWithhold {
  readonly id: string;
  readonly poolId: string;
  readonly organiserId: string;
  readonly supplierId: string;
}

interface KeptTax {
  readonly code: WithholdingCode;
  readonly rows: number;
  readonly amountRp: number;
  readonly baseRp: number;
  readonly rateFrom: string;
}

export interface NewWithheld {
  readonly id: string;
  readonly bill: BillToWithhold;
  readonly sequence: number;
  readonly code: WithholdingCode;
  readonly rateFrom: string;
  readonly baseRp: number;
  readonly amountRp: number;
  readonly journalId: string;
}

/** Writes what was withheld: rows are added, none is changed. */
@Injectable()
export class WithholdingStore {
  ratesOf(tx: Tx): Promise<WithholdingRate[]> {
    return tx.rows('SELECT code, valid_from, rate_bps, above_rp FROM withholding_rate', []);
  }

  /** The day the bill was made, at its organiser's place: its rates stay, whenever it is matched. */
  async billedOn(tx: Tx, wholeBillId: string): Promise<string> {
    const row = await tx.first<{ day: string }>(
      `SELECT (billed_at AT TIME ZONE time_zone)::date AS day
       FROM whole_bill JOIN party ON party.id = organiser_id WHERE whole_bill.id = $1`,
      [wholeBillId],
    );
    if (row === undefined) throw new Error(`there is no bill ${wholeBillId}`);
    return row.day;
  }

  /** Value added tax contained in so much of a bill, in the share that its orders have. */
  async taxIn(tx: Tx, wholeBillId: string, amountRp: number): Promise<number> {
    const row = await tx.first<{ taxRp: number }>(
      `SELECT coalesce(div($2::numeric * sum(tax_rp), nullif(sum(line.amount_rp), 0)), 0)::bigint AS tax_rp
       FROM whole_bill JOIN purchase_order_line AS line ON line.lot_id = whole_bill.lot_id AND seller_id = supplier_id
       WHERE whole_bill.id = $1`,
      [wholeBillId, amountRp],
    );
    return row?.taxRp ?? 0;
  }

  /** What was withheld of a bill so far, by tax, and by what it was reckoned last. */
  withheldOf(tx: Tx, wholeBillId: string): Promise<KeptTax[]> {
    return tx.rows(
      `SELECT code, max(sequence) AS rows, sum(amount_rp)::bigint AS amount_rp,
         (array_agg(base_rp ORDER BY sequence DESC))[1] AS base_rp, (array_agg(rate_from ORDER BY sequence DESC))[1] AS rate_from
       FROM withheld_tax WHERE whole_bill_id = $1 GROUP BY code`,
      [wholeBillId],
    );
  }

  async insert(tx: Tx, withheld: NewWithheld): Promise<void> {
    const { bill } = withheld;
    await tx.change(
      `INSERT INTO withheld_tax (id, whole_bill_id, sequence, organiser_id, supplier_id, code, rate_from, base_rp, amount_rp, journal_id)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)`,
      [
        withheld.id,
        bill.id,
        withheld.sequence,
        bill.organiserId,
        bill.supplierId,
        withheld.code,
        withheld.rateFrom,
        withheld.baseRp,
        withheld.amountRp,
        withheld.journalId,
      ],
    );
  }
}
