import { Injectable } from '@nestjs/common';
import type { LotAward } from '../../core/award/lot-to-award.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { BidReader } from '../bid/index.js';
import { LotReader } from '../lot/index.js';
import { AwardSolver } from './award-solver.js';
import { AwardStore } from './award.store.js';
import { computeAward } from './engine/compute-award.js';

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

  /** Opened bids no longer change, so it does not matter how often or where this runs. Null when the lot awaits no award. */
  async compute(lotId: string): Promise<LotAward | null> {
    const lot = await this.lots.lotById(this.db, lotId);
    if (lot?.state !== 'opened') return null;
    const bids = await this.bids.openedBids(this.db, lotId);
    return computeAward(
      {
        lotId,
        demandPacks: lot.quantityPacks,
        packSizeMilli: lot.packSizeMilli,
        ceilingRpPerUnit: lot.ceilingRpPerUnit,
        bids: bids.map(({ madeAt, ...bid }) => ({ ...bid, submittedAt: madeAt.toISOString() })),
      },
      this.solver,
    );
  }

  /** Keeps a computed award if the lot still awaits one. */
  async keep(tx: Tx, award: LotAward): Promise<void> {
    const lot = await this.lots.lotById(tx, award.lotId);
    if (lot?.state !== 'opened') return;
    const awardId = newId();
    if (!(await this.store.insert(tx, awardId, award))) return;
    await writeAudit(tx, {
      actorId: null,
      action: 'award-computed',
      subjectType: 'award',
      subjectId: awardId,
      data: {
        lotId: award.lotId,
        suppliers: award.lines.length,
        unservedPacks: award.unservedPacks,
        gapPpm: award.gapPpm,
      },
    });
  }
}
