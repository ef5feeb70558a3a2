import { randomInt } from 'node:crypto';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import type { OpeningKeys } from '../../platform/opening-key/opening-keys.js';
import { drawNonce, hashBid, makeSealingKey } from '../../seal/index.js';
import { SealingKeyStore, type Decoy, type KeySubject } from './sealing-key.store.js';

const store = new SealingKeyStore();

/** More of them than bids and revisions that a lot usually gets, and never the same number. */
const FEWEST_DECOYS = 8;
const MOST_DECOYS = 40;

/** What a decoy is the hash of: whoever is shown its nonce at the opening can tell that nothing was bid by it. */
export const decoyContext = ({ poolId, lotId }: Pick<KeySubject, 'poolId' | 'lotId'>) => ({
  ...(lotId === null ? { poolId } : { lotId }),
  isDecoy: true,
});

/**
 * Hashes of nothing, each to be published at some moment of the bidding. All hashes are public at once, and yet
 * nobody is to know how many bid: so nobody can tell which of them are bids (docs/threat-model.md).
 */
const drawDecoys = async (subject: KeySubject, now: Date): Promise<Decoy[]> => {
  const lastsMs = Math.max(1, subject.closesAt.getTime() - now.getTime());
  const decoys: Decoy[] = [];
  for (let count = randomInt(FEWEST_DECOYS, MOST_DECOYS); count > 0; count -= 1) {
    const nonce = drawNonce();
    // 48 bits are all that one call draws; a bidding lasts 30 days at most.
    const shownAt = new Date(now.getTime() + randomInt(lastsMs));
    decoys.push({ nonce, hash: await hashBid(decoyContext(subject), {}, nonce), shownAt });
  }
  return decoys;
};

/** Decoys for a key, where its pool wants them. */
export const keepDecoys = async (tx: Tx, keyId: string, subject: KeySubject): Promise<void> => {
  if (subject.showsBidCount) return;
  const clock = await tx.first<{ now: Date }>('SELECT clock_timestamp() AS now');
  if (clock === undefined) throw new Error('the clock did not answer');
  await store.insertDecoys(tx, keyId, await drawDecoys(subject, clock.now));
};

/**
 * Makes the key of a lot's bids, or of a pool's terms, in server mode: its private part leaves this function only
 * under the organiser's opening key. One that is there already stays.
 */
export const makeKey = async (tx: Tx, openingKeys: OpeningKeys, subject: KeySubject): Promise<void> => {
  const { publicKey, privateKey } = await makeSealingKey();
  const keyId = newId();
  if (!(await store.insert(tx, keyId, subject, publicKey))) return;
  await store.insertWrapped(tx, keyId, openingKeys.wrap(subject.organiserId, keyId, privateKey));
  privateKey.fill(0);
  await keepDecoys(tx, keyId, subject);
};
