import { Injectable } from '@nestjs/common';
import { advancePayout } from '../../core/payout/advance-payout.js';
import { refusePayout } from '../../core/payout/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Clock } from '../../platform/clock.js';
import { Db } from '../../platform/db/db.js';
import { lookAcross } from '../../platform/db/look-across.js';
import type { Tx } from '../../platform/db/sql.js';
import { isToEffectiveAccount } from './is-to-effective-account.js';
import { CallStore } from './gateway/call.store.js';
import { PayoutStore, type LockedPayout } from './payout.store.js';
import { failPayout, returnPayout, settlePayout } from './settle-payout.js';

/** What people say of a payout by bank transfer: that it was sent, that it arrived, that it did not. */
@Injectable()
export class SendPayout {
  constructor(
    private readonly db: Db,
    private readonly store: PayoutStore,
    private readonly calls: CallStore,
    private readonly clock: Clock,
  ) {}

  /** The payer has told its bank to pay. */
  sent(personId: string, payerId: string, payoutId: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      const payout = await this.lockTransfer(tx, payoutId, ({ payerId: own }) => own === payerId);
      if (!advancePayout(payout.state, 'sent')) return;
      if (!(await lookAcross(tx, 'payout', () => isToEffectiveAccount(tx, payout))))
        throw refusePayout('PAYEE_ACCOUNT_CHANGED');
      await this.store.markSent(tx, payoutId, personId);
      await writeAudit(tx, {
        actorId: personId,
        action: 'payout-sent',
        subjectType: 'payout',
        subjectId: payoutId,
      });
    });
  }

  /** The payee sees the money on its account. */
  arrived(personId: string, payeeId: string, payoutId: string): Promise<void> {
    return this.db.transaction((tx) =>
      lookAcross(tx, 'payout', async () => {
        await this.lockTransfer(tx, payoutId, ({ payeeId: own }) => own === payeeId);
        await settlePayout(tx, payoutId, { paidAt: await this.clock.now(tx), actorId: personId });
      }),
    );
  }

  /** The payer's bank did not take it; or, of one sent by the gateway that never answered, it never went there. */
  failed(personId: string, payerId: string, payoutId: string, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await this.lockTransfer(tx, payoutId, ({ payerId: own }) => own === payerId, true);
      await failPayout(tx, payoutId, { reason, actorId: personId });
    });
  }

  /** The payer's bank gave back what it had paid; the line of a statement that shows it only proves it. */
  returned(personId: string, payerId: string, payoutId: string, reason: string): Promise<void> {
    return this.db.transaction((tx) =>
      lookAcross(tx, 'payout', async () => {
        await this.lockTransfer(tx, payoutId, ({ payerId: own }) => own === payerId);
        await returnPayout(tx, payoutId, { reason, returnedAt: await this.clock.now(tx), actorId: personId });
      }),
    );
  }

  private async lockTransfer(
    tx: Tx,
    payoutId: string,
    isOwn: (payout: LockedPayout) => boolean,
    isGivenUpOurs = false,
  ): Promise<LockedPayout> {
    const payout = await this.store.lock(tx, payoutId);
    if (payout === undefined || !isOwn(payout)) throw refusePayout('PAYOUT_NOT_FOUND');
    const isOurs =
      payout.method === 'transfer' || (isGivenUpOurs && (await this.calls.isGivenUp(tx, payoutId)));
    if (!isOurs) throw refusePayout('PAYOUT_BY_GATEWAY');
    return payout;
  }
}
