import type { HappeningData, HappeningKind } from '../../core/party/happenings.js';
import type { Tx } from '../../platform/db/sql.js';
import { tellParties } from '../party/index.js';

interface Named {
  readonly pool: string;
  readonly itemId: string;
  readonly itemEn: string;
}

/** Facts of a kind, besides the lot's name. */
export type LotFacts<Kind extends HappeningKind> = Omit<HappeningData<Kind>, 'pool' | 'item'>;

/** Tells parties what happened to a lot, by the names of its item and pool. */
export const tellLot = async <Kind extends HappeningKind>(
  tx: Tx,
  lotId: string,
  partyIds: readonly string[],
  kind: Kind,
  facts: LotFacts<Kind>,
): Promise<void> => {
  const named = await tx.first<Named>(
    `SELECT title AS pool, name_id AS item_id, name_en AS item_en
     FROM lot JOIN pool ON pool.id = lot.pool_id JOIN pool_item ON pool_item.id = item_id
     JOIN commodity ON commodity.code = commodity_code WHERE lot.id = $1`,
    [lotId],
  );
  if (named === undefined) throw new Error(`lot ${lotId} has no name`);
  const data = { ...facts, pool: named.pool, item: { id: named.itemId, en: named.itemEn } };
  await tellParties(tx, {
    partyIds,
    kind,
    subjectType: 'lot',
    subjectId: lotId,
    data: data as unknown as HappeningData<Kind>,
  });
};

/** Everybody with a line in the lot, for itself or as its beneficiary. */
export const buyersOf = async (tx: Tx, lotId: string): Promise<string[]> => {
  const rows = await tx.rows<{ id: string }>(
    `SELECT koperasi_id AS id FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id WHERE lot_id = $1
     UNION SELECT beneficiary_id FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id WHERE lot_id = $1
     ORDER BY id`,
    [lotId],
  );
  return rows.map(({ id }) => id);
};
