import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto';

const KEY_BYTES = 32;
const IV_BYTES = 12;
const TAG_BYTES = 16;

/** A private key under an opening key. */
export interface WrappedKey {
  /** Which opening key: derived from it, tells nothing of it. Sixteen hexadecimal digits. */
  readonly openingKeyId: string;
  /** Base64url: IV, ciphertext of AES-256-GCM, its tag. */
  readonly wrapped: string;
}

/** HKDF-SHA256 (RFC 5869) without salt; `purpose` keeps what is derived for one thing from serving another. */
const derive = (master: Buffer, purpose: string, bytes: number): Buffer =>
  Buffer.from(hkdfSync('sha256', master, '', `sepikul-opening/1 ${purpose}`, bytes));

const idOf = (master: Buffer): string => derive(master, 'id', 8).toString('hex');

/**
 * What wraps the private keys of lots, and opens them: a secret of the worker that lies in no database. Each owner
 * has a key of its own, derived from it. The first of several secrets wraps, all of them open: so it is rotated.
 */
export class OpeningKeys {
  private readonly masters: ReadonlyMap<string, Buffer>;

  /** @throws Error unless every secret has 32 bytes. */
  constructor(private readonly secrets: readonly Buffer[]) {
    if (secrets.some(({ length }) => length !== KEY_BYTES))
      throw new Error(`an opening key has ${KEY_BYTES} bytes`);
    this.masters = new Map(secrets.map((secret) => [idOf(secret), secret]));
  }

  /** For a process that never opens: HTTP. */
  static readonly none = new OpeningKeys([]);

  /** Those that open here. */
  get ids(): string[] {
    return [...this.masters.keys()];
  }

  /** @param name what the key belongs to: unwrapping under another name fails. */
  wrap(owner: string, name: string, privateKey: Uint8Array): WrappedKey {
    const [master] = this.secrets;
    if (master === undefined) throw new Error('this process has no opening key');
    const iv = randomBytes(IV_BYTES);
    const cipher = createCipheriv('aes-256-gcm', derive(master, `owner ${owner}`, KEY_BYTES), iv);
    cipher.setAAD(Buffer.from(name));
    const whole = Buffer.concat([iv, cipher.update(privateKey), cipher.final(), cipher.getAuthTag()]);
    return { openingKeyId: idOf(master), wrapped: whole.toString('base64url') };
  }

  /** @throws Error when it was wrapped by another key, for another owner, under another name, or was touched. */
  unwrap(owner: string, name: string, { openingKeyId, wrapped }: WrappedKey): Uint8Array {
    const master = this.masters.get(openingKeyId);
    if (master === undefined) throw new Error(`this process has no opening key ${openingKeyId}`);
    const whole = Buffer.from(wrapped, 'base64url');
    const [iv, tag] = [whole.subarray(0, IV_BYTES), whole.subarray(-TAG_BYTES)];
    const decipher = createDecipheriv('aes-256-gcm', derive(master, `owner ${owner}`, KEY_BYTES), iv);
    decipher.setAAD(Buffer.from(name));
    decipher.setAuthTag(tag);
    return Buffer.concat([decipher.update(whole.subarray(IV_BYTES, -TAG_BYTES)), decipher.final()]);
  }
}
