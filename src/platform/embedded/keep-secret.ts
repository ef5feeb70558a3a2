import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { type Account, handOver } from './choose-account.js';

export const SUPERUSER = 'postgres';

/** Reads the superuser's password, making one up where there is none (or only half a file). */
export function keepSecret(secretFile: string, account: Account | undefined): string {
  return readSecret(secretFile) ?? writeSecret(secretFile, account);
}

function readSecret(secretFile: string): string | undefined {
  if (!existsSync(secretFile)) return undefined;
  const text = readFileSync(secretFile, 'utf8');
  try {
    const { password } = JSON.parse(text) as { password?: unknown };
    return typeof password === 'string' && password !== '' ? password : undefined;
  } catch {
    return undefined;
  }
}

/** A cluster that knows another password learns this one, see `resetPassword`. */
function writeSecret(secretFile: string, account: Account | undefined): string {
  // base64url needs no escaping in a URL, nor in SQL.
  const password = randomBytes(24).toString('base64url');
  const half = `${secretFile}.${process.pid}`;
  writeFileSync(half, `${JSON.stringify({ user: SUPERUSER, password })}\n`, { mode: 0o600 });
  handOver(half, account);
  renameSync(half, secretFile);
  return password;
}
