import { Injectable } from '@nestjs/common';
import { endsAs } from '../../../core/settlement/consign.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Tx } from '../../../platform/db/sql.js';
import { takeBackPacks } from '../../delivery/index.js';
import { IssueInvoice } from '../issue-invoice.action.js';
import { IssuePaymentRequest } from '../issue-payment-request.action.js';
import { SettlementStore } from '../settlement.store.js';
import { ConsignmentStore } from './consignment.store.js';

/**
 * Brings about what was told of goods on consignment: what was sold is asked for, what went back is taken off the receipt;
 * once all is accounted for, or the last day is over, the rest counts as sold and the drop is invoiced. Again nothing more.
 */
@Injectable()
export class SettleConsignment {
  constructor(
    private readonly drops: SettlementStore,
    private readonly store: ConsignmentStore,
    private readonly issuePaymentRequest: IssuePaymentRequest,
    private readonly issueInvoice: IssueInvoice,
  ) {}

  /** @returns whether it has ended by this. */
  async run(tx: Tx, dropId: string): Promise<boolean> {
    const drop = await this.drops.lockDrop(tx, dropId);
    const consignment = drop && (await this.store.lock(tx, dropId));
    if (consignment === undefined || consignment.isEnded) return false;
    const lines = await this.store.linesOf(tx, dropId);
    await takeBackPacks(
      tx,
      dropId,
      lines.map(({ lineId, returnedPacks }) => ({ lineId, packs: returnedPacks })),
    );
    const end = endsAs({ ...consignment, lines }, consignment.now);
    if (end === undefined) {
      await this.issuePaymentRequest.run(tx, dropId);
      return false;
    }
    await this.store.end(tx, dropId);
    await writeAudit(tx, {
      ...{ actorId: null, action: 'consignment-ended', subjectType: 'drop', subjectId: dropId },
      data: { isOver: end === 'over' },
    });
    await this.issueInvoice.run(tx, dropId);
    return true;
  }
}
