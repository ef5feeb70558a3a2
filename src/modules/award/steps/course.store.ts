import { Injectable } from '@nestjs/common';
import {
  timesOf,
  type AwardedBid,
  type BidOut,
  type ContractAnswer,
  type Course,
  type Move,
  type Objection,
  type OpenStep,
} from '../../../core/award/steps/course.js';
import type { AwardState } from '../../../core/award/award-state.js';
import type { LotState } from '../../../core/lot/advance-lot.js';
import type { DeclaredStep } from '../../../core/pool/declare-steps.js';
import type { Sql, Tx } from '../../../platform/db/sql.js';
import { stepsOf } from '../../pool/index.js';

/** A lot's course under the lot's lock, with what its acts are written to, at the database's time. */
export interface LockedCourse extends Course {
  readonly now: Date;
  readonly lotId: string;
  readonly awardId: string;
  readonly poolId: string;
  readonly organiserId: string;
}

interface LotRow {
  readonly state: LotState;
  readonly poolId: string;
  readonly organiserId: string;
}

interface CurrentAward {
  readonly now: Date;
  readonly id: string;
  readonly attempt: number;
  readonly state: AwardState;
  readonly awardedPacks: number;
  readonly proposedBy: string | null;
  readonly endorsedBy: string | null;
  readonly endorsedAsChair: boolean | null;
}

const LOT = `
  SELECT lot.state, pool_id, organiser_id FROM lot JOIN pool ON pool.id = pool_id
  WHERE lot.id = $1 FOR NO KEY UPDATE OF lot`;

/** Whatever happens to a lot's award happens under the lock of its lot: one act at a time, by person or worker. */
@Injectable()
export class CourseStore {
  /** Undefined for a lot that has no award yet. */
  async lock(tx: Tx, lotId: string): Promise<LockedCourse | undefined> {
    const lot = await tx.first<LotRow>(LOT, [lotId]);
    return lot && this.read(tx, lotId, lot);
  }

  /** The same, unless somebody else is at it: then undefined too, and the next turn finds it. */
  async lockFree(tx: Tx, lotId: string): Promise<LockedCourse | undefined> {
    const lot = await tx.first<LotRow>(`${LOT} SKIP LOCKED`, [lotId]);
    return lot && this.read(tx, lotId, lot);
  }

  private async read(tx: Tx, lotId: string, lot: LotRow): Promise<LockedCourse | undefined> {
    const award = await tx.first<CurrentAward>(
      `SELECT clock_timestamp() AS now, id, attempt, state, awarded_packs, proposed_by, endorsed_by, endorsed_as_chair
       FROM award WHERE lot_id = $1 AND state <> 'replaced'`,
      [lotId],
    );
    if (award === undefined) return undefined;
    const step = await tx.first<OpenStep>(
      `SELECT step AS name, due_at, default_at, deputy_called_at IS NOT NULL AS is_deputy_called
       FROM award_step WHERE lot_id = $1 AND ended_at IS NULL`,
      [lotId],
    );
    const bids = await tx.rows<AwardedBid>(
      `SELECT bid_id, supplier_id, answer FROM award_line LEFT JOIN contract_answer USING (award_id, supplier_id)
       WHERE award_id = $1 ORDER BY bid_id`,
      [award.id],
    );
    const objections = await tx.rows<Objection>(
      `SELECT objection.id AS objection_id, party_id, bid_id, objection.reason, answer
       FROM objection LEFT JOIN objection_answer ON objection_id = objection.id
       WHERE award_id = $1 ORDER BY objection.id`,
      [award.id],
    );
    return {
      now: award.now,
      lotId,
      awardId: award.id,
      poolId: lot.poolId,
      organiserId: lot.organiserId,
      lotState: lot.state,
      attempt: award.attempt,
      award: {
        state: award.state,
        awardedPacks: award.awardedPacks,
        proposedBy: award.proposedBy,
        endorsedBy: award.endorsedBy,
        isEndorsedByChair: award.endorsedAsChair === true,
      },
      step: step ?? null,
      bids,
      objections,
      rules: await stepsOf(tx, lot.poolId),
    };
  }

  /** Whether a supplier is not suspended; one that is being suspended at this moment is waited for. */
  async isActive(tx: Tx, supplierId: string): Promise<boolean> {
    const row = await tx.first<{ isActive: boolean }>(
      `SELECT state = 'active' AS is_active FROM party WHERE id = $1 FOR KEY SHARE`,
      [supplierId],
    );
    return row?.isActive === true;
  }

  /** Of these suppliers those that are suspended; one that is being suspended at this moment is waited for. */
  async suspendedOf(tx: Tx, supplierIds: readonly string[]): Promise<Set<string>> {
    const rows = await tx.rows<{ id: string; state: string }>(
      'SELECT id, state FROM party WHERE id = ANY ($1) ORDER BY id FOR KEY SHARE',
      [supplierIds],
    );
    return new Set(rows.flatMap(({ id, state }) => (state === 'suspended' ? [id] : [])));
  }

