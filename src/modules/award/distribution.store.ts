import { Injectable } from '@nestjs/common';
import type { LotState } from '../../core/lot/advance-lot.js';
import type { Tx } from '../../platform/db/sql.js';
import type { AwardExplanation } from './award.entity.js';

export interface DistributedAward {
  readonly awardId: string;
  readonly lotId: string;
  readonly supplierId: string;
  readonly demandPacks: number;
  readonly packs: number;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
}

/** There is one supplier at one price: nothing was compared. */
const explanationOf = ({ demandPacks, packs, amountRp }: DistributedAward): AwardExplanation => ({
  unservedPacks: demandPacks - packs,
  unservedZones: [],
  penaltyRp: 0,
  termsRp: 0,
  missingSuppliers: 0,
  missingSuppliersRp: 0,
  totalRp: amountRp,
  bestSingle: null,
  savedRp: null,
  reasons: [],
  constraints: [],
  unpricedConstraints: 0,
  way: 'direct',
  nodes: 0,
});

/** Writes awards of distributed lots, which nobody bids for. */
@Injectable()
export class DistributionStore {
  /** Locks those of the lots that still wait to be distributed, in the order of their ids. @returns them. */
  async lockWaiting(tx: Tx, lotIds: readonly string[]): Promise<string[]> {
    const rows = await tx.rows<{ id: string }>(
      `SELECT lot.id FROM lot JOIN item_distribution USING (item_id)
       WHERE lot.id = ANY ($1) AND lot.state = 'bidding' ORDER BY lot.id FOR NO KEY UPDATE OF lot`,
      [lotIds],
    );
    return rows.map(({ id }) => id);
  }

  /** Keeps twins from awarding a lot at once; says where the lot stands. */
  async lockLot(tx: Tx, lotId: string): Promise<LotState | undefined> {
    const row = await tx.first<{ state: LotState }>('SELECT state FROM lot WHERE id = $1 FOR NO KEY UPDATE', [
      lotId,
    ]);
    return row?.state;
  }

  async insert(tx: Tx, award: DistributedAward): Promise<void> {
    await tx.change(
      `INSERT INTO award (id, lot_id, mode, state, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation)
       VALUES ($1, $2, 'distribution', 'approved', $3, $4, $5, $5, 0, $6)`,
      [award.awardId, award.lotId, award.demandPacks, award.packs, award.amountRp, explanationOf(award)],
    );
    await tx.change(
      `INSERT INTO award_line (award_id, bid_id, supplier_id, tier_no, packs, price_rp_per_unit, amount_rp)
       VALUES ($1, NULL, $2, 1, $3, $4, $5)`,
      [award.awardId, award.supplierId, award.packs, award.priceRpPerUnit, award.amountRp],
    );
  }
}
