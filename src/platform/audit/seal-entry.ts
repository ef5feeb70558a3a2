import { createHash } from 'node:crypto';
import canonicalize from 'canonicalize';

/** An audit row as it is sealed: every value as exact text, so that no double and no time zone changes it. */
export interface SealedEvent {
  readonly id: string;
  /** To the microsecond, in UTC. */
  readonly happenedAt: string;
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** The text PostgreSQL gives of the jsonb. */
  readonly data: string;
  /** The key of the request that wrote it (Idempotency-Key); null without one. */
  readonly keyId: string | null;
}

/**
 * What an entry says, which its place in the chain names: 1 said nothing of the key, 2 says it, and its own number. What was sealed
 * stays as it was sealed.
 */
export type EntryFormat = 1 | 2;
/** How entries are sealed now. */
export const ENTRY_FORMAT: EntryFormat = 2;

/** What the first entry follows. */
export const GENESIS = '0'.repeat(64);

/** The columns of an audit row by the names and in the form in which they are sealed. */
export const SEALED_COLUMNS = `event.id::text AS id, audit_moment(event.happened_at) AS happened_at, event.actor_id::text AS actor_id,
  event.action, event.subject_type, event.subject_id, event.data::text AS data, event.key_id::text AS key_id`;

/**
 * The hash that chains a row to all before it: SHA-256, in hexadecimal, over the canonical JSON (RFC 8785) of its
 * number, the hash before it and the row.
 */
export const sealEntry = (
  number: number,
  previous: string,
  event: SealedEvent,
  format: EntryFormat = ENTRY_FORMAT,
): string => {
  const { id, happenedAt, actorId, action, subjectType, subjectId, data, keyId } = event;
  const told = { id, happenedAt, actorId, action, subjectType, subjectId, data };
  const place = { number: String(number), previous };
  const entry =
    format === 1
      ? { event: told, ...place }
      : { event: { ...told, keyId }, format: String(format), ...place };
  return createHash('sha256')
    .update(canonicalize(entry) ?? '')
    .digest('hex');
};
