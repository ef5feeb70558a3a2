import { createCipheriv, createDecipheriv, createHash, createHmac, hkdfSync, randomBytes } from 'node:crypto';
import { readSecretFile } from './keep-secret-file.js';

const NONCE_BYTES = 12;
const TAG_BYTES = 16;
const MARK_BYTES = 8;
const LEAST = 32;

/**
 * The server's own secret, which is not in the database: who copies the database reads nothing sealed under it.
 * Every use has a key of its own, derived by HKDF-SHA256 (RFC 5869) from the one that is kept.
 */
export class SecretKey {
  private root: Buffer | undefined;

  /**
   * @param given the setting SECRET_KEY; undefined: kept in a file of this installation, made at the first use.
   * @throws Error when it is too short to be one.
   */
  constructor(
    private readonly given: string | undefined,
    private readonly file: string,
  ) {
    if (given !== undefined && given.length < LEAST)
      throw new Error(`SECRET_KEY needs ${LEAST} characters or more`);
  }

  /** Tells keys apart without telling anything about them: kept beside what was sealed. */
  get mark(): Buffer {
    return createHash('sha256').update(this.keyFor('mark')).digest().subarray(0, MARK_BYTES);
  }

  /** AES-256-GCM: nonce, ciphertext, tag. `context` must be the same to open it: what it belongs to. */
  seal(use: string, context: string, plain: Buffer): Buffer {
    const nonce = randomBytes(NONCE_BYTES);
    const cipher = createCipheriv('aes-256-gcm', this.keyFor(use), nonce).setAAD(Buffer.from(context));
    return Buffer.concat([nonce, cipher.update(plain), cipher.final(), cipher.getAuthTag()]);
  }

  /** @throws Error when it was sealed under another key or for another context, or was touched. */
  open(use: string, context: string, sealed: Buffer): Buffer {
    const decipher = createDecipheriv('aes-256-gcm', this.keyFor(use), sealed.subarray(0, NONCE_BYTES))
      .setAAD(Buffer.from(context))
      .setAuthTag(sealed.subarray(-TAG_BYTES));
    return Buffer.concat([decipher.update(sealed.subarray(NONCE_BYTES, -TAG_BYTES)), decipher.final()]);
  }

  /** HMAC-SHA-256: what the same server can say again, and nobody else. */
  derive(use: string, text: string): Buffer {
    return createHmac('sha256', this.keyFor(use)).update(text).digest();
  }

  private keyFor(use: string): Buffer {
    this.root ??=
      this.given === undefined ? readSecretFile(this.file) : createHash('sha256').update(this.given).digest();
    return Buffer.from(hkdfSync('sha256', this.root, 'sepikul', use, 32));
  }
}
