import { numberDocument, type DocumentKind } from '../../core/settlement/number-invoice.js';
import type { Tx } from '../../platform/db/sql.js';

export interface DocumentToNumber {
  readonly id: string;
  readonly kind: Exclude<DocumentKind, 'invoice'>;
  readonly issuerId: string;
  readonly poolId: string;
}

/**
 * Gives a paper the next number of its issuer's series, in the year that it is at the place of the pool's organiser.
 * The series' row stays locked until commit: what fails leaves no gap.
 * @returns the number as it is printed.
 */
export const takeDocumentNumber = async (
  tx: Tx,
  { id, kind, issuerId, poolId }: DocumentToNumber,
): Promise<string> => {
  const taken = await tx.first<{ year: number; number: number }>(
    `INSERT INTO document_series (issuer_id, kind, year, last_number)
     SELECT $1, $2, extract(year FROM clock_timestamp() AT TIME ZONE organiser.time_zone)::int, 1
     FROM pool JOIN party AS organiser ON organiser.id = organiser_id WHERE pool.id = $3
     ON CONFLICT (issuer_id, kind, year) DO UPDATE SET last_number = document_series.last_number + 1
     RETURNING year, last_number AS number`,
    [issuerId, kind, poolId],
  );
  if (taken === undefined) throw new Error(`there is no pool ${poolId}`);
  await tx.change(
    'INSERT INTO document_number (document_id, issuer_id, kind, year, number) VALUES ($1, $2, $3, $4, $5)',
    [id, issuerId, kind, taken.year, taken.number],
  );
  return numberDocument(kind, taken.year, taken.number);
};
