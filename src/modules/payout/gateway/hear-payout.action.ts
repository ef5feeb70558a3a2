import { Inject, Injectable } from '@nestjs/common';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { PAYOUT_GATEWAY, type PayoutGateway } from '../../../platform/gateway/payouts.js';
import { newId } from '../../../platform/new-id.js';
import { CallStore } from './call.store.js';
import { PayoutAccountStore } from './payout-account.store.js';

const MOST_BYTES = 16_384;

const referenceIn = (raw: Buffer): string | undefined => {
  try {
    const body = JSON.parse(raw.toString('utf8')) as { reference_no?: unknown } | null;
    return typeof body?.reference_no === 'string' ? body.reference_no : undefined;
  } catch {
    return undefined;
  }
};

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
    const kept = raw.subarray(0, MOST_BYTES);
    return this.db.across('gateway-notification').transaction(async (tx) => {
      const payoutId = raw.length > MOST_BYTES ? null : await this.signedOne(tx, raw, signature);
      await tx.change(
        'INSERT INTO payout_notification (id, payout_id, raw, is_signed) VALUES ($1, $2, $3, $4)',
        [newId(), payoutId, kept, payoutId !== null],
      );
      if (payoutId !== null) await this.calls.askNow(tx, payoutId);
    });
  }

  /** The payout that it is about, when its payer's key signed it. */
  private async signedOne(tx: Tx, raw: Buffer, signature: string): Promise<string | null> {
    const referenceNo = referenceIn(raw);
    const call = referenceNo === undefined ? undefined : await this.calls.ofReference(tx, referenceNo);
    const keys = call && (await this.accounts.keysOf(tx, call.payerId));
    return call !== undefined && keys !== undefined && this.gateway.isSigned(keys, raw, signature)
      ? call.payoutId
      : null;
  }
}
