import { fileCoalition, playCoalition, plainLine } from '../../../../test/support/play-coalition.js';
import fc from 'fast-check';
import { smallProblems } from '../../../../test/support/small-problems.js';
import { canonicalJson } from '../../../core/award/file/canonical-json.js';
import { parseAwardFile } from '../../../core/award/file/parse-award-file.js';
import { replayCoalition } from '../../../core/award/file/replay-coalition.js';
import { verifyAwardFile } from '../../../core/award/file/verify-award-file.js';
import type { AwardProblem, ProblemAward, ProblemBid } from '../../../core/award/joint/award-problem.js';
import {
  PLAIN_BID,
  PLAIN_LOT,
  PLAIN_PROBLEM,
  PLAIN_SUPPLIER,
} from '../../../core/award/joint/plain-terms.js';
import { seekExplanation, type Explained } from '../../../core/award/seek-explanation.js';
import { stateLotAwards } from '../../../core/award/state-lot-award.js';
import { computeProblem } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const awardOrNone = (problem: AwardProblem): Promise<ProblemAward | null> =>
  computeProblem(problem, solver).catch((error: unknown) => {
    if (error instanceof Error && error.name === 'NoAwardFound') return null;
    throw error;
  });

const explain = async (problem: AwardProblem, award: ProblemAward): Promise<Explained> => {
  const seeking = seekExplanation(problem, award);
  let step = seeking.next();
  while (!step.done) step = seeking.next(await awardOrNone(step.value));
  return step.value;
};

const bid = (bidId: string, priceRpPerUnit: number, rest: Partial<ProblemBid> = {}): ProblemBid => ({
  ...PLAIN_BID,
  bidId,
  supplierId: `s-${bidId}`,
  lotId: 'rice',
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks: 100,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
  ...rest,
});

const rice = (bids: ProblemBid[], rest: Partial<AwardProblem['lots'][number]> = {}): AwardProblem => ({
  ...PLAIN_PROBLEM,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: 'rice',
      packSizeMilli: 50_000,
      limitRpPerUnit: 12_000,
      demands: [{ zoneId: 'north', packs: 50 }],
      ...rest,
    },
  ],
  suppliers: bids.map(({ supplierId }) => ({ ...PLAIN_SUPPLIER, supplierId })),
  bids,
});

const explained = async (problem: AwardProblem): Promise<Explained> =>
  explain(problem, await computeProblem(problem, solver));

