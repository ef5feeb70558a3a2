import { Injectable } from '@nestjs/common';
import { oversees, partiesOf, type Principal } from '../../platform/auth/principal.js';
import type { Sql } from '../../platform/db/sql.js';

export interface TraceRow {
  readonly requirementLineId: string;
  readonly kitchenId: string;
  readonly isoWeek: string;
  readonly requirementState: string;
  readonly neededOn: string;
  readonly commodityCode: string;
  readonly quantityMilli: number;
  readonly lineId: string | null;
  readonly poolId: string | null;
  readonly poolState: string | null;
  readonly koperasiId: string | null;
  readonly packCode: string | null;
  readonly packSizeMilli: number | null;
  readonly quantityPacks: number | null;
  readonly lotId: string | null;
  readonly lotState: string | null;
  readonly failedReason: string | null;
  readonly refusal: string | null;
  readonly allocatedPacks: number | null;
}

export interface TracePartRow {
  readonly supplierId: string;
  readonly supplierName: string;
  readonly packs: number;
  readonly priceRpPerUnit: number;
  readonly dropId: string | null;
  readonly dropState: string | null;
  readonly deliveryNote: string | null;
  readonly dispatchedAt: Date | null;
  readonly receivedAt: Date | null;
  readonly acceptedPacks: number | null;
  readonly quarantinedPacks: number | null;
  readonly damagedPacks: number | null;
  readonly missingPacks: number | null;
  readonly invoiceId: string | null;
  readonly year: number | null;
  readonly number: number | null;
  readonly amountRp: number | null;
}

@Injectable()
export class TraceReader {
  /**
   * A kitchen's requirement line down to its lot. Its kitchen sees it always; the koperasi that carries it, the
   * pool's organiser and who oversees see it once it is published.
   */
  lineById(sql: Sql, caller: Principal, requirementLineId: string): Promise<TraceRow | undefined> {
    return sql.first(
      `SELECT required.id AS requirement_line_id, kitchen_id, iso_week, requirement.state AS requirement_state, needed_on,
         required.commodity_code, quantity_milli, line.id AS line_id, pool.id AS pool_id, pool.state AS pool_state,
         koperasi_id, pack_code, pack_size_milli, line.quantity_packs, lot.id AS lot_id, lot.state AS lot_state,
         failed_reason, refusal, allocated_packs
       FROM requirement_line AS required
       JOIN requirement ON requirement.id = requirement_id
       LEFT JOIN commitment_line AS line ON line.requirement_line_id = required.id
       LEFT JOIN pool_item ON pool_item.id = line.item_id
       LEFT JOIN pool ON pool.id = line.pool_id
       LEFT JOIN lot_membership ON lot_membership.line_id = line.id
       LEFT JOIN lot ON lot.id = lot_membership.lot_id
       LEFT JOIN share ON share.line_id = line.id
       WHERE required.id = $1 AND (kitchen_id = ANY ($3)
         OR (requirement.state = 'published' AND ($2 OR koperasi_id = ANY ($3) OR organiser_id = ANY ($3))))`,
      [requirementLineId, oversees(caller), partiesOf(caller, 'kitchen', 'koperasi', 'organiser')],
    );
  }

  /** From each supplier: price, drop, what became of the packs, and the invoice that bills them. */
  partsOf(sql: Sql, lineId: string): Promise<TracePartRow[]> {
    return sql.rows(
      `SELECT allocation.supplier_id, (SELECT name FROM party WHERE party.id = allocation.supplier_id) AS supplier_name,
         coalesce(shipped_packs, allocation.packs) AS packs, award_line.price_rp_per_unit, delivery_drop.id AS drop_id,
         delivery_drop.state AS drop_state, delivery_note, dispatched_at, received_at, drop_line.accepted_packs + drop_line.returned_packs AS accepted_packs,
         quarantined_packs, damaged_packs, missing_packs, invoice.id AS invoice_id, year, number, invoice_line.amount_rp
       FROM allocation
       JOIN award ON award.lot_id = allocation.lot_id AND award.state <> 'replaced'
       JOIN award_line ON award_line.award_id = award.id AND award_line.supplier_id = allocation.supplier_id
       LEFT JOIN drop_line ON drop_line.line_id = allocation.line_id AND drop_line.supplier_id = allocation.supplier_id
       LEFT JOIN delivery_drop ON delivery_drop.id = drop_line.drop_id
       LEFT JOIN invoice ON invoice.drop_id = drop_line.drop_id
       LEFT JOIN invoice_line ON invoice_line.invoice_id = invoice.id AND invoice_line.line_id = allocation.line_id
       WHERE allocation.line_id = $1 ORDER BY allocation.supplier_id, delivery_drop.sequence`,
      [lineId],
    );
  }
}
