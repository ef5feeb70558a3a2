import { Inject, Injectable } from '@nestjs/common';
import { referenceIn, type PayoutFault } from '../../../core/payout/judge-payout-notification.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { PAYOUT_GATEWAY, type PayoutGateway } from '../../../platform/gateway/payouts.js';
import { newId } from '../../../platform/new-id.js';
import { CallStore } from './call.store.js';
import { PayoutAccountStore } from './payout-account.store.js';

const MOST_BYTES = 16_384;

type Heard =
  | { readonly payoutId: string; readonly fault: null }
  | { readonly payoutId: null; readonly fault: PayoutFault };

const wrong = (fault: PayoutFault): Heard => ({ payoutId: null, fault });

/**
 * Takes what comes as a notification about a payout: keeps it as it came, and has the gateway asked at once when it is
 * about one of ours and signed. What it says is never believed.
 */
@Injectable()
export class HearPayout {
  constructor(
    private readonly db: Db,
    private readonly calls: CallStore,
    private readonly accounts: PayoutAccountStore,
    @Inject(PAYOUT_GATEWAY) private readonly gateway: PayoutGateway,
  ) {}

  run(raw: Buffer, signature: string): Promise<void> {
    return this.db.across('gateway-notification').transaction(async (tx) => {
      const { payoutId, fault } = await this.judge(tx, raw, signature);
      await tx.change(
        'INSERT INTO payout_notification (id, payout_id, raw, is_signed, fault) VALUES ($1, $2, $3, $4, $5)',
        [newId(), payoutId, raw.subarray(0, MOST_BYTES), fault === null, fault],
      );
      if (payoutId !== null) await this.calls.askNow(tx, payoutId);
    });
  }

  /** By the keys that its payer ever had: word of what was begun before they were replaced is signed with the old ones. */
  private async judge(tx: Tx, raw: Buffer, signature: string): Promise<Heard> {
    if (raw.length > MOST_BYTES) return wrong('oversized');
    const referenceNo = referenceIn(raw.toString('utf8'));
    if (referenceNo === undefined) return wrong('unreadable');
    const call = await this.calls.ofReference(tx, referenceNo);
    if (call === undefined) return wrong('unknown-payout');
    if (signature === '') return wrong('unsigned');
    const kept = await this.accounts.keysOf(tx, call.payerId);
    return kept.some(({ keys }) => this.gateway.isSigned(keys, raw, signature))
      ? { payoutId: call.payoutId, fault: null }
      : wrong('forged');
  }
}
