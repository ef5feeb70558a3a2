import type { BidToAward } from '../../src/core/award/bid-to-award.js';
import type { AwardProblem, ProblemAward } from '../../src/core/award/joint/award-problem.js';
import {
  PLAIN_BID,
  PLAIN_LOT,
  PLAIN_PROBLEM,
  PLAIN_SUPPLIER,
} from '../../src/core/award/joint/plain-terms.js';
import type { LotAward } from '../../src/core/award/lot-award.js';
import { seekExplanation } from '../../src/core/award/seek-explanation.js';
import { stateLotAwards } from '../../src/core/award/state-lot-award.js';

/** One lot, one zone, bids without further terms: what most lots are. */
export interface SingleLot {
  readonly lotId: string;
  readonly demandPacks: number;
  readonly packSizeMilli: number;
  readonly ceilingRpPerUnit: number;
  readonly bids: readonly BidToAward[];
}

const stateSingleLot = (lot: SingleLot): AwardProblem => ({
  ...PLAIN_PROBLEM,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: lot.lotId,
      packSizeMilli: lot.packSizeMilli,
      limitRpPerUnit: lot.ceilingRpPerUnit,
      demands: [{ zoneId: 'all', packs: lot.demandPacks }],
    },
  ],
  suppliers: lot.bids.map(({ supplierId }) => ({ ...PLAIN_SUPPLIER, supplierId })),
  bids: lot.bids.map(({ leadTimeDays: _, ...bid }) => ({ ...PLAIN_BID, ...bid, lotId: lot.lotId })),
});

/** Awards a single lot by a given way to award problems, states and explains it as the product does. */
export const awardSingleLot = async (
  lot: SingleLot,
  compute: (problem: AwardProblem) => Promise<ProblemAward>,
): Promise<LotAward> => {
  const problem = stateSingleLot(lot);
  const award = await compute(problem);
  const seeking = seekExplanation(problem, award);
  let step = seeking.next();
  while (!step.done) step = seeking.next(await compute(step.value));
  const [stated] = stateLotAwards(problem, award, step.value);
  if (!stated) throw new Error('the lot has no award');
  return stated;
};
