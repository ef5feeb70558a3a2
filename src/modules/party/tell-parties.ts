import type { HappeningData, HappeningKind } from '../../core/party/happenings.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';

/** What is told, and to whom; a party named twice is told once. */
interface Telling<Kind extends HappeningKind> {
  readonly partyIds: readonly string[];
  readonly kind: Kind;
  /** What it is about: `pool`, `lot`, `commitment` and so on, with its id. */
  readonly subjectType: string;
  readonly subjectId: string;
  readonly data: HappeningData<Kind>;
}

/**
 * Puts an entry on the parties' lists of what happened, in the transaction in which it happened: so it is told
 * exactly as often as it comes about.
 */
export const tellParties = async <Kind extends HappeningKind>(
  tx: Tx,
  { partyIds, kind, subjectType, subjectId, data }: Telling<Kind>,
): Promise<void> => {
  const told = [...new Set(partyIds)];
  if (told.length === 0) return;
  await tx.change(
    `INSERT INTO happening (id, party_id, kind, subject_type, subject_id, data)
     SELECT id, party_id, $3, $4, $5, $6 FROM unnest($1::uuid[], $2::uuid[]) AS told (id, party_id)`,
    [told.map(newId), told, kind, subjectType, subjectId, data],
  );
};
