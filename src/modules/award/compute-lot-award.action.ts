import { Injectable } from '@nestjs/common';
import type { LotAward } from '../../core/award/lot-to-award.js';
import { listStandingBids } from '../../core/award/steps/list-standing-bids.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { BidReader, type OpenedBid } from '../bid/index.js';
import { LotReader, advanceLot } from '../lot/index.js';
import { stepsOf } from '../pool/index.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { computeAward } from './engine/compute-award.js';
import { CourseStore } from './steps/course.store.js';
import { tellFailed } from './steps/tell-course.js';

/** An award with the attempt that it was computed for: it is kept as that one or not at all. */
export type ComputedAward = LotAward & { readonly attempt: number };

const courses = new CourseStore();

/** Computes the award of a lot whose bids were opened, then keeps it: the long part before any transaction. */
@Injectable()
export class ComputeLotAward {
  constructor(
    private readonly db: Db,
    private readonly lots: LotReader,
    private readonly bids: BidReader,
    private readonly solver: AwardSolver,
    private readonly store: AwardStore,
  ) {}

  /**
   * Opened bids no longer change, and which of them are out only with the attempt, so it does not matter how often
   * or where this runs. Null when the lot awaits no award.
   */
  async compute(lotId: string): Promise<ComputedAward | null> {
    const lot = await this.lots.lotById(this.db, lotId);
    if (lot?.state !== 'opened') return null;
    const attempt = await this.store.nextAttempt(this.db, lotId);
    const bids = await this.standingBids(this.db, lotId);
    const award = await computeAward(
      {
        lotId,
        demandPacks: lot.quantityPacks,
        packSizeMilli: lot.packSizeMilli,
        ceilingRpPerUnit: lot.ceilingRpPerUnit,
        bids: bids.map(({ madeAt, ...bid }) => ({ ...bid, submittedAt: madeAt.toISOString() })),
      },
      this.solver,
    );
    return { ...award, attempt };
  }

  /** Fails a lot that awaits an award and has no bid left to make it of. @returns whether it did. */
  async endWithoutBids(tx: Tx, lotId: string): Promise<boolean> {
    const lot = await this.lots.lotById(tx, lotId);
    if (lot?.state !== 'opened' || (await this.standingBids(tx, lotId)).length > 0) return false;
    await advanceLot(tx, lotId, 'failed', { reason: 'NO_BID_LEFT' });
    await tellFailed(tx, { lotId, organiserId: lot.organiserId }, 'NO_BID_LEFT');
    return true;
  }

  private async standingBids(sql: Sql, lotId: string): Promise<OpenedBid[]> {
    const { bidIds, today } = await this.store.bidsOut(sql, lotId);
    return listStandingBids(await this.bids.openedBids(sql, lotId), new Set(bidIds), today);
  }

  /** Keeps a computed award if the lot still awaits one. */
  async keep(tx: Tx, award: ComputedAward): Promise<void> {
    const now = await this.store.lockLot(tx, award.lotId);
    const lot = await this.lots.lotById(tx, award.lotId);
    if (now === undefined || lot?.state !== 'opened') return;
    const awardId = newId();
    if (!(await this.store.insert(tx, awardId, award))) return;
    await writeAudit(tx, {
      actorId: null,
      action: 'award-computed',
      subjectType: 'award',
      subjectId: awardId,
      data: {
        lotId: award.lotId,
        attempt: award.attempt,
        suppliers: award.lines.length,
        unservedPacks: award.unservedPacks,
        gapPpm: award.gapPpm,
      },
    });
    const rules = await stepsOf(tx, lot.poolId);
    await courses.begin(tx, { awardId, lotId: award.lotId, rules, now }, 'proposal');
  }
}
