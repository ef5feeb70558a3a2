import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import { Consumes, type Consumer } from '../../../platform/event/consumer.js';
import type { DeliveredEvent } from '../../../platform/event/event.js';
import { DepositCarryAsked } from '../pool.events.js';
import { CarryDeposit } from './carry-deposit.action.js';

@Injectable()
@Consumes('pool.on-deposit-carry-asked', DepositCarryAsked)
export class OnDepositCarryAsked implements Consumer<{ carryId: string }> {
  constructor(private readonly carryDeposit: CarryDeposit) {}

  handle(tx: Tx, { payload }: DeliveredEvent<{ carryId: string }>): Promise<void> {
    return this.carryDeposit.carry(tx, payload.carryId);
  }
}
