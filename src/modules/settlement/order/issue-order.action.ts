import { Injectable } from '@nestjs/common';
import { sumOf } from '../../../core/kernel/sum-of.js';
import { firstSale } from '../../../core/settlement/make-journals.js';
import { numberDocument } from '../../../core/settlement/number-invoice.js';
import { orderDrop } from '../../../core/settlement/order-drop.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import { tellParties } from '../../party/index.js';
import { PriceReader } from '../price.reader.js';
import type { LockedDrop } from '../settlement.store.js';
import { takeDocumentNumber } from '../take-number.js';
import { TaxReader } from '../tax.reader.js';
import { OrderStore, type NewOrderLine } from './order.store.js';

/**
 * Orders what a released drop carries, in the release's transaction: nothing is ordered before what is to be paid for it
 * is paid for good. A drop that has grown gets the new lots added; again, nothing more is ordered.
 */
@Injectable()
export class IssueOrder {
  constructor(
    private readonly store: OrderStore,
    private readonly prices: PriceReader,
    private readonly taxes: TaxReader,
  ) {}

  async run(tx: Tx, dropId: string, deal: LockedDrop): Promise<void> {
    if (deal.state !== 'planned') return;
    const kept = await this.store.keptOf(tx, dropId);
    const { sellerId, buyerId } = firstSale(deal, deal.contractMode);
    const lines = await this.linesToOrder(tx, dropId, deal, kept?.lotIds ?? []);
    if (lines.length === 0) return;
    const id = kept?.id ?? newId();
    const revision = (kept?.revision ?? 0) + 1;
    if (kept === undefined)
      await this.store.insert(tx, { id, dropId, poolId: deal.poolId, buyerId, sellerId });
    else await this.store.markChanged(tx, id, revision);
    await this.store.insertLines(tx, { id, sellerId }, revision, kept?.lines ?? 0, lines);
    await writeAudit(tx, {
      actorId: null,
      action: kept === undefined ? 'order-issued' : 'order-changed',
      subjectType: 'purchase-order',
      subjectId: id,
      data: { dropId, revision, lines: lines.length },
    });
    await tellParties(tx, {
      partyIds: [sellerId, buyerId],
      kind: kept === undefined ? 'order-issued' : 'order-changed',
      subjectType: 'purchase-order',
      subjectId: id,
      data: {
        number: await this.numberOf(tx, id, buyerId, deal.poolId, kept !== undefined),
        pool: await this.store.titleOf(tx, deal.poolId),
        amount: (kept?.amountRp ?? 0) + sumOf(lines, ({ amountRp }) => amountRp),
      },
    });
  }

  private async linesToOrder(
    tx: Tx,
    dropId: string,
    deal: LockedDrop,
    orderedLots: readonly string[],
  ): Promise<NewOrderLine[]> {
    const { sellerId } = deal;
    const goods = orderDrop(await this.prices.shippedOf(tx, dropId), deal.contractMode).filter(
      ({ lotId }) => !orderedLots.includes(lotId),
    );
    const charges =
      deal.contractMode === 'direct'
        ? []
        : await this.store.fixedToOrder(
            tx,
            sellerId,
            goods.map(({ lotId }) => lotId),
          );
    const lines = [
      ...goods.map((line) => ({ ...line, kind: 'goods' as const })),
      ...charges.map((line) => ({
        ...line,
        kind: 'fixed-charge' as const,
        packs: 1,
        packSizeMilli: 1,
        priceRpPerUnit: 0,
      })),
    ];
    const taxes = await this.taxes.taxesOfLots(tx, { dropId, issuerId: sellerId, at: deal.now }, lines);
    return lines.flatMap((line, at) => {
      const tax = taxes[at];
      return tax === undefined ? [] : [{ ...line, tax }];
    });
  }

  private async numberOf(
    tx: Tx,
    id: string,
    issuerId: string,
    poolId: string,
    isNumbered: boolean,
  ): Promise<string> {
    const kind = 'purchase-order' as const;
    if (!isNumbered) return takeDocumentNumber(tx, { id, kind, issuerId, poolId });
    const kept = await tx.first<{ year: number; number: number }>(
      'SELECT year, number FROM document_number WHERE document_id = $1',
      [id],
    );
    return numberDocument(kind, kept?.year ?? 0, kept?.number ?? 0);
  }
}
