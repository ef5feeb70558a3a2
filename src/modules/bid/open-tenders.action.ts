import { Injectable } from '@nestjs/common';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { makeKey } from './make-key.js';
import { TenderStore } from './tender.store.js';

/**
 * Invites bids on lots, each until its pool's bidding period has passed, and makes the keys they are sealed to. A
 * lot that has its tender keeps it; one that a committee seals begins with the committee's key.
 */
@Injectable()
export class OpenTenders {
  constructor(
    private readonly store: TenderStore,
    private readonly openingKeys: OpeningKeys,
  ) {}

  async run(tx: Tx, lotIds: readonly string[]): Promise<void> {
    const begun = await this.store.begin(tx, lotIds, 'server');
    const ofTerms = new Map(begun.map((tender) => [tender.poolId, { ...tender, lotId: null }]));
    for (const subject of [...ofTerms.values(), ...begun]) await makeKey(tx, this.openingKeys, subject);
    for (const tender of begun)
      await writeAudit(tx, {
        actorId: null,
        action: 'tender-begun',
        subjectType: 'lot',
        subjectId: tender.lotId,
      });
  }
}
