import { Injectable } from '@nestjs/common';
import { refusePayout } from '../../../core/payout/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { PayoutKeys } from '../../../platform/gateway/payouts.js';
import { requireSeen } from '../../../platform/http/if-match.js';
import { PayoutAccountStore } from './payout-account.store.js';

/** Sets a party's keys for payouts; they are never shown again. */
@Injectable()
export class SetPayoutAccount {
  constructor(
    private readonly db: Db,
    private readonly store: PayoutAccountStore,
  ) {}

  run(personId: string, partyId: string, seen: number | undefined, keys: PayoutKeys): Promise<void> {
    return this.db.transaction(async (tx) => {
      requireSeen(await this.store.versionOf(tx, partyId), seen);
      const { makerKey, approverKey, merchantKey } = keys;
      if (makerKey === approverKey) throw refusePayout('IRIS_KEYS_ALIKE', {}, 'approverKey');
      await this.store.set(tx, partyId, { makerKey, approverKey, merchantKey }, personId);
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'payout-account-set', subjectType: 'party', subjectId: partyId },
      });
    });
  }
}
