import type { Tx } from '../db/sql.js';

export interface AuditEntry {
  /** The person who acted; null when the worker did. */
  readonly actorId: string | null;
  readonly action: string;
  readonly subjectType: string;
  readonly subjectId: string;
  /** Ids, states and counts only: never names, prices under seal or other personal data. */
  readonly data?: Readonly<Record<string, string | number | boolean | null>>;
}

/** One row per change of state, in its transaction. */
export const writeAudit = async (tx: Tx, entry: AuditEntry): Promise<void> => {
  await tx.change(
    'INSERT INTO audit_event (actor_id, action, subject_type, subject_id, data) VALUES ($1, $2, $3, $4, $5)',
    [entry.actorId, entry.action, entry.subjectType, entry.subjectId, entry.data ?? {}],
  );
};