describe('what an award is compared with', () => {
  it('is the best single supplier, and the award without each limit that binds', async () => {
    const problem = rice([bid('a', 10_000, { capacityPacks: 30 }), bid('b', 10_500), bid('c', 11_000)]);
    const award = await computeProblem(problem, solver);
    const [lot] = stateLotAwards(problem, award, await explain(problem, award));
    expect(lot).toMatchObject({
      costRp: 30 * 50 * 10_000 + 20 * 50 * 10_500,
      bestSingle: { line: { bidId: 'b', packs: 50 }, unservedPacks: 0, totalRp: 50 * 50 * 10_500 },
      savedRp: 30 * 50 * 500,
      constraints: [{ kind: 'bid-capacity', subjectId: 'a', costsRp: 20 * 50 * 500 }],
      reasons: [{ bidId: 'c', code: 'DEARER' }],
    });
  });

  it.each<[string, AwardProblem, string, number]>([
    ['max-share', rice([bid('a', 10_000), bid('b', 10_500)], { maxShareBps: 6_000 }), 'rice', 20 * 50 * 500],
    [
      'bid-minimum',
      rice([bid('a', 10_000, { capacityPacks: 45 }), bid('b', 10_400, { minimumPacks: 10 })]),
      'b',
      5 * 50 * 400,
    ],
    [
      'max-per-buyer',
      rice([bid('a', 10_000, { maxPerBuyerPacks: 10 }), bid('b', 10_500)], {
        demands: [{ zoneId: 'north', packs: 50, buyers: [30, 20] }],
      }),
      'a',
      30 * 50 * 500,
    ],
  ])('prices %s', async (kind, problem, subjectId, costsRp) => {
    const { constraints } = await explained(problem);
    expect(constraints).toContainEqual({ kind, subjectId, costsRp });
  });

  it.each<[string, Partial<AwardProblem['suppliers'][number]>, number]>([
    ['supplier-capacity', { capacityMilli: 30 * 50_000 }, 20 * 50 * 500],
    ['minimum-order', { minimumOrderRp: 30_000_000 }, 50 * 50 * 500],
  ])('prices %s of a supplier', async (kind, terms, costsRp) => {
    const problem = rice([bid('a', 10_000), bid('b', 10_500)]);
    const bound = {
      ...problem,
      suppliers: problem.suppliers.map((one) => (one.supplierId === 's-a' ? { ...one, ...terms } : one)),
    };
    expect((await explained(bound)).constraints).toContainEqual({ kind, subjectId: 's-a', costsRp });
  });

  it('says nothing of limits that do not bind', async () => {
    const problem = rice([bid('a', 10_000, { minimumPacks: 5 }), bid('b', 10_500, { minimumPacks: 5 })], {
      maxShareBps: 10_000,
    });
    expect((await explained(problem)).constraints).toEqual([]);
  });

  it('adds up and verifies, whatever the terms', async () => {
    await fc.assert(
      fc.asyncProperty(smallProblems({ prices: { min: 5, max: 40 } }), async (problem) => {
        fc.pre(problem.side === 'buy');
        const award = await awardOrNone(problem);
        fc.pre(award !== null);
        const lots = stateLotAwards(problem, award, await explain(problem, award));
        for (const lot of lots) {
          expect(lot.costRp).toBe(lot.lines.reduce((sum, { amountRp }) => sum + amountRp, 0));
          for (const line of lot.lines) {
            const { goodsRp, surchargeRp, freightRp, taxRp, fixedRp } = line;
            expect(goodsRp + surchargeRp + freightRp + taxRp + fixedRp).toBe(line.amountRp);
            expect(line.zones.reduce((sum, { amountRp }) => sum + amountRp, 0)).toBe(line.amountRp);
          }
          const bids = problem.bids.filter(({ lotId }) => lotId === lot.lotId);
          expect(lot.lines.length + lot.reasons.length).toBe(bids.length);
        }
        const lines = problem.lots.flatMap(({ lotId, demands }) =>
          demands.flatMap(({ zoneId, packs, buyers = [packs] }) =>
            buyers.flatMap((own, buyer) =>
              own === 0 ? [] : [plainLine(`${lotId} ${zoneId} ${buyer}`, zoneId, own, { lotId })],
            ),
          ),
        );
        const input = { rule: 'proportional', pricing: 'uniform', feeRpPerUnit: 3, problem, lines } as const;
        // The search and its replay ask for the same awards.
        const known = new Map<string, ProblemAward | null>();
        const solveOnce = async (asked: AwardProblem): Promise<ProblemAward | null> => {
          const key = canonicalJson(asked);
          const found = known.has(key) ? (known.get(key) ?? null) : await awardOrNone(asked);
          known.set(key, found);
          return found;
        };
        const coalition = await playCoalition(input, solveOnce);
        const settled = coalition.award ?? (await solveOnce(coalition.problem));
        fc.pre(settled !== null);
        if (settled === null) return;
        const rule = { ...ruleOf(problem), freight: [] };
        const file = parseAwardFile(canonicalJson(fileCoalition(input, coalition, settled, rule)));
        const seeking = replayCoalition(file);
        let step = seeking.next();
        while (!step.done) step = seeking.next(await solveOnce(step.value));
        const checks = verifyAwardFile(file, await solveOnce(file.problem), step.value);
        const broken = checks.filter(({ holds, code }) => !holds && code !== 'RULE_IS_THE_POOLS');
        expect(broken).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });
});

const ruleOf = ({ annualRateBps, lots }: AwardProblem) => ({
  annualRateBps,
  maxShareBps: lots[0]?.maxShareBps ?? 10_000,
  minSuppliers: lots[0]?.minSuppliers ?? 0,
  missingSupplierRp: lots[0]?.missingSupplierRp ?? 0,
  reservedShareBps: lots[0]?.reservedShareBps ?? 0,
});
