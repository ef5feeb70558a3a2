import { SealBroken } from './seal-broken.js';

/** What WebCrypto takes: bytes that are shared with nobody. */
export type Bytes = Uint8Array<ArrayBuffer>;

const BASE64URL = /^[A-Za-z0-9_-]*$/;

export const toBase64url = (bytes: Uint8Array): string => {
  let text = '';
  for (const byte of bytes) text += String.fromCharCode(byte);
  return btoa(text).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
};

/** @throws SealBroken MALFORMED unless `text` is the one spelling of its bytes. */
export const fromBase64url = (text: unknown): Bytes => {
  if (typeof text !== 'string' || !BASE64URL.test(text) || text.length % 4 === 1)
    throw new SealBroken('MALFORMED');
  const decoded = atob(text.replaceAll('-', '+').replaceAll('_', '/'));
  const bytes = Uint8Array.from(decoded, (character) => character.charCodeAt(0));
  // The last character's spare bits would let one box be spelled several ways.
  if (toBase64url(bytes) !== text) throw new SealBroken('MALFORMED');
  return bytes;
};

export const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');

export const toUtf8 = (text: string): Bytes => Uint8Array.from(new TextEncoder().encode(text));

/** @throws SealBroken MALFORMED when the bytes are not UTF-8. */
export const fromUtf8 = (bytes: Uint8Array): string => {
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new SealBroken('MALFORMED');
  }
};

export const joinBytes = (...parts: readonly Uint8Array[]): Bytes => {
  const whole = new Uint8Array(parts.reduce((length, part) => length + part.length, 0));
  let place = 0;
  for (const part of parts) {
    whole.set(part, place);
    place += part.length;
  }
  return whole;
};

export const isSame = (one: Uint8Array, other: Uint8Array): boolean =>
  one.length === other.length && one.every((byte, place) => byte === other[place]);

export const sha256 = async (bytes: Bytes): Promise<Bytes> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', bytes));

export const drawBytes = (count: number): Bytes => crypto.getRandomValues(new Uint8Array(count));
