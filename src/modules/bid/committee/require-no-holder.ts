import { refuseCommittee } from '../../../core/bid/committee/refusals.js';
import type { Tx } from '../../../platform/db/sql.js';

/** Refuses a bid by a holder of the pool's keys, or for a party that has one as a member. @throws Refusal */
export const requireNoHolder = async (
  tx: Tx,
  poolId: string,
  supplierId: string,
  personId: string,
): Promise<void> => {
  const holder = await tx.first(
    `SELECT place FROM pool_seal_holder WHERE pool_id = $1 AND (person_id = $3 OR EXISTS (
       SELECT FROM membership WHERE membership.person_id = pool_seal_holder.person_id AND party_id = $2)) LIMIT 1`,
    [poolId, supplierId, personId],
  );
  if (holder !== undefined) throw refuseCommittee('HOLDER_DOES_NOT_BID');
};
