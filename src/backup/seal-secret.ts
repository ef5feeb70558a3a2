import { createCipheriv, createDecipheriv, randomBytes, scrypt } from 'node:crypto';
import { refuseBackup } from './refuse-backup.js';

const MARK = Buffer.from('SPK1');
const SALT_BYTES = 16;
const IV_BYTES = 12;
const TAG_BYTES = 16;
/** 128 MB and about half a second: a passphrase of people is guessed slowly. */
const COST = { N: 2 ** 17, r: 8, p: 1, maxmem: 256 * 2 ** 20 };

const keyOf = (passphrase: string, salt: Buffer): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    scrypt(passphrase.normalize('NFC'), salt, 32, COST, (error, key) => {
      if (error) reject(error);
      else resolve(key);
    });
  });

/** Encrypts a key file under a passphrase: scrypt, then AES-256-GCM. */
export const sealSecret = async (secret: Buffer, passphrase: string): Promise<Buffer> => {
  const salt = randomBytes(SALT_BYTES);
  const iv = randomBytes(IV_BYTES);
  const cipher = createCipheriv('aes-256-gcm', await keyOf(passphrase, salt), iv);
  const sealed = Buffer.concat([cipher.update(secret), cipher.final()]);
  return Buffer.concat([MARK, salt, iv, cipher.getAuthTag(), sealed]);
};

/** @throws BackupRefused when the passphrase is another one, or the file was changed. */
export const openSecret = async (sealed: Buffer, passphrase: string): Promise<Buffer> => {
  const take = (from: number, bytes: number): Buffer => sealed.subarray(from, from + bytes);
  const saltAt = MARK.length;
  const ivAt = saltAt + SALT_BYTES;
  const tagAt = ivAt + IV_BYTES;
  const key = await keyOf(passphrase, take(saltAt, SALT_BYTES));
  const decipher = createDecipheriv('aes-256-gcm', key, take(ivAt, IV_BYTES));
  decipher.setAuthTag(take(tagAt, TAG_BYTES));
  try {
    return Buffer.concat([decipher.update(sealed.subarray(tagAt + TAG_BYTES)), decipher.final()]);
  } catch {
    return refuseBackup('kata sandi cadangan salah', 'the passphrase of the backup is another one');
  }
};
