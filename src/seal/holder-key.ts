import { drawBytes, fromBase64url, toBase64url, toUtf8, type Bytes } from './bytes.js';
import { canonicalBytes } from './canonical-bytes.js';
import { SealBroken } from './seal-broken.js';
import { makeSealingKey, type Curve, type SealingKey } from './sealing-key.js';

const HOLDER_FORMAT = 'sepikul-holder/1';
/** OWASP's count for PBKDF2 with SHA-256 (2023). WebCrypto knows no memory-hard function such as argon2. */
const ITERATIONS = 600_000;
/** Whoever has the database may try passphrases without end: length is all that stands in the way. */
export const LEAST_PASSPHRASE = 16;

/** A holder's private key under a passphrase; byte fields in base64url. */
export interface WrappedKey {
  readonly format: typeof HOLDER_FORMAT;
  readonly iterations: number;
  readonly salt: string;
  readonly iv: string;
  readonly ciphertext: string;
  readonly publicKey: SealingKey;
}

type Header = Pick<WrappedKey, 'format' | 'iterations' | 'salt' | 'publicKey'>;

const wrappingKey = async (passphrase: string, salt: Bytes, iterations: number) => {
  const typed = toUtf8(passphrase.normalize('NFKC'));
  const secret = await crypto.subtle.importKey('raw', typed, 'PBKDF2', false, ['deriveKey']);
  return crypto.subtle.deriveKey(
    { name: 'PBKDF2', hash: 'SHA-256', salt, iterations },
    secret,
    { name: 'AES-GCM', length: 256 },
    false,
    ['encrypt', 'decrypt'],
  );
};

/** Makes a holder's pair of keys, the private one only as wrapped. @throws SealBroken PASSPHRASE_TOO_SHORT */
export const makeHolderKey = async (
  passphrase: string,
  curve?: Curve,
): Promise<{ publicKey: SealingKey; wrappedPrivateKey: WrappedKey }> => {
  if (Array.from(passphrase.normalize('NFKC')).length < LEAST_PASSPHRASE)
    throw new SealBroken('PASSPHRASE_TOO_SHORT');
  const { publicKey, privateKey } = await makeSealingKey(curve);
  const salt = drawBytes(16);
  const iv = drawBytes(12);
  const header: Header = {
    format: HOLDER_FORMAT,
    iterations: ITERATIONS,
    salt: toBase64url(salt),
    publicKey,
  };
  const ciphertext = await crypto.subtle.encrypt(
    { name: 'AES-GCM', iv, additionalData: canonicalBytes(header) },
    await wrappingKey(passphrase, salt, ITERATIONS),
    privateKey,
  );
  const wrappedPrivateKey: WrappedKey = {
    ...header,
    iv: toBase64url(iv),
    ciphertext: toBase64url(new Uint8Array(ciphertext)),
  };
  return { publicKey, wrappedPrivateKey };
};

/** @returns the holder's private key (PKCS #8). @throws SealBroken FORMAT_UNKNOWN, MALFORMED, UNDECRYPTABLE */
export const unlockHolderKey = async (wrapped: WrappedKey, passphrase: string): Promise<Bytes> => {
  const { format, iterations, salt, publicKey } = wrapped;
  // One count only: whoever kept the wrapped key can neither weaken it nor have a browser count for hours.
  if ((format as string) !== HOLDER_FORMAT || iterations !== ITERATIONS)
    throw new SealBroken('FORMAT_UNKNOWN');
  const [saltBytes, iv, ciphertext] = [salt, wrapped.iv, wrapped.ciphertext].map(fromBase64url);
  if (!saltBytes || !ciphertext || iv?.length !== 12) throw new SealBroken('MALFORMED');
  const header: Header = { format, iterations, salt, publicKey };
  const key = await wrappingKey(passphrase, saltBytes, iterations);
  try {
    return new Uint8Array(
      await crypto.subtle.decrypt(
        { name: 'AES-GCM', iv, additionalData: canonicalBytes(header) },
        key,
        ciphertext,
      ),
    );
  } catch {
    throw new SealBroken('UNDECRYPTABLE');
  }
};
