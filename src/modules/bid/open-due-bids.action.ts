import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { record } from '../../platform/event/record.js';
import { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { advanceLot } from '../lot/index.js';
import { BidsOpened } from './bid.events.js';
import { termsAwaitHolders } from './committee/terms-await-holders.js';
import { findLotKey } from './find-private-key.js';
import { openBids } from './open-bids.js';
import { openTermsWithLastLot } from './open-terms.js';
import { standInOffers } from './stand-in-offers.js';
import { TenderStore } from './tender.store.js';

const DUE_AT_A_TIME = 200;

/**
 * Opens the sealed bids of lots whose deadline has passed and whose key is at hand, each lot in a transaction of
 * its own, so that one that cannot be opened keeps no other shut. A lot without a bid fails here, with its reason.
 */
@Injectable()
@RunsWhenDue('bid.open-due-bids')
export class OpenDueBids implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: TenderStore,
    private readonly openingKeys: OpeningKeys,
  ) {}

  /** @returns how many were opened. @throws AggregateError when some could not be, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.due(this.db, this.openingKeys.ids, limit),
      atOnce: DUE_AT_A_TIME,
      take: (lotId) => this.open(lotId),
      failing: 'tenders could not be opened',
    });
  }

  private open(lotId: string): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      if (!(await this.store.claimDue(tx, lotId, this.openingKeys.ids))) return false;
      const key = await findLotKey(tx, this.openingKeys, lotId);
      if (key === undefined || (await termsAwaitHolders(tx, lotId))) return false;
      const failed = await openBids(tx, key, lotId);
      const standing = await standInOffers(tx, lotId);
      const bidCount = await this.store.markOpened(tx, lotId);
      await openTermsWithLastLot(tx, this.openingKeys, lotId);
      await writeAudit(tx, {
        actorId: null,
        action: 'bids-opened',
        subjectType: 'lot',
        subjectId: lotId,
        data: { bidCount, standing, failed },
      });
      if (bidCount > 0) await advanceLot(tx, lotId, 'opened');
      else await advanceLot(tx, lotId, 'failed', { reason: failed > 0 ? 'NO_ADMISSIBLE_BID' : 'NO_BIDS' });
      await record(tx, BidsOpened.of({ lotId, bidCount }));
      return true;
    });
  }
}
