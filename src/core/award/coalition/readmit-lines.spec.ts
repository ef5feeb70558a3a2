import { plainLine } from '../../../../test/support/play-coalition.js';
import type { AwardProblem, ProblemAward } from '../joint/award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from '../joint/plain-terms.js';
import type { Coalition, CoalitionInput } from './coalition.js';
import { seekCoalition } from './seek-coalition.js';

/** Rice at Rp100 for the first ten packs, at Rp200 beyond. */
const problem: AwardProblem = {
  ...PLAIN_PROBLEM,
  lots: [{ ...PLAIN_LOT, lotId: 'rice', packSizeMilli: 1_000, limitRpPerUnit: 999, demands: [] }],
  suppliers: ['s0', 's1'].map((supplierId) => ({ ...PLAIN_SUPPLIER, supplierId })),
  bids: [10, 1_000_000].map((capacityPacks, at) => ({
    ...PLAIN_BID,
    bidId: `b${at}`,
    supplierId: `s${at}`,
    lotId: 'rice',
    submittedAt: '2026-11-12T02:00:00Z',
    capacityPacks,
    tiers: [{ fromPacks: 1, priceRpPerUnit: 100 * (at + 1) }],
  })),
};

/** The cheap bid first, whatever the zones. */
const award = ({ lots }: AwardProblem): ProblemAward => {
  let left = 10;
  const deliveries = (lots[0]?.demands ?? []).flatMap(({ zoneId, packs }) => {
    const cheap = Math.min(left, packs);
    left -= cheap;
    return [
      { bidId: 'b0', zoneId, packs: cheap },
      { bidId: 'b1', zoneId, packs: packs - cheap },
    ].filter((delivery) => delivery.packs > 0);
  });
  return { deliveries, unserved: [] } as unknown as ProblemAward;
};

const run = (lines: CoalitionInput['lines']): Coalition => {
  const seeking = seekCoalition({
    rule: 'proportional',
    pricing: 'uniform',
    feeRpPerUnit: 0,
    problem,
    lines,
  });
  let step = seeking.next();
  while (!step.done) step = seeking.next(award(step.value));
  return step.value;
};

const ZONES = ['north', 'south', 'west'];

describe('readmitting lines', () => {
  it('weighs as many groups as there are kinds, not as there are lines', () => {
    const lines = Array.from({ length: 3_000 }, (_, at) =>
      plainLine(`l${at}`, ZONES[at % 3] ?? '', 1 + (at % 3), { limitRpPerUnit: 101 + (at % 60) }),
    );
    const { lines: outcomes, rounds, unweighed, solves } = run(lines);
    expect(outcomes.filter(({ packs }) => packs > 0).length).toBeGreaterThanOrEqual(4);
    expect(unweighed).toBe(0);
    // Some come back, a pack each at the least; between them three kinds are weighed at most.
    expect(solves).toBeLessThan(200);
    expect(rounds.length).toBeLessThan(200);
    const told = new Set(rounds.flatMap(({ lineIds }) => lineIds));
    expect(told.size).toBe(3_000);
  });

  it('tells every line what it would have paid, beyond its own limit or for others', () => {
    const lines = Array.from({ length: 40 }, (_, at) =>
      plainLine(`l${at}`, 'north', 1 + (at % 2), { limitRpPerUnit: 100 + at }),
    );
    for (const { lineId, reason, wouldPay } of run(lines).lines) {
      if (reason === null) continue;
      const limit = lines.find((line) => line.lineId === lineId)?.limitRpPerUnit ?? 0;
      const isBeyond = wouldPay !== null && wouldPay.amountRp > limit * wouldPay.packs;
      expect(isBeyond).toBe(reason === 'LIMIT_EXCEEDED');
    }
  });
});
