import type { TestDatabase } from './database.js';

/** Lets the time of a lot's open step pass, the deputy's too when told so. */
export const passTime = async (
  { owner }: Pick<TestDatabase, 'owner'>,
  lotId: string,
  until: 'due' | 'default',
): Promise<void> => {
  await owner.query(
    `UPDATE award_step SET due_at = clock_timestamp(),
       default_at = CASE WHEN $2 = 'default' OR default_at = due_at THEN clock_timestamp() ELSE default_at END
     WHERE lot_id = $1 AND ended_at IS NULL`,
    [lotId, until],
  );
};
