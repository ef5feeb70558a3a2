import { Injectable } from '@nestjs/common';
import { outcomes, takesTwo, type Outcome } from '../../../core/payment/judge-outcome.js';
import { refusePayment } from '../../../core/payment/refusals.js';
import type { SuspenseWay } from '../../../core/payout/list-ways.js';
import { refusePayout } from '../../../core/payout/refusals.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import { ResolveSuspense, StateOutcome } from '../../payment/index.js';
import { ResolveLine } from '../statement/resolve-line.action.js';
import type { ResolveTaskRequest } from './suspense-task.dto.js';
import { SuspenseTaskReader } from './suspense-task.reader.js';

const isOutcome = (as: SuspenseWay): as is Outcome => (outcomes as readonly string[]).includes(as);

/** One way to say what money was that nobody could explain, wherever it came to light; each is done by who keeps it. */
@Injectable()
export class ResolveTask {
  constructor(
    private readonly db: Db,
    private readonly reader: SuspenseTaskReader,
    private readonly payments: ResolveSuspense,
    private readonly lines: ResolveLine,
    private readonly outcomes: StateOutcome,
  ) {}

  async run(
    principal: Principal,
    partyId: string,
    taskId: string,
    version: number,
    { as, id, reason, feeRp, amountRp }: ResolveTaskRequest,
  ): Promise<void> {
    const source = await this.reader.sourceOf(this.db, partyId, taskId);
    if (source === undefined) throw refusePayment('SUSPENSE_NOT_FOUND');
    if (source === 'bank-line') {
      if (isOutcome(as)) throw refusePayment('OUTCOME_NOT_ASKED', {}, 'as');
      if (as === 'ask-again') throw refusePayment('SUSPENSE_NOT_TAKEN_BACK');
      const given = { ...(id === undefined ? {} : { id }), ...(feeRp === undefined ? {} : { feeRp }) };
      return this.lines.run(principal.personId, partyId, taskId, version, { as, ...given });
    }
    if (as === 'payout' || as === 'return' || as === 'transfer' || as === 'gateway' || as === 'not-ours')
      throw refusePayment('SUSPENSE_CAME_BY_GATEWAY', {}, 'as');
    if (as === 'credit') await this.payments.credit(principal, taskId, version);
    else if (isOutcome(as)) {
      if (reason === undefined && takesTwo(as)) throw refusePayout('RESOLVE_WITHOUT_REASON', {}, 'reason');
      const word = { outcome: as, refundedRp: amountRp ?? 0, reason: reason ?? '' };
      await this.outcomes.run(principal, taskId, word, version);
    } else if (as === 'ask-again') await this.payments.askAgain(principal, taskId, version);
    else if (as === 'money-back') {
      if (reason === undefined) throw refusePayout('RESOLVE_WITHOUT_REASON', {}, 'reason');
      await this.payments.propose(principal, taskId, reason, version);
    } else {
      if (id === undefined) throw refusePayout('RESOLVE_WITHOUT_ID', {}, 'id');
      await this.payments.apply(principal, taskId, id, version);
    }
  }
}
