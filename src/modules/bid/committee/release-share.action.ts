import { Injectable } from '@nestjs/common';
import { requireAnotherHolder } from '../../../core/bid/committee/judge-opening.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { SealedBox } from '../../../seal/index.js';
import { inHolding } from './in-holding.js';
import { CommitteeReader } from './committee.reader.js';
import { CommitteeStore } from './committee.store.js';
import { requireShareBox } from './require-public-key.js';

/** A holder hands a share to whoever began an opening, sealed to the key made for it. The first one sent counts. */
@Injectable()
export class ReleaseShare {
  constructor(
    private readonly db: Db,
    private readonly store: CommitteeStore,
    private readonly reader: CommitteeReader,
  ) {}

  run(personId: string, openingId: string, box: SealedBox): Promise<void> {
    return this.db.transaction(async (tx) => {
      const opening = await this.reader.opening(tx, openingId);
      const key = inHolding(await this.reader.heldKey(tx, opening.keyId));
      requireAnotherHolder(key, { begunBy: opening.begunBy, releasedBy: [] }, personId);
      requireShareBox(opening.publicKey, box, 'box');
      if (await this.store.insertRelease(tx, opening, personId, box))
        await writeAudit(tx, {
          actorId: personId,
          action: 'share-released',
          subjectType: 'sealing-key',
          subjectId: opening.keyId,
          data: { openingId },
        });
    });
  }
}
