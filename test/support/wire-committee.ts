import { BeginKeyOpening } from '../../src/modules/bid/committee/begin-key-opening.action.js';
import { CommitteeReader } from '../../src/modules/bid/committee/committee.reader.js';
import { CommitteeStore } from '../../src/modules/bid/committee/committee.store.js';
import { JoinKey } from '../../src/modules/bid/committee/join-key.action.js';
import { MakeSealingKey } from '../../src/modules/bid/committee/make-sealing-key.action.js';
import { RegisterHolderKey } from '../../src/modules/bid/committee/register-holder-key.action.js';
import { ReleaseShare } from '../../src/modules/bid/committee/release-share.action.js';
import { SealingKeyStore } from '../../src/modules/bid/sealing-key.store.js';
import type { Principal } from '../../src/platform/auth/principal.js';
import { withinScope } from '../../src/platform/db/scope.js';
import {
  joinHeldKey,
  makeHeldKey,
  makeSealingKey,
  openShare,
  sealShareTo,
  type SealingKeyPair,
} from '../../src/seal/index.js';
import type { TestDatabase } from './database.js';

/** Runs as somebody who belongs to no party: a holder. */
export const actingAs = <Result>(personId: string, work: () => Result): Result =>
  withinScope({ principal: { personId, memberships: [] } }, work);

/** Runs as the organiser's person. */
export const actingFor = <Result>(principal: Principal, work: () => Result): Result =>
  withinScope({ principal }, work);

/** The acts of a committee, as the application wires them, and what its people do at their own machines. */
export const wireCommittee = ({ db }: TestDatabase) => {
  const [store, reader] = [new CommitteeStore(), new CommitteeReader()];
  const register = new RegisterHolderKey(db, store, reader);
  const make = new MakeSealingKey(db, store, new SealingKeyStore(), reader);
  const begin = new BeginKeyOpening(db, store, reader);
  const release = new ReleaseShare(db, store, reader);
  const join = new JoinKey(db, store, reader);

  /** A holder's own share in the clear, fetched as that person. */
  const shareOf = async (holder: KeyedHolder, keyId: string): Promise<Uint8Array> => {
    const share = await actingAs(holder.personId, () => reader.ownShare(db, keyId, holder.personId));
    const key = await reader.heldKey(db, keyId);
    return openShare(holder.privateKey, holder.publicKey, share, key.publicKey);
  };

  return {
    db,
    reader,
    register,
    make,
    begin,
    release,
    join,
    shareOf,
    /** Registers a key for each of these people. */
    async keyed(personIds: readonly string[]): Promise<KeyedHolder[]> {
      return Promise.all(
        personIds.map(async (personId) => {
          const pair = await makeSealingKey();
          const { publicKey } = pair;
          const { holderKeyId } = await actingAs(personId, () => register.run(personId, { publicKey }));
          return { personId, holderKeyId, ...pair };
        }),
      );
    },
    /** The key of a lot, made by its organiser for these holders. */
    async keyForLot(organiser: Principal, lotId: string, holders: readonly KeyedHolder[]) {
      const made = await makeHeldKey(holders);
      return actingFor(organiser, () => make.forLot(organiser, lotId, made));
    },
    /** Begun by one holder, released by another, joined by the first. */
    async openTogether(keyId: string, first: KeyedHolder, second: KeyedHolder): Promise<void> {
      const pair = await makeSealingKey();
      const opening = await actingAs(second.personId, () =>
        begin.run(second.personId, keyId, pair.publicKey),
      );
      const box = await sealShareTo(opening, await shareOf(first, keyId));
      await actingAs(first.personId, () => release.run(first.personId, opening.openingId, box));
      const released = { holderId: first.personId, box };
      const key = await reader.heldKey(db, keyId);
      const own = await shareOf(second, keyId);
      const privateKey = await joinHeldKey(pair.privateKey, opening, released, own, key);
      await actingAs(second.personId, () =>
        join.run(second.personId, opening.openingId, { privateKey, releasedBy: first.personId }),
      );
    },
  };
};

export interface KeyedHolder extends SealingKeyPair {
  readonly personId: string;
  readonly holderKeyId: string;
}