  /** Puts out the opened bids of suspended suppliers that the award was computed without. @returns how many */
  insertSuspended(tx: Tx, { awardId, lotId }: LockedCourse): Promise<number> {
    return tx.change(
      `INSERT INTO bid_out (award_id, lot_id, bid_id, reason)
       SELECT $1, bid.lot_id, bid.id, 'SUPPLIER_SUSPENDED'
       FROM bid JOIN party ON party.id = supplier_id
       WHERE bid.lot_id = $2 AND party.state = 'suspended'
         AND (SELECT action FROM bid_revision WHERE bid_id = bid.id ORDER BY revision DESC LIMIT 1) <> 'withdrawn'
         AND NOT EXISTS (SELECT FROM award_line WHERE award_id = $1 AND bid_id = bid.id)
         AND NOT EXISTS (SELECT FROM bid_out WHERE bid_id = bid.id)`,
      [awardId, lotId],
    );
  }

  /** Lots whose award names a supplier and still waits for people, in the order of their ids. */
  async lotsAwarding(sql: Sql, supplierId: string): Promise<string[]> {
    const rows = await sql.rows<{ lotId: string }>(
      `SELECT DISTINCT award.lot_id FROM award JOIN award_line ON award_id = award.id
       JOIN award_step ON award_step.award_id = award.id AND ended_at IS NULL
       WHERE supplier_id = $1 AND award.state <> 'replaced' ORDER BY award.lot_id`,
      [supplierId],
    );
    return rows.map(({ lotId }) => lotId);
  }

  /** The database's clock. */
  async now(tx: Tx): Promise<Date> {
    const row = await tx.first<{ now: Date }>('SELECT clock_timestamp() AS now');
    if (row === undefined) throw new Error('the clock did not answer');
    return row.now;
  }

  /** Lots whose step, or whose deputy's time, is up by the database's clock, the longest due first. Only a look. */
  async due(sql: Sql, limit: number): Promise<string[]> {
    const rows = await sql.rows<{ lotId: string }>(
      `SELECT lot_id FROM award_step
       WHERE ended_at IS NULL AND CASE WHEN deputy_called_at IS NULL THEN due_at ELSE default_at END <= clock_timestamp()
       ORDER BY CASE WHEN deputy_called_at IS NULL THEN due_at ELSE default_at END, lot_id LIMIT $1`,
      [limit],
    );
    return rows.map(({ lotId }) => lotId);
  }

  async begin(tx: Tx, course: Pick<LockedCourse, 'awardId' | 'lotId' | 'rules' | 'now'>, step: DeclaredStep) {
    const { dueAt, defaultAt } = timesOf(step, course.rules, course.now);
    await tx.change(
      `INSERT INTO award_step (award_id, step, lot_id, began_at, due_at, default_at) VALUES ($1, $2, $3, $4, $5, $6)`,
      [course.awardId, step, course.lotId, course.now, dueAt, defaultAt],
    );
    return { dueAt, defaultAt };
  }

  async end(
    tx: Tx,
    { awardId }: LockedCourse,
    outcome: Move['kind'],
    personId: string | null,
  ): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award_step SET ended_at = clock_timestamp(), ended_by = $3, outcome = $2
         WHERE award_id = $1 AND ended_at IS NULL`,
        [awardId, outcome, personId],
      ),
    );
  }

  async markDeputyCalled(tx: Tx, awardId: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award_step SET deputy_called_at = clock_timestamp()
         WHERE award_id = $1 AND ended_at IS NULL AND deputy_called_at IS NULL`,
        [awardId],
      ),
    );
  }

  async insertAnswer(
    tx: Tx,
    { awardId }: LockedCourse,
    contract: { supplierId: string; answer: ContractAnswer; reason: string | null; answeredBy: string },
  ): Promise<void> {
    await tx.change(
      'INSERT INTO contract_answer (award_id, supplier_id, answer, reason, answered_by) VALUES ($1, $2, $3, $4, $5)',
      [awardId, contract.supplierId, contract.answer, contract.reason, contract.answeredBy],
    );
  }

  async insertOut(tx: Tx, { awardId, lotId }: LockedCourse, out: readonly BidOut[]): Promise<void> {
    await tx.change(
      `INSERT INTO bid_out (award_id, lot_id, bid_id, reason) SELECT $1, $2, * FROM unnest($3::uuid[], $4::text[])`,
      [awardId, lotId, out.map(({ bidId }) => bidId), out.map(({ reason }) => reason)],
    );
  }
}

/** The course was locked and judged, so anything but one row is a bug. */
const mustTouchOne = async (change: Promise<number>): Promise<void> => {
  if ((await change) !== 1) throw new Error('the step moved on under its lock');
};
