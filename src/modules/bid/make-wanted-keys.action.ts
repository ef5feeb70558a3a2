import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { RunsWhenDue, type Scheduled } from '../../platform/schedule/schedule.js';
import { makeKey } from './make-key.js';
import { SealingKeyStore } from './sealing-key.store.js';

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

  /** @returns how many were wanted. */
  async run(): Promise<number> {
    const wanted = await this.store.wanted(this.db, AT_A_TIME);
    for (const subject of wanted)
      await this.db.transaction(async (tx) => {
        await makeKey(tx, this.openingKeys, subject);
        await writeAudit(tx, {
          actorId: null,
          action: 'sealing-key-made',
          subjectType: subject.lotId === null ? 'pool' : 'lot',
          subjectId: subject.lotId ?? subject.poolId,
        });
      });
    return wanted.length;
  }
}
