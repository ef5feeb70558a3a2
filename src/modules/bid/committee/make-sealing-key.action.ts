import { Injectable } from '@nestjs/common';
import { refuseCommittee } from '../../../core/bid/committee/refusals.js';
import { requireShares } from '../../../core/bid/committee/require-shares.js';
import { refuseBid } from '../../../core/bid/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import type { Principal } from '../../../platform/auth/principal.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { newId } from '../../../platform/new-id.js';
import type { SealedBox, SealingKey } from '../../../seal/index.js';
import type { HeldKeyView } from './committee.dto.js';
import { CommitteeReader } from './committee.reader.js';
import { keepDecoys } from '../make-key.js';
import { SealingKeyStore } from '../sealing-key.store.js';
import { CommitteeStore, type KeyPlace, type ShareRow } from './committee.store.js';
import { requirePublicKey, requireShareBox } from './require-public-key.js';

interface MadeKey {
  readonly publicKey: SealingKey;
  readonly shares: readonly {
    readonly holderKeyId: string;
    readonly shareHash: string;
    readonly box: SealedBox;
  }[];
}

/**
 * Takes the public key that the organiser made, with a share of the private one sealed to each holder. The private
 * key itself never comes here. A lot's bidding period begins with its key.
 */
@Injectable()
export class MakeSealingKey {
  constructor(
    private readonly db: Db,
    private readonly store: CommitteeStore,
    private readonly keys: SealingKeyStore,
    private readonly reader: CommitteeReader,
  ) {}

  forLot(principal: Principal, lotId: string, made: MadeKey): Promise<HeldKeyView> {
    return this.make(principal, made, async (tx) => {
      const place = await this.store.lockLot(tx, lotId);
      if (place === undefined) throw refuseBid('TENDER_NOT_FOUND');
      return place;
    });
  }

  /** The key of suppliers' terms over all lots of the pool. */
  forPool(principal: Principal, poolId: string, made: MadeKey): Promise<HeldKeyView> {
    return this.make(principal, made, async (tx) => {
      const place = await this.store.lockPool(tx, poolId);
      if (place === undefined) throw refuseCommittee('POOL_WITHOUT_COMMITTEE');
      return place;
    });
  }

  private async make(
    principal: Principal,
    made: MadeKey,
    lock: (tx: Tx) => Promise<KeyPlace>,
  ): Promise<HeldKeyView> {
    await requirePublicKey(made.publicKey, 'publicKey');
    return this.db.transaction(async (tx) => {
      const place = await lock(tx);
      const isOwn = principal.memberships.some(({ partyId }) => partyId === place.organiserId);
      if (!isOwn) throw refuseCommittee('NOT_THE_ORGANISER');
      if (!place.isCommittee) throw refuseCommittee('POOL_WITHOUT_COMMITTEE');
      if (place.keyId !== null) return this.standing(tx, place.keyId, place.publicKey, made);
      if (place.isOver) throw refuseBid('TENDER_ALREADY_CLOSED');
      return this.keep(tx, principal.personId, place, made);
    });
  }

  /** Sent twice is made once; another key for the same bids is refused. */
  private standing(tx: Tx, keyId: string, publicKey: string | null, made: MadeKey): Promise<HeldKeyView> {
    if (publicKey !== made.publicKey.key) throw refuseCommittee('SEALING_KEY_ALREADY_MADE');
    return this.reader.heldKey(tx, keyId);
  }

  private async keep(tx: Tx, personId: string, place: KeyPlace, made: MadeKey): Promise<HeldKeyView> {
    const shares = await this.requireHolders(tx, place.poolId, made);
    const keyId = newId();
    if (place.lotId !== null) await this.store.beginBidding(tx, place);
    if (!(await this.keys.insert(tx, keyId, place, made.publicKey)))
      throw refuseCommittee('SEALING_KEY_ALREADY_MADE');
    await this.store.insertShares(tx, keyId, shares);
    await keepDecoys(tx, keyId, place);
    await writeAudit(tx, {
      actorId: personId,
      action: 'sealing-key-made',
      subjectType: 'sealing-key',
      subjectId: keyId,
      data: { poolId: place.poolId, lotId: place.lotId, attempt: place.attempt },
    });
    return this.reader.heldKey(tx, keyId);
  }

  private async requireHolders(tx: Tx, poolId: string, { shares }: MadeKey): Promise<ShareRow[]> {
    const holders = await this.reader.holdersOf(tx, poolId);
    requireShares(holders, shares);
    return shares.map((share, index) => {
      const holder = holders.find(({ holderKeyId }) => holderKeyId === share.holderKeyId);
      if (holder?.publicKey == null) throw new Error(`nobody holds key ${share.holderKeyId}`);
      requireShareBox(holder.publicKey, share.box, `shares.${index}.box`);
      return { ...share, holderId: holder.holderId };
    });
  }
}
