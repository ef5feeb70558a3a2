import { Injectable } from '@nestjs/common';
import { requireTwoHolders } from '../../../core/bid/committee/judge-opening.js';
import { refuseCommittee } from '../../../core/bid/committee/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { belongTogether } from '../../../seal/index.js';
import { inHolding } from './in-holding.js';
import { CommitteeReader } from './committee.reader.js';
import { CommitteeStore } from './committee.store.js';

/**
 * Takes the private key that a second holder joined, if it opens what is sealed to the public one, and publishes
 * it: the worker opens the bids with it, and anybody can open them again.
 */
@Injectable()
export class JoinKey {
  constructor(
    private readonly db: Db,
    private readonly store: CommitteeStore,
    private readonly reader: CommitteeReader,
  ) {}

  async run(
    joinedBy: string,
    openingId: string,
    { privateKey, releasedBy }: { privateKey: string; releasedBy: string },
  ): Promise<void> {
    const { keyId } = await this.reader.opening(this.db, openingId);
    const { publicKey } = await this.reader.heldKey(this.db, keyId);
    const isRight = await belongTogether(Buffer.from(privateKey, 'base64url'), publicKey);
    await this.db.transaction(async (tx) => {
      const opening = await this.reader.opening(tx, openingId);
      const { lotId } = await this.reader.heldKey(tx, keyId);
      if (lotId !== null) await this.store.holdTender(tx, lotId);
      const key = await this.reader.heldKey(tx, keyId);
      const released = await this.reader.releasedTo(tx, openingId);
      requireTwoHolders(
        inHolding(key),
        { begunBy: opening.begunBy, releasedBy: released.map(({ holderId }) => holderId) },
        { joinedBy, releasedBy },
      );
      if (!isRight) throw refuseCommittee('PRIVATE_KEY_WRONG', {}, 'privateKey');
      if (await this.store.insertReleasedKey(tx, keyId, privateKey, { openingId, joinedBy, releasedBy }))
        await writeAudit(tx, {
          actorId: joinedBy,
          action: 'sealing-key-released',
          subjectType: 'sealing-key',
          subjectId: keyId,
          data: { openingId, releasedBy },
        });
    });
  }
}
