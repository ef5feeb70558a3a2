import { Injectable } from '@nestjs/common';
import type { PaymentTerms } from '../../core/payment/terms/use-terms.js';
import type { LotToPrice, PricedPart } from '../../core/settlement/price-lines.js';
import type { Tx } from '../../platform/db/sql.js';

/** Writes what a lot's packs come to, and by when they are paid: once, never changed. */
@Injectable()
export class PriceStore {
  /** Keeps twins from pricing a lot at once. */
  async lockLot(tx: Tx, lotId: string): Promise<void> {
    await tx.first('SELECT FROM lot WHERE id = $1 FOR NO KEY UPDATE', [lotId]);
  }

  async isPriced(tx: Tx, lotId: string): Promise<boolean> {
    return (await tx.first('SELECT FROM line_price WHERE lot_id = $1 LIMIT 1', [lotId])) !== undefined;
  }

  /** Lots with lines on the drop whose prices have not been fixed, in the order in which lots are locked. */
  async unpricedLots(tx: Tx, dropId: string): Promise<string[]> {
    const rows = await tx.rows<{ lotId: string }>(
      `SELECT DISTINCT lot_id FROM drop_line
       WHERE drop_id = $1 AND NOT EXISTS (SELECT FROM line_price WHERE line_price.lot_id = drop_line.lot_id)
       ORDER BY lot_id`,
      [dropId],
    );
    return rows.map(({ lotId }) => lotId);
  }

  async insert(
    tx: Tx,
    lotId: string,
    parts: readonly PricedPart[],
    fixed: LotToPrice['fixed'],
    granted: readonly (PaymentTerms | null)[],
  ): Promise<void> {
    await tx.change(
      `INSERT INTO line_price (lot_id, line_id, supplier_id, zone_code, packs, charge_rp, bill_rp, price_rp_per_unit, freight_rp, fixed_rp,
         fee_rp, payment_days, is_consigned)
       SELECT $1, part.line_id, part.supplier_id, zone_code, packs, charge_rp, bill_rp, price_rp_per_unit, freight_rp,
         fixed_rp, fee_rp, coalesce(granted_days, terms.payment_days, 0), coalesce(granted_consigned, false)
       FROM unnest($2::uuid[], $3::uuid[], $4::text[], $5::int[], $6::bigint[], $7::bigint[], $8::bigint[], $9::int[],
         $10::bigint[], $11::bigint[], $12::bigint[], $13::boolean[])
         AS part (line_id, supplier_id, zone_code, packs, charge_rp, bill_rp, price_rp_per_unit, granted_days, freight_rp, fixed_rp, fee_rp,
           granted_consigned)
       LEFT JOIN LATERAL (
         SELECT payment_days FROM award JOIN award_line ON award_id = award.id
         JOIN bid_revision ON bid_revision.bid_id = award_line.bid_id
         WHERE award.lot_id = $1 AND award.state = 'approved' AND award_line.supplier_id = part.supplier_id
         ORDER BY revision DESC LIMIT 1) AS terms ON true`,
      [
        lotId,
        parts.map((part) => part.lineId),
        parts.map((part) => part.supplierId),
        parts.map((part) => part.zoneId),
        parts.map((part) => part.packs),
        parts.map((part) => part.chargeRp),
        parts.map((part) => part.billRp),
        parts.map((part) => part.priceRpPerUnit),
        granted.map((terms) => terms?.days ?? null),
        parts.map(({ parts: made }) => made.freightRp),
        parts.map(({ parts: made }) => made.fixedRp),
        parts.map(({ parts: made }) => made.feeRp),
        granted.map((terms) => terms?.isConsigned ?? null),
      ],
    );
    await tx.change(
      'INSERT INTO lot_fixed_charge (lot_id, supplier_id, amount_rp) SELECT $1, * FROM unnest($2::uuid[], $3::bigint[])',
      [lotId, fixed.map(({ supplierId }) => supplierId), fixed.map(({ amountRp }) => amountRp)],
    );
  }
}
