import { Injectable } from '@nestjs/common';
import { judgeUnopened, tenderedAnewAt } from '../../core/bid/judge-unopened.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { advanceLot, buyersOf, tellLot } from '../lot/index.js';
import { BidsOpened, TenderBegunAnew } from './bid.events.js';
import { makeKey } from './make-key.js';
import { openTermsWithLastLot } from './open-terms.js';
import { TenderStore, type LateTender } from './tender.store.js';

const LATE_AT_A_TIME = 200;

/**
 * Brings about what follows when bids are not opened in time, because their key is missing or their holders are
 * silent: the deputy is called, then the lot is tendered anew under a new key; after several attempts it fails. What
 * was bid stays shut.
 */
@Injectable()
@RunsWhenDue('bid.run-unopened')
export class RunUnopened implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: TenderStore,
    private readonly openingKeys: OpeningKeys,
  ) {}

  /** @returns how many tenders moved. @throws AggregateError when some could not, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.late(this.db, limit),
      atOnce: LATE_AT_A_TIME,
      take: (lotId) =>
        this.db.transaction(async (tx) => {
          const tender = await this.store.claimLate(tx, lotId);
          return tender !== undefined && this.move(tx, tender);
        }),
      failing: 'late tenders could not be moved on',
    });
  }

  private async move(tx: Tx, tender: LateTender): Promise<boolean> {
    switch (judgeUnopened(tender, tender.now)) {
      case 'wait':
        return false;
      case 'call-deputy':
        await this.callDeputy(tx, tender);
        return true;
      case 'tender-anew':
        await this.tenderAnew(tx, tender);
        return true;
      case 'give-up':
        await this.giveUp(tx, tender);
        return true;
    }
  }

  private async callDeputy(tx: Tx, tender: LateTender): Promise<void> {
    const { lotId, attempt, deputyId, organiserId, closesAt } = tender;
    await this.store.markDeputyCalled(tx, lotId);
    await tellLot(tx, lotId, [organiserId], 'bids-still-sealed', {
      closed: closesAt.toISOString(),
      until: tenderedAnewAt(tender).toISOString(),
    });
    await this.audit(tx, 'deputy-called', lotId, { attempt, deputyId });
  }

  private async tenderAnew(tx: Tx, tender: LateTender): Promise<void> {
    const { lotId, poolId, organiserId, mode, attempt } = tender;
    const told = [organiserId, ...(await buyersOf(tx, lotId)), ...(await this.store.biddersOf(tx, lotId))];
    const closesAt = await this.store.beginAnew(tx, lotId);
    if (mode === 'server') {
      const subject = { ...tender, closesAt, attempt: attempt + 1 };
      await makeKey(tx, this.openingKeys, subject);
      const ofTerms = await this.store.nextTermsAttempt(tx, poolId, tender.closesAt);
      if (ofTerms !== undefined)
        await makeKey(tx, this.openingKeys, { ...subject, lotId: null, attempt: ofTerms });
    }
    await tellLot(tx, lotId, told, 'tendered-anew', { until: closesAt.toISOString() });
    await this.audit(tx, 'tender-begun-anew', lotId, { attempt: attempt + 1 });
    await record(tx, TenderBegunAnew.of({ lotId, attempt: attempt + 1 }));
  }

  private async giveUp(tx: Tx, { lotId, attempt, organiserId }: LateTender): Promise<void> {
    const told = [organiserId, ...(await buyersOf(tx, lotId)), ...(await this.store.biddersOf(tx, lotId))];
    await advanceLot(tx, lotId, 'failed', { reason: 'BIDS_NOT_OPENED' });
    await openTermsWithLastLot(tx, this.openingKeys, lotId);
    await tellLot(tx, lotId, told, 'lot-failed', {
      reason: { id: 'penawarannya tidak dapat dibuka', en: 'its bids could not be opened' },
    });
    await this.audit(tx, 'bids-given-up', lotId, { attempt });
    // Nothing was opened; but others may have waited for this lot.
    await record(tx, BidsOpened.of({ lotId, bidCount: 0 }));
  }

  private audit(
    tx: Tx,
    action: string,
    lotId: string,
    data: Readonly<Record<string, string | number | null>>,
  ): Promise<void> {
    return writeAudit(tx, { actorId: null, action, subjectType: 'lot', subjectId: lotId, data });
  }
}
