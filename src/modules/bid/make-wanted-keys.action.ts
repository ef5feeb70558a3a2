import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { eachAlone } from '../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { makeKey } from './make-key.js';
import { SealingKeyStore, type KeySubject } from './sealing-key.store.js';

const AT_A_TIME = 200;

/** Makes the keys of tenders that have none: those that began before bids were sealed. */
@Injectable()
@RunsWhenDue('bid.make-wanted-keys')
export class MakeWantedKeys implements Scheduled {
  constructor(
    private readonly db: Db,
    private readonly store: SealingKeyStore,
    private readonly openingKeys: OpeningKeys,
  ) {}

  /** @returns how many were wanted. @throws AggregateError when some could not be made, after all were tried. */
  run(): Promise<number> {
    return eachAlone({
      due: (limit) => this.store.wanted(this.db, limit),
      atOnce: AT_A_TIME,
      take: (subject) => this.make(subject),
      failing: 'sealing keys could not be made',
    });
  }

  private make(subject: KeySubject): Promise<boolean> {
    return this.db.transaction(async (tx) => {
      await makeKey(tx, this.openingKeys, subject);
      await writeAudit(tx, {
        actorId: null,
        action: 'sealing-key-made',
        subjectType: subject.lotId === null ? 'pool' : 'lot',
        subjectId: subject.lotId ?? subject.poolId,
      });
      return true;
    });
  }
}
