import { dataOf, type Api, type View } from '../api/api.js';
import {
  joinHeldKey,
  makeHeldKey,
  makeHolderKey,
  makeSealingKey,
  openShare,
  SealBroken,
  sealShareTo,
  unlockHolderKey,
  type SealFault,
} from '../../../src/seal/index.js';

/**
 * Of keys made here: whoever bids, or opens, may use an older phone than whoever made the key, and every browser
 * has this curve.
 */
const CURVE = 'P-256';

const freshKey = (): { readonly 'Idempotency-Key': string } => ({ 'Idempotency-Key': crypto.randomUUID() });

/** What became of something done with keys on this phone. */
export type Outcome<Done> = { readonly done: Done } | { readonly fault: SealFault | 'KEY_ELSEWHERE' };

/** Gives a broken seal back as data, for the screen to say; refusals of the server are thrown on. */
export const outcomeOf = async <Done>(work: () => Promise<Done>): Promise<Outcome<Done>> => {
  try {
    return { done: await work() };
  } catch (error) {
    if (error instanceof SealBroken) return { fault: error.fault };
    if (error instanceof KeyElsewhere) return { fault: 'KEY_ELSEWHERE' };
    throw error;
  }
};

class KeyElsewhere extends Error {}

/** Makes a holder's key here; only its wrapped form leaves the phone. */
export const makeOwnKey = (passphrase: string): Promise<View<'HolderKeyBody'>> =>
  makeHolderKey(passphrase, CURVE);

type Holder = View<'CommitteeHolderView'>;

/** Makes the keys of these lots, and of the terms over all where asked, each dealt to the three holders. */
export const makeKeys = async (
  api: Api,
  holders: readonly Holder[],
  lotIds: readonly string[],
  poolIdOfTerms: string | null,
): Promise<void> => {
  const ready = holders.flatMap(({ holderKeyId, publicKey }) =>
    holderKeyId === null || publicKey === null ? [] : [{ holderKeyId, publicKey }],
  );
  for (const lotId of lotIds) {
    const body = await makeHeldKey(ready, CURVE);
    await dataOf(api.PUT('/api/v1/lots/{lotId}/sealing-key', { params: { path: { lotId } }, body }));
  }
  if (poolIdOfTerms === null) return;
  const body = await makeHeldKey(ready, CURVE);
  const path = { poolId: poolIdOfTerms };
  await dataOf(api.PUT('/api/v1/pools/{poolId}/sealing-key', { params: { path }, body }));
};

/** A share of one's own in the clear. It stays in the memory of the page that fetched it. */
export interface OwnShare {
  readonly key: View<'HeldKeyView'>;
  readonly share: Uint8Array;
}

/** Fetches one's shares of these keys and opens them here. @throws SealBroken UNDECRYPTABLE for a wrong passphrase */
export const fetchShares = async (
  api: Api,
  keyIds: readonly string[],
  passphrase: string,
): Promise<OwnShare[]> => {
  // Unlocking takes a second on a cheap phone: once for each key of one's own, not for each share.
  const unlocked = new Map<string, Promise<Uint8Array>>();
  const shares: OwnShare[] = [];
  for (const keyId of keyIds) {
    const path = { params: { path: { keyId } } };
    const [key, own] = await Promise.all([
      dataOf(api.GET('/api/v1/sealing-keys/{keyId}', path)),
      dataOf(api.GET('/api/v1/sealing-keys/{keyId}/share', path)),
    ]);
    const wrapped = own.wrappedPrivateKey;
    if (wrapped === null) throw new KeyElsewhere();
    const privateKey = unlocked.get(wrapped.salt) ?? unlockHolderKey(wrapped, passphrase);
    unlocked.set(wrapped.salt, privateKey);
    shares.push({ key, share: await openShare(await privateKey, own.holderPublicKey, own, key.publicKey) });
  }
  return shares;
};

/** An opening begun on this phone: its private key is nowhere else, and goes with the page. */
export interface Begun extends OwnShare {
  readonly opening: View<'KeyOpeningView'>;
  readonly privateKey: Uint8Array;
}

export const beginOpenings = async (api: Api, shares: readonly OwnShare[]): Promise<Begun[]> => {
  const begun: Begun[] = [];
  for (const own of shares) {
    const { publicKey, privateKey } = await makeSealingKey(CURVE);
    const opening = await dataOf(
      api.POST('/api/v1/sealing-keys/{keyId}/openings', {
        params: { path: { keyId: own.key.keyId }, header: freshKey() },
        body: { publicKey },
      }),
    );
    begun.push({ ...own, opening, privateKey });
  }
  return begun;
};

/** Seals each share to the openings that others have begun. @returns how many openings got one. */
export const giveShares = async (
  api: Api,
  shares: readonly OwnShare[],
  personId: string,
): Promise<number> => {
  let given = 0;
  for (const { key, share } of shares) {
    const { data } = await dataOf(
      api.GET('/api/v1/sealing-keys/{keyId}/openings', { params: { path: { keyId: key.keyId } } }),
    );
    for (const opening of data.filter(({ begunBy }) => begunBy !== personId)) {
      const box = await sealShareTo(opening, share);
      const path = { openingId: opening.openingId };
      await dataOf(api.PUT('/api/v1/openings/{openingId}/release', { params: { path }, body: { box } }));
      given += 1;
    }
  }
  return given;
};

/** How an opening that was begun here stands. */
export type Joining = 'joined' | 'waits' | { readonly wrongHolderId: string };

/** Joins the key with whichever released share is right, and hands it in: it becomes public. */
export const joinReleased = async (api: Api, begun: Begun): Promise<Joining> => {
  const path = { params: { path: { openingId: begun.opening.openingId } } };
  const { data } = await dataOf(api.GET('/api/v1/openings/{openingId}/releases', path));
  let joining: Joining = 'waits';
  for (const released of data) {
    const joined = await outcomeOf(() =>
      joinHeldKey(begun.privateKey, begun.opening, released, begun.share, begun.key),
    );
    if ('fault' in joined) {
      joining = { wrongHolderId: released.holderId };
      continue;
    }
    const body = { privateKey: joined.done, releasedBy: released.holderId };
    await dataOf(api.PUT('/api/v1/openings/{openingId}/private-key', { ...path, body }));
    return 'joined';
  }
  return joining;
};
