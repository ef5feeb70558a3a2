import { randomBytes } from 'node:crypto';
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';

const BYTES = 32;

const codeOf = (error: unknown): unknown => (error as { code?: unknown } | null)?.code;

const read = (file: string): Buffer | undefined => {
  try {
    const secret = Buffer.from(readFileSync(file, 'utf8').trim(), 'base64url');
    if (secret.length !== BYTES) throw new Error(`${file} holds no key of ${BYTES} bytes`);
    return secret;
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return undefined;
    throw error;
  }
};

/**
 * The secret in a file only its owner reads, made where there is none. Of processes that make it at once the first
 * wins: a whole file is linked into place, never overwritten.
 * @throws Error when the place cannot be written, or what is there is no key.
 */
export const readSecretFile = (file: string): Buffer => {
  const kept = read(file);
  if (kept !== undefined) return kept;
  const own = `${file}.${process.pid}`;
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(own, `${randomBytes(BYTES).toString('base64url')}\n`, { mode: 0o600 });
  try {
    linkSync(own, file);
  } catch (error) {
    if (codeOf(error) !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  const made = read(file);
  if (made === undefined) throw new Error(`${file} is gone as soon as it was made`);
  return made;
};
