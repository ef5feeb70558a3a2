import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { releaseDrop } from '../delivery/index.js';
import { IssueOrder } from './order/issue-order.action.js';
import { RequestStore } from './request.store.js';
import { SettlementStore } from './settlement.store.js';

/** Releases and orders a drop whose requests are all paid for good, and holds it again when a payment is taken back. */
@Injectable()
export class ReleasePaidDrop {
  constructor(
    private readonly store: SettlementStore,
    private readonly requests: RequestStore,
    private readonly issueOrder: IssueOrder,
  ) {}

  async run(tx: Tx, requestId: string): Promise<void> {
    const dropId = await this.requests.dropOf(tx, requestId);
    if (dropId === undefined) throw new Error(`there is no payment request ${requestId}`);
    const drop = await this.store.lockDrop(tx, dropId);
    const awaited = await this.requests.awaitedOf(tx, dropId);
    await releaseDrop(tx, dropId, awaited);
    if (awaited === 0 && drop !== undefined) await this.issueOrder.run(tx, dropId, drop);
  }
}
