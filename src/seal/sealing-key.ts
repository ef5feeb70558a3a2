import { drawBytes, fromBase64url, isSame, sha256, toBase64url, toHex, toUtf8, type Bytes } from './bytes.js';
import { SealBroken } from './seal-broken.js';

export const curves = ['X25519', 'P-256'] as const;
export type Curve = (typeof curves)[number];

/** A public key to seal to: base64url of its raw bytes, 32 of X25519, 65 (uncompressed) of P-256. */
export interface SealingKey {
  readonly curve: Curve;
  readonly key: string;
}

export interface SealingKeyPair {
  readonly publicKey: SealingKey;
  /** PKCS #8. Whoever holds it reads everything sealed to the public key. */
  readonly privateKey: Bytes;
}

/** Characters of a public key, and of a box's ephemeral key, in base64url. */
export const keyCharacters: Readonly<Record<Curve, number>> = { X25519: 43, 'P-256': 87 };

type CryptoKey = Awaited<ReturnType<typeof crypto.subtle.importKey>>;

const algorithmOf = (curve: Curve) =>
  curve === 'X25519' ? { name: 'X25519' } : { name: 'ECDH', namedCurve: 'P-256' };

const isCurve = (curve: unknown): curve is Curve => (curves as readonly unknown[]).includes(curve);

/** @throws SealBroken FORMAT_UNKNOWN for another curve. */
export const requireCurve = (curve: unknown): Curve => {
  if (!isCurve(curve)) throw new SealBroken('FORMAT_UNKNOWN');
  return curve;
};

/** @throws SealBroken MALFORMED when the bytes are no key of the curve. */
const importPublic = async (curve: Curve, raw: Bytes): Promise<CryptoKey> => {
  try {
    return await crypto.subtle.importKey('raw', raw, algorithmOf(curve), true, []);
  } catch {
    throw new SealBroken('MALFORMED');
  }
};

const importPrivate = async (curve: Curve, pkcs8: Uint8Array): Promise<CryptoKey> => {
  try {
    return await crypto.subtle.importKey('pkcs8', Uint8Array.from(pkcs8), algorithmOf(curve), false, [
      'deriveBits',
    ]);
  } catch {
    throw new SealBroken('MALFORMED');
  }
};

const make = async (curve: Curve): Promise<SealingKeyPair> => {
  const pair = await crypto.subtle.generateKey(algorithmOf(curve), true, ['deriveBits']);
  if (!('privateKey' in pair)) throw new TypeError('a pair of keys was asked for');
  const raw = new Uint8Array(await crypto.subtle.exportKey('raw', pair.publicKey));
  return {
    publicKey: { curve, key: toBase64url(raw) },
    privateKey: new Uint8Array(await crypto.subtle.exportKey('pkcs8', pair.privateKey)),
  };
};

/** Makes a pair on `curve`; left out: X25519, or P-256 where this runtime does not know X25519. */
export const makeSealingKey = async (curve?: Curve): Promise<SealingKeyPair> => {
  if (curve !== undefined) return make(requireCurve(curve));
  try {
    return await make('X25519');
  } catch {
    return make('P-256');
  }
};

/** The 32 bytes that a private and a public key of one curve agree on. @throws SealBroken */
export const agree = async (curve: Curve, privateKey: Uint8Array, publicRaw: Bytes): Promise<Bytes> => {
  const [own, theirs] = await Promise.all([importPrivate(curve, privateKey), importPublic(curve, publicRaw)]);
  try {
    const { name } = algorithmOf(curve);
    const shared = new Uint8Array(await crypto.subtle.deriveBits({ name, public: theirs }, own, 256));
    // A point of small order gives zeros to everybody: a key that seals nothing.
    if (shared.every((byte) => byte === 0)) throw new SealBroken('MALFORMED');
    return shared;
  } catch {
    throw new SealBroken('MALFORMED');
  }
};

/** A public key's raw bytes. @throws SealBroken when it is none that could be sealed to. */
export const readSealingKey = async ({ curve, key }: SealingKey): Promise<Bytes> => {
  const raw = fromBase64url(key);
  if (key.length !== keyCharacters[requireCurve(curve)]) throw new SealBroken('MALFORMED');
  await importPublic(curve, raw);
  return raw;
};

/** Refuses a public key that no box can be sealed to: another curve's, no point of it, or one of small order. */
export const requireSealingKey = async (publicKey: SealingKey): Promise<void> => {
  const raw = await readSealingKey(publicKey);
  const { privateKey } = await make(publicKey.curve);
  await agree(publicKey.curve, privateKey, raw);
};

/**
 * Whether a private key opens what is sealed to the public one. It is tried, not read off: a PKCS #8 file may
 * name a public key that is not its own.
 */
export const belongTogether = async (privateKey: Uint8Array, publicKey: SealingKey): Promise<boolean> => {
  try {
    const raw = await readSealingKey(publicKey);
    const probe = await make(publicKey.curve);
    const [ours, theirs] = await Promise.all([
      agree(publicKey.curve, privateKey, fromBase64url(probe.publicKey.key)),
      agree(publicKey.curve, probe.privateKey, raw),
    ]);
    return isSame(ours, theirs);
  } catch (error) {
    if (error instanceof SealBroken) return false;
    throw error;
  }
};

/** A nonce for one bid: 32 random bytes in base64url. */
export const drawNonce = (): string => toBase64url(drawBytes(32));

/**
 * A key's name for people to compare by word of mouth: 128 bits of its SHA-256, in groups of four hexadecimal digits.
 */
export const nameKey = async ({ curve, key }: SealingKey): Promise<string> => {
  const digits = toHex(await sha256(toUtf8(`${curve}:${key}`))).slice(0, 32);
  return digits.replace(/(.{4})(?=.)/g, '$1-');
};
