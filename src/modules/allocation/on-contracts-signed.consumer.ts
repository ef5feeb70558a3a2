import { Injectable } from '@nestjs/common';
import type { Tx } from '../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../platform/event/event.js';
import { ContractsSigned } from '../award/index.js';
import { AllocateLot } from './allocate-lot.action.js';

@Injectable()
@Consumes('allocation.on-contracts-signed', ContractsSigned)
export class OnContractsSigned implements Consumer<{ lotId: string; awardId: string }> {
  constructor(private readonly allocateLot: AllocateLot) {}

  handle(tx: Tx, event: DeliveredEvent<{ lotId: string; awardId: string }>): Promise<void> {
    return this.allocateLot.run(tx, event.payload.lotId);
  }
}
