import { combine, split } from 'shamir-secret-sharing';
import { sha256, toHex, type Bytes } from './bytes.js';
import { SealBroken } from './seal-broken.js';

export const HOLDERS = 3;
export const SHARES_NEEDED = 2;

/** Splits a private key among three holders (Shamir over GF(2^8)): any two join it, one alone knows nothing of it. */
export const splitKey = async (privateKey: Uint8Array): Promise<Bytes[]> => {
  const shares = await split(Uint8Array.from(privateKey), HOLDERS, SHARES_NEEDED);
  return shares.map((share) => Uint8Array.from(share));
};

/**
 * Joins two or three shares. Wrong shares join to a wrong key without a word: ask `belongTogether`.
 * @throws SealBroken SHARES_UNUSABLE
 */
export const joinShares = async (shares: readonly Uint8Array[]): Promise<Bytes> => {
  if (shares.length < SHARES_NEEDED) throw new SealBroken('SHARES_UNUSABLE');
  try {
    return Uint8Array.from(await combine(shares.map((share) => Uint8Array.from(share))));
  } catch {
    throw new SealBroken('SHARES_UNUSABLE');
  }
};

/**
 * SHA-256 of a share in hex, published with the lot's key: a holder who hands over another one is found out by
 * name. A share is as random as the key it is of, so that its hash gives nothing away.
 */
export const hashShare = async (share: Uint8Array): Promise<string> =>
  toHex(await sha256(Uint8Array.from(share)));
