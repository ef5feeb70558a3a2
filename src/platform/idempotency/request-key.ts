import { createHmac, hash } from 'node:crypto';
import { refuseStrangeShape } from '../http/refuse-prototype-keys.js';
import { refuseKey } from './refusals.js';

/** A request's Idempotency-Key as it is kept: neither key nor request can be read from it. */
export interface RequestKey {
  /** The first 128 bits of SHA-256 over person and key. */
  readonly id: string;
  readonly personId: string;
  /** HMAC-SHA-256 of method, address and body under the key. */
  readonly fingerprint: Buffer;
}

/** The parts of a request that both HTTP adapters share. */
export interface KeyedRequest {
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly method: string;
  readonly originalUrl: string;
  readonly body?: unknown;
}

/** Visible ASCII without quotes; the draft's quoted form is taken too (draft-ietf-httpapi-idempotency-key-header, 2.1). */
const accepted = /^(?:"([!#-~]{16,128})"|([!#-~]{16,128}))$/;

/** The first 128 bits, as the database writes a UUID. */
const asUuid = (hex: string): string =>
  [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join('-');

/**
 * The key of a person's request; undefined when none was sent.
 * @throws Refusal KEY_NOT_VALID
 */
export const readKey = (personId: string, request: KeyedRequest): RequestKey | undefined => {
  const header = request.headers['idempotency-key'];
  if (header === undefined) return undefined;
  const match = typeof header === 'string' ? accepted.exec(header.trim()) : null;
  const key = match?.[1] ?? match?.[2];
  if (key === undefined) throw refuseKey('KEY_NOT_VALID');
  // A body that nests without end would end the stack when it is written down.
  refuseStrangeShape(request.body);
  return {
    id: asUuid(hash('sha256', `${personId} ${key}`, 'hex')),
    personId,
    fingerprint: createHmac('sha256', key)
      .update(
        `${request.method} ${request.originalUrl}\n${request.body === undefined ? '' : JSON.stringify(request.body)}`,
      )
      .digest(),
  };
};
