import { Injectable } from '@nestjs/common';
import { callForKey, type KeyCall } from '../../../core/bid/committee/call-for-key.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { eachAlone } from '../../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { OpeningKeys } from '../../../platform/opening-key/opening-keys.js';
import { advanceLot, buyersOf, tellLot } from '../../lot/index.js';
import { BidsOpened } from '../bid.events.js';
import { openTermsWithLastLot } from '../open-terms.js';
import { KeyWaitStore, type LotWithoutKey } from './key-wait.store.js';

const AT_A_TIME = 200;

/** Calls for the keys that lots wait for: nobody can bid before their committee's key is there. */
@Injectable()
@RunsWhenDue('bid.call-for-keys')
export class CallForKeys implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: KeyWaitStore,
    private readonly openingKeys: OpeningKeys,
  ) {}

  /** @returns how many lots were called for. @throws AggregateError when some could not be, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.due(this.db, limit),
      atOnce: AT_A_TIME,
      take: (lotId) => this.callFor(lotId),
      failing: 'lots could not be called for',
    });
  }

  private callFor(lotId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      const lot = await this.store.lock(tx, lotId);
      const call = lot && callForKey(lot, lot.now);
      if (lot === undefined || call === undefined) return false;
      await this.make(tx, lot, call);
      await writeAudit(tx, {
        actorId: null,
        action: `sealing-key-wanted-${call.kind}`,
        subjectType: 'lot',
        subjectId: lotId,
      });
      return true;
    });
  }

  private async make(tx: Tx, { lotId, organiserId }: LotWithoutKey, call: KeyCall): Promise<void> {
    switch (call.kind) {
      case 'tell':
        await this.store.markTold(tx, lotId);
        return tellLot(tx, lotId, [organiserId], 'sealing-key-wanted', { until: call.until.toISOString() });
      case 'call-deputy':
        await this.store.markDeputyCalled(tx, lotId);
        return tellLot(tx, lotId, [organiserId], 'sealing-key-overdue', { until: call.until.toISOString() });
      case 'fail': {
        const told = [organiserId, ...(await buyersOf(tx, lotId))];
        await advanceLot(tx, lotId, 'failed', { reason: 'NO_SEALING_KEY' });
        await openTermsWithLastLot(tx, this.openingKeys, lotId);
        // Nothing was opened; but others may have waited for this lot.
        await record(tx, BidsOpened.of({ lotId, bidCount: 0 }));
        return tellLot(tx, lotId, told, 'lot-failed', {
          reason: {
            id: 'kunci segelnya tidak dibuat pada waktunya',
            en: 'its sealing key was not made in time',
          },
        });
      }
    }
  }
}
