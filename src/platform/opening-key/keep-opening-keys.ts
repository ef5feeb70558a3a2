import { randomBytes } from 'node:crypto';
import {
  chmodSync,
  existsSync,
  linkSync,
  mkdirSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import type { Config } from '../config/config.js';
import { packageRoot } from '../package-root.js';
import { OpeningKeys } from './opening-keys.js';

const FORM = /^[A-Za-z0-9_-]{43}$/;

/** Whom a file serves that is not said: the worker on a single machine, as in development. */
const defaultFile = (): string => join(packageRoot(), '.data', 'opening-key');

/**
 * Makes a file with a new opening key that only its owner reads. One that stands is left as it is: of two that make
 * it at once, one does.
 */
export const makeOpeningKeyFile = (file: string): void => {
  mkdirSync(dirname(file), { recursive: true });
  const half = `${file}.${process.pid}.${randomBytes(4).toString('hex')}`;
  writeFileSync(half, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
  chmodSync(half, 0o600);
  try {
    linkSync(half, file);
  } catch (error) {
    if (!existsSync(file)) throw error;
  } finally {
    unlinkSync(half);
  }
};

/** @throws Error naming the file, never its content. */
const readOpeningKeys = (file: string): OpeningKeys => {
  if ((statSync(file).mode & 0o077) !== 0)
    throw new Error(`${file} can be read by others than its owner: chmod 600 it`);
  const lines = readFileSync(file, 'utf8')
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '');
  if (lines.length === 0 || !lines.every((line) => FORM.test(line)))
    throw new Error(
      `${file} is no opening key: a line of 43 base64url characters for each, the newest first`,
    );
  return new OpeningKeys(lines.map((line) => Buffer.from(line, 'base64url')));
};

/**
 * The worker's opening keys. A file that is set must be there, for what another made up could open nothing that
 * is sealed already; the one under `.data/` is made where it is missing.
 */
export const keepOpeningKeys = ({
  OPENING_KEY_FILE: file,
}: Pick<Config, 'OPENING_KEY_FILE'>): OpeningKeys => {
  if (file === undefined) makeOpeningKeyFile(defaultFile());
  else if (!existsSync(file))
    throw new Error(`OPENING_KEY_FILE ${file} is missing; \`sepikul opening-key\` makes a new one`);
  return readOpeningKeys(file ?? defaultFile());
};
