import type { Tx } from '../../../platform/db/sql.js';

/**
 * Removes all by which a person proves who they are, and where messages to them went: what is left can sign nobody in.
 * For whoever erases a person; their sessions end with the person's being disabled.
 */
export const forgetCredentials = async (tx: Tx, personId: string): Promise<void> => {
  await tx.change('DELETE FROM recovery_code WHERE person_id = $1', [personId]);
  await tx.change('DELETE FROM second_factor WHERE person_id = $1', [personId]);
  await tx.change('DELETE FROM one_time_code WHERE person_id = $1', [personId]);
  await tx.change('UPDATE person SET password_hash = NULL, contact = NULL WHERE id = $1', [personId]);
};
