import { Injectable } from '@nestjs/common';
import { refuseCommittee } from '../../../core/bid/committee/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';
import type { SealingKey, WrappedKey } from '../../../seal/index.js';
import type { HolderKeyView } from './committee.dto.js';
import { CommitteeReader } from './committee.reader.js';
import { CommitteeStore } from './committee.store.js';
import { requirePublicKey } from './require-public-key.js';

/** Registers a person's key to hold shares by; the same again changes nothing, another one is used from now on. */
@Injectable()
export class RegisterHolderKey {
  constructor(
    private readonly db: Db,
    private readonly store: CommitteeStore,
    private readonly reader: CommitteeReader,
  ) {}

  async run(
    personId: string,
    { publicKey, wrappedPrivateKey }: { publicKey: SealingKey; wrappedPrivateKey?: WrappedKey },
  ): Promise<HolderKeyView> {
    await requirePublicKey(publicKey, 'publicKey');
    const named = wrappedPrivateKey?.publicKey;
    if (named && (named.curve !== publicKey.curve || named.key !== publicKey.key))
      throw refuseCommittee('WRAPPED_KEY_OF_ANOTHER', {}, 'wrappedPrivateKey.publicKey');
    return this.db.transaction(async (tx) => {
      const id = newId();
      if (await this.store.insertHolderKey(tx, id, personId, publicKey, wrappedPrivateKey))
        await writeAudit(tx, {
          actorId: personId,
          action: 'holder-key-registered',
          subjectType: 'holder-key',
          subjectId: id,
        });
      else if ((await this.store.ownerOfKey(tx, publicKey)) !== personId)
        throw refuseCommittee('HOLDER_KEY_TAKEN', {}, 'publicKey');
      return this.reader.ownKey(tx, personId);
    });
  }
}
