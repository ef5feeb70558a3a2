import { toBase64url, type Bytes } from './bytes.js';
import { seal, unseal, type SealedBox } from './seal-message.js';
import { SealBroken } from './seal-broken.js';
import { belongTogether, makeSealingKey, type Curve, type SealingKey } from './sealing-key.js';
import { hashShare, joinShares, splitKey } from './split-key.js';

/** A share as it is handed in with a key: sealed to its holder. */
export interface SealedShare {
  readonly holderKeyId: string;
  readonly shareHash: string;
  readonly box: SealedBox;
}

/** A key as it is published: its public part, and the hash of each holder's share. */
export interface HeldKey {
  readonly publicKey: SealingKey;
  readonly holders: readonly { readonly holderId: string; readonly shareHash: string }[];
}

/** Made by whoever joins a key, for one opening. */
export interface KeyOpening {
  readonly openingId: string;
  readonly publicKey: SealingKey;
}

const shareContext = ({ key }: SealingKey) => ({ shareOf: key });
const openingContext = ({ openingId }: KeyOpening) => ({ openingId });

/**
 * Makes a lot's pair of keys at the organiser, splits the private one and seals a share to each of three holders.
 * The private key is not among what it gives back: from here on two holders have it, and nobody else.
 */
export const makeHeldKey = async (
  holders: readonly { readonly holderKeyId: string; readonly publicKey: SealingKey }[],
  curve?: Curve,
): Promise<{ publicKey: SealingKey; shares: SealedShare[] }> => {
  const { publicKey, privateKey } = await makeSealingKey(curve);
  const parts = await splitKey(privateKey);
  privateKey.fill(0);
  if (holders.length !== parts.length) throw new SealBroken('SHARES_UNUSABLE');
  const shares = await Promise.all(
    parts.map(async (share, place) => {
      const holder = holders[place];
      if (!holder) throw new SealBroken('SHARES_UNUSABLE');
      const box = await seal(holder.publicKey, share, shareContext(publicKey));
      const shareHash = await hashShare(share);
      share.fill(0);
      return { holderKeyId: holder.holderKeyId, shareHash, box };
    }),
  );
  return { publicKey, shares };
};

/** A holder's own share in the clear. @throws SealBroken SHARE_WRONG when it is not the one whose hash was published */
export const openShare = async (
  holderPrivateKey: Uint8Array,
  holderPublicKey: SealingKey,
  { box, shareHash }: Pick<SealedShare, 'box' | 'shareHash'>,
  publicKey: SealingKey,
): Promise<Bytes> => {
  const share = await unseal(holderPrivateKey, holderPublicKey, box, shareContext(publicKey));
  if ((await hashShare(share)) !== shareHash) throw new SealBroken('SHARE_WRONG');
  return share;
};

/** A share for whoever began an opening, and for nobody else. */
export const sealShareTo = (opening: KeyOpening, share: Uint8Array): Promise<SealedBox> =>
  seal(opening.publicKey, share, openingContext(opening));

/**
 * Joins the private key from one's own share and one that another holder released: PKCS #8 in base64url.
 * @throws SealBroken SHARE_WRONG when the other's share is not the one that was dealt; SHARES_UNUSABLE when both are,
 * and yet they join to another key: whoever dealt them was wrong
 */
export const joinHeldKey = async (
  openingPrivateKey: Uint8Array,
  opening: KeyOpening,
  released: { readonly holderId: string; readonly box: SealedBox },
  ownShare: Uint8Array,
  key: HeldKey,
): Promise<string> => {
  const context = openingContext(opening);
  const share = await unseal(openingPrivateKey, opening.publicKey, released.box, context);
  const dealt = key.holders.find(({ holderId }) => holderId === released.holderId);
  if ((await hashShare(share)) !== dealt?.shareHash) throw new SealBroken('SHARE_WRONG');
  const privateKey = await joinShares([ownShare, share]);
  if (!(await belongTogether(privateKey, key.publicKey))) throw new SealBroken('SHARES_UNUSABLE');
  return toBase64url(privateKey);
};
