import canonicalize from 'canonicalize';
import { toUtf8, type Bytes } from './bytes.js';
import { SealBroken } from './seal-broken.js';

/** A value's canonical JSON (RFC 8785). @throws SealBroken MALFORMED for what JSON cannot say. */
export const canonicalText = (value: unknown): string => {
  let text: string | undefined;
  try {
    text = canonicalize(value);
  } catch {
    throw new SealBroken('MALFORMED');
  }
  if (text === undefined) throw new SealBroken('MALFORMED');
  return text;
};

export const canonicalBytes = (value: unknown): Bytes => toUtf8(canonicalText(value));
