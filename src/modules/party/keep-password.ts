import type { Tx } from '../../platform/db/sql.js';

/**
 * Gives a person a new password and ends all their sessions, but for the one that they sit at; what codes were sent
 * to them hold no longer.
 * @param passwordHash made by `hashPassword` of what `judgePassword` let pass
 * @param keptTokenHash of the session that stays
 * @returns how many sessions ended; undefined, with nothing changed, when the person was disabled or erased meanwhile.
 */
export const keepPassword = async (
  tx: Tx,
  personId: string,
  passwordHash: string,
  keptTokenHash: Buffer | null = null,
): Promise<number | undefined> => {
  const changed = await tx.change(
    'UPDATE person SET password_hash = $2 WHERE id = $1 AND disabled_at IS NULL',
    [personId, passwordHash],
  );
  if (changed === 0) return undefined;
  await tx.change(
    'UPDATE one_time_code SET used_at = clock_timestamp() WHERE person_id = $1 AND used_at IS NULL',
    [personId],
  );
  return tx.change(
    `UPDATE session SET revoked_at = clock_timestamp()
     WHERE person_id = $1 AND revoked_at IS NULL AND token_hash IS DISTINCT FROM $2`,
    [personId, keptTokenHash],
  );
};
