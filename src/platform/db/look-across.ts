import type { Purpose } from './purposes.js';
import type { Tx } from './sql.js';

/**
 * Lets a part of a transaction look across the walls for a named purpose; what it writes of the principal's own it
 * writes still as the principal. Statements of one transaction that run beside it would look across too: await it.
 */
export const lookAcross = async <Result>(
  tx: Tx,
  purpose: Purpose,
  work: () => Promise<Result>,
): Promise<Result> => {
  const row = await tx.first<{ before: string }>(
    `SELECT coalesce(current_setting('sepikul.purpose', true), '') AS before`,
  );
  const turn = (to: string): Promise<unknown> =>
    tx.first(`SELECT set_config('sepikul.purpose', $1, true)`, [to]);
  await turn(purpose);
  try {
    return await work();
  } finally {
    // After an error of the database's nothing more is heard here: the settings end with the transaction.
    await turn(row?.before ?? '').catch(() => undefined);
  }
};
