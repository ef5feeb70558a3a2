import { Injectable } from '@nestjs/common';
import { advancePayout } from '../../core/payout/advance-payout.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { tellParties } from '../party/index.js';
import { ACCOUNT_CHANGED, isToEffectiveAccount } from './is-to-effective-account.js';
import { PayoutStore, type LockedPayout } from './payout.store.js';

/** Two people have agreed: the payout may be sent. A decision about something else is none of ours. */
@Injectable()
export class ApprovePayout {
  constructor(private readonly store: PayoutStore) {}

  async run(tx: Tx, payoutId: string, decisionId: string): Promise<void> {
    const payout = await this.store.lock(tx, payoutId);
    if (payout?.decisionId !== decisionId || !advancePayout(payout.state, 'approved')) return;
    if (!(await isToEffectiveAccount(tx, payout))) return this.refuse(tx, payout);
    await this.store.markApproved(tx, payoutId);
    await writeAudit(tx, {
      ...{ actorId: null, action: 'payout-approved', subjectType: 'payout', subjectId: payoutId },
      data: { decisionId },
    });
  }

  /** It was agreed on for an account at which its payee is paid no longer: its dues are free for another. */
  private async refuse(tx: Tx, { id, payerId, amountRp }: LockedPayout): Promise<void> {
    await this.store.markEnded(tx, id, 'refused', ACCOUNT_CHANGED);
    await writeAudit(tx, { actorId: null, action: 'payout-refused', subjectType: 'payout', subjectId: id });
    await tellParties(tx, {
      ...{ partyIds: [payerId], kind: 'payout-failed', subjectType: 'payout', subjectId: id },
      data: { amount: amountRp, reason: ACCOUNT_CHANGED },
    });
  }
}
