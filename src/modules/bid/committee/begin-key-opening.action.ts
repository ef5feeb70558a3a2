import { Injectable } from '@nestjs/common';
import { requireOpenable } from '../../../core/bid/committee/judge-opening.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';
import type { SealingKey } from '../../../seal/index.js';
import { inHolding } from './in-holding.js';
import type { KeyOpeningView } from './committee.dto.js';
import { CommitteeReader } from './committee.reader.js';
import { CommitteeStore } from './committee.store.js';
import { requirePublicKey } from './require-public-key.js';

/** A holder begins an opening: another is to seal a share to the public key made for it. */
@Injectable()
export class BeginKeyOpening {
  constructor(
    private readonly db: Db,
    private readonly store: CommitteeStore,
    private readonly reader: CommitteeReader,
  ) {}

  async run(personId: string, keyId: string, publicKey: SealingKey): Promise<KeyOpeningView> {
    await requirePublicKey(publicKey, 'publicKey');
    return this.db.transaction(async (tx) => {
      requireOpenable(inHolding(await this.reader.heldKey(tx, keyId)), personId);
      const { openingId, isNew } = await this.store.insertOpening(tx, newId(), keyId, personId, publicKey);
      if (isNew)
        await writeAudit(tx, {
          actorId: personId,
          action: 'key-opening-begun',
          subjectType: 'sealing-key',
          subjectId: keyId,
          data: { openingId },
        });
      return this.reader.opening(tx, openingId);
    });
  }
}
