import { fromBase64url, joinBytes, toBase64url, toUtf8, type Bytes } from './bytes.js';
import { canonicalBytes } from './canonical-bytes.js';
import { SealBroken } from './seal-broken.js';
import {
  agree,
  keyCharacters,
  makeSealingKey,
  readSealingKey,
  requireCurve,
  type Curve,
  type SealingKey,
} from './sealing-key.js';

export const SEAL_FORMAT = 'sepikul-seal/1';

/** Bytes of every padded message. The longest bid (12 tiers, 100 surcharges, 200 characters of origin) needs fewer. */
const PADDED_BYTES = 8192;
const LENGTH_BYTES = 4;
const TAG_BYTES = 16;
export const MOST_MESSAGE_BYTES = PADDED_BYTES - LENGTH_BYTES;

/** Characters of every box's ciphertext in base64url: a box's size tells nothing of what is in it. */
export const CIPHERTEXT_CHARACTERS = Math.ceil(((PADDED_BYTES + TAG_BYTES) * 4) / 3);

/** A sealed message; byte fields in base64url. */
export interface SealedBox {
  readonly format: typeof SEAL_FORMAT;
  readonly curve: Curve;
  /** The sender's key for this box alone. */
  readonly ephemeralKey: string;
  /** AES-256-GCM, its tag at the end. */
  readonly ciphertext: string;
}

/** Whom and what a box belongs to: whoever opens it must name the same. */
export type SealContext = Readonly<Record<string, unknown>>;

const pad = (message: Uint8Array): Bytes => {
  if (message.length > MOST_MESSAGE_BYTES) throw new SealBroken('TOO_LONG');
  const padded = new Uint8Array(PADDED_BYTES);
  new DataView(padded.buffer).setUint32(0, message.length);
  padded.set(message, LENGTH_BYTES);
  return padded;
};

const unpad = (padded: Bytes): Bytes => {
  if (padded.length !== PADDED_BYTES) throw new SealBroken('MALFORMED');
  const end = LENGTH_BYTES + new DataView(padded.buffer).getUint32(0);
  if (end > PADDED_BYTES || padded.subarray(end).some((byte) => byte !== 0))
    throw new SealBroken('MALFORMED');
  return padded.slice(LENGTH_BYTES, end);
};

/**
 * Key and IV of one box: HKDF-SHA256 (RFC 5869) without salt over the shared secret, info = format, curve and both
 * public keys, each with its length before it. The ephemeral key serves once, so does the IV.
 */
const deriveKey = async (curve: Curve, shared: Bytes, ephemeral: Bytes, recipient: Bytes) => {
  const parts = [toUtf8(SEAL_FORMAT), toUtf8(curve), ephemeral, recipient];
  const info = joinBytes(...parts.flatMap((part) => [Uint8Array.of(part.length), part]));
  const secret = await crypto.subtle.importKey('raw', shared, 'HKDF', false, ['deriveBits']);
  const drawn = new Uint8Array(
    await crypto.subtle.deriveBits(
      { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(0), info },
      secret,
      (32 + 12) * 8,
    ),
  );
  const key = await crypto.subtle.importKey('raw', drawn.slice(0, 32), 'AES-GCM', false, [
    'encrypt',
    'decrypt',
  ]);
  return { key, iv: drawn.slice(32) };
};

/**
 * Seals a message so that only the holder of the private key reads it, and only under the same context. Every
 * box has the same size.
 * @throws SealBroken TOO_LONG; MALFORMED when the public key is none.
 */
export const seal = async (
  publicKey: SealingKey,
  message: Uint8Array,
  context: SealContext,
): Promise<SealedBox> => {
  const padded = pad(message);
  const recipient = await readSealingKey(publicKey);
  const { curve } = publicKey;
  const ephemeral = await makeSealingKey(curve);
  const ephemeralRaw = fromBase64url(ephemeral.publicKey.key);
  const shared = await agree(curve, ephemeral.privateKey, recipient);
  const { key, iv } = await deriveKey(curve, shared, ephemeralRaw, recipient);
  const additionalData = canonicalBytes(context);
  const ciphertext = await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, padded);
  return {
    format: SEAL_FORMAT,
    curve,
    ephemeralKey: ephemeral.publicKey.key,
    ciphertext: toBase64url(new Uint8Array(ciphertext)),
  };
};

/** The fields of a box as bytes. @throws SealBroken FORMAT_UNKNOWN, MALFORMED */
const readBox = (box: SealedBox): { curve: Curve; ephemeral: Bytes; ciphertext: Bytes } => {
  if ((box.format as string) !== SEAL_FORMAT) throw new SealBroken('FORMAT_UNKNOWN');
  const curve = requireCurve(box.curve);
  const ephemeral = fromBase64url(box.ephemeralKey);
  const ciphertext = fromBase64url(box.ciphertext);
  if (box.ephemeralKey.length !== keyCharacters[curve] || ciphertext.length !== PADDED_BYTES + TAG_BYTES)
    throw new SealBroken('MALFORMED');
  return { curve, ephemeral, ciphertext };
};

/** Refuses what is not shaped like a box for this key: all that can be known of one that stays shut. */
export const requireBox = (publicKey: SealingKey, box: SealedBox): void => {
  if (readBox(box).curve !== publicKey.curve) throw new SealBroken('MALFORMED');
};

/** Opens a box. @throws SealBroken FORMAT_UNKNOWN, MALFORMED, UNDECRYPTABLE */
export const unseal = async (
  privateKey: Uint8Array,
  publicKey: SealingKey,
  box: SealedBox,
  context: SealContext,
): Promise<Bytes> => {
  requireBox(publicKey, box);
  const { curve, ephemeral, ciphertext } = readBox(box);
  const recipient = await readSealingKey(publicKey);
  const shared = await agree(curve, privateKey, ephemeral);
  const { key, iv } = await deriveKey(curve, shared, ephemeral, recipient);
  const additionalData = canonicalBytes(context);
  let padded: Bytes;
  try {
    padded = new Uint8Array(
      await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, ciphertext),
    );
  } catch {
    throw new SealBroken('UNDECRYPTABLE');
  }
  return unpad(padded);
};
