import { randomBytes } from 'node:crypto';
import { Secret, TOTP } from 'otpauth';

/** RFC 6238 as every authenticator app knows it: SHA-1, six digits, 30 s. */
const KIND = { algorithm: 'SHA1', digits: 6, period: 30 } as const;
const SECRET_BYTES = 20;
/** Telephones run ahead or late: one step either way (RFC 6238, 5.2). */
const WINDOW = 1;
/** otpauth compares bytes where it counted characters, and throws at six letters of another script. */
const SIX_DIGITS = /^[0-9]{6}$/;

export const newTotpSecret = (): Buffer => randomBytes(SECRET_BYTES);

const asSecret = (secret: Buffer): Secret => new Secret({ buffer: new Uint8Array(secret).buffer });

/** What an app scans, and the secret as somebody would type it. */
export const describeTotp = (
  secret: Buffer,
  issuer: string,
  login: string,
): { uri: string; secret: string } => {
  const totp = new TOTP({ ...KIND, issuer, label: login, secret: asSecret(secret) });
  return { uri: totp.toString(), secret: totp.secret.base32 };
};

/** The step of 30 s that a code belongs to, near `now`; undefined for a wrong one. */
export const stepOfCode = (secret: Buffer, code: string, now: Date): number | undefined => {
  if (!SIX_DIGITS.test(code)) return undefined;
  const timestamp = now.getTime();
  const delta = TOTP.validate({ ...KIND, secret: asSecret(secret), token: code, timestamp, window: WINDOW });
  return delta === null ? undefined : TOTP.counter({ period: KIND.period, timestamp }) + delta;
};
