import { Injectable } from '@nestjs/common';
import type { Tx } from '../../../platform/db/sql.js';
import type { LockedCourse } from './course.store.js';

/** Writes objections and their answers: each is said once and stays. */
@Injectable()
export class ObjectionStore {
  /** Whether a party is a member of the pool, or has a bid for the lot that it did not withdraw. */
  async isConcerned(
    tx: Tx,
    { poolId, lotId }: Pick<LockedCourse, 'poolId' | 'lotId'>,
    partyId: string,
  ): Promise<boolean> {
    const row = await tx.first<{ isConcerned: boolean }>(
      `SELECT EXISTS (
           SELECT FROM commitment_line
           WHERE pool_id = $1 AND state = 'active' AND (koperasi_id = $3 OR beneficiary_id = $3)
         ) OR EXISTS (
           SELECT FROM bid WHERE lot_id = $2 AND supplier_id = $3 AND (
             SELECT action FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) <> 'withdrawn'
         ) AS is_concerned`,
      [poolId, lotId, partyId],
    );
    return row?.isConcerned === true;
  }

  async insert(
    tx: Tx,
    objection: {
      id: string;
      awardId: string;
      partyId: string;
      bidId: string | null;
      reason: string;
      madeBy: string;
    },
  ): Promise<void> {
    const { id, awardId, partyId, bidId, reason, madeBy } = objection;
    await tx.change(
      'INSERT INTO objection (id, award_id, party_id, bid_id, reason, made_by) VALUES ($1, $2, $3, $4, $5, $6)',
      [id, awardId, partyId, bidId, reason, madeBy],
    );
  }

  async insertAnswer(
    tx: Tx,
    answer: { objectionId: string; answer: 'upheld' | 'rejected'; reason: string; answeredBy: string },
  ): Promise<void> {
    await tx.change(
      'INSERT INTO objection_answer (objection_id, answer, reason, answered_by) VALUES ($1, $2, $3, $4)',
      [answer.objectionId, answer.answer, answer.reason, answer.answeredBy],
    );
  }
}
