import { fileCoalition, plainLine, POOL } from '../../../../test/support/play-coalition.js';
import { draw } from '../../kernel/draw.js';
import type { Coalition, CoalitionInput, LandedShare } from '../coalition/coalition.js';
import { costDeliveries } from '../joint/cost-deliveries.js';
import type { AwardProblem, ProblemAward, ProblemBid } from '../joint/award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from '../joint/plain-terms.js';
import { canonicalJson } from './canonical-json.js';
import { parseAwardFile } from './parse-award-file.js';
import { verifyAwardFile } from './verify-award-file.js';

const bid = (bidId: string, priceRpPerUnit: number, rest: Partial<ProblemBid> = {}): ProblemBid => ({
  ...PLAIN_BID,
  bidId,
  supplierId: `s-${bidId}`,
  lotId: 'rice',
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks: 30,
  tiers: [{ fromPacks: 1, priceRpPerUnit }],
  ...rest,
});

const bids = [bid('a', 10_000, { surchargeRpPerUnit: { north: 100 } }), bid('b', 10_500)];
const problem: AwardProblem = {
  ...PLAIN_PROBLEM,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: 'rice',
      packSizeMilli: 50_000,
      limitRpPerUnit: 12_000,
      maxShareBps: 6_000,
      demands: [
        { zoneId: 'north', packs: 36 },
        { zoneId: 'south', packs: 24 },
      ],
    },
  ],
  suppliers: bids.map(({ supplierId }) => ({ ...PLAIN_SUPPLIER, supplierId })),
  bids,
};

const deliveries = [
  { bidId: 'a', zoneId: 'north', packs: 6 },
  { bidId: 'a', zoneId: 'south', packs: 24 },
  { bidId: 'b', zoneId: 'north', packs: 30 },
];
const cost = costDeliveries(problem, deliveries);
const award: ProblemAward = {
  deliveries,
  unserved: [],
  missingSuppliers: [],
  cost,
  boundMilliRp: cost.totalMilliRp,
  gapPpm: 0,
  nodes: 1,
  way: 'solver',
  tiesAreSettled: true,
};

const PRICE = 12_000;
const lines = [
  plainLine('line 0', 'north', 60, { limitRpPerUnit: PRICE }),
  plainLine('line 1', 'south', 30),
  plainLine('line 2', 'south', 10),
  plainLine('line 3', 'south', 20, { limitRpPerUnit: 9_000 }),
];
const input: CoalitionInput = { rule: 'proportional', pricing: 'uniform', feeRpPerUnit: 10, problem, lines };

/** 60 packs are to be had: the fourth leaves, the others share them by their orders. */
const shareOf = (packs: number): LandedShare => ({
  packs,
  amountRp: Math.round((packs * (Number(cost.totalMilliRp / 1000n) + 60 * 50 * 10)) / 60),
});
const coalition: Coalition = {
  lines: [36, 18, 6, 0]
    .map((packs, at) => ({
      lineId: `line ${at}`,
      ...(packs > 0
        ? { ...shareOf(packs), reason: null, wouldPay: null }
        : { packs, amountRp: 0, reason: 'LIMIT_EXCEEDED' as const, wouldPay: shareOf(10) }),
    }))
    .sort((one, other) => (draw(POOL, one.lineId) < draw(POOL, other.lineId) ? -1 : 1)),
  problem,
  award,
  rounds: [{ step: 'left', lineIds: ['line 3'], lots: [{ lotId: 'rice', ...shareOf(60) }] }],
  tolerances: [],
  shortZones: [],
  unweighed: 0,
  solves: 3,
};
const file = fileCoalition(input, coalition, award, {
  annualRateBps: 0,
  maxShareBps: 6_000,
  minSuppliers: 0,
  missingSupplierRp: 0,
  reservedShareBps: 0,
  freight: [],
});

/** As it comes out of a search over the file, which knows lines by their draws. */
const replayed: Coalition = {
  ...coalition,
  lines: coalition.lines.map((line) => ({ ...line, lineId: draw(POOL, line.lineId) })),
  rounds: file.coalition.rounds,
};

/** Any part of the file, to be spoilt. */
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Loose = any;

const brokenBy = (spoil: (spoilt: Loose) => void, anew: ProblemAward | null = award): string[] => {
  const spoilt = structuredClone(file);
  spoil(spoilt);
  return verifyAwardFile(parseAwardFile(JSON.stringify(spoilt)), anew, anew && replayed)
    .filter(({ holds }) => !holds)
    .map(({ code }) => code);
};

describe('a published award', () => {
  it('is right in every check as it was written', () => {
    expect(
      verifyAwardFile(parseAwardFile(canonicalJson(file)), award, replayed).filter(({ holds }) => !holds),
    ).toEqual([]);
    expect(file.lots[0]?.shares.map(({ packs }) => packs).sort((a, b) => a - b)).toEqual([0, 6, 18, 36]);
  });

  it('names no line but by its draw', () => {
    expect(canonicalJson(file)).not.toContain('line 0');
    expect(file.lots[0]?.lines.every(({ draw }) => /^[0-9a-f]{64}$/.test(draw))).toBe(true);
  });

  it.each<[string, (spoilt: Loose) => void, string[]]>([
    [
      'a price changed',
      (spoilt) => (spoilt.problem.bids[0].tiers[0].priceRpPerUnit = 9_999),
      ['COST_IS_RIGHT', 'AMOUNTS_ADD_UP'],
    ],
    [
      'packs moved to another supplier',
      (spoilt) => {
        spoilt.outcome.deliveries[1].packs = 23;
        spoilt.outcome.deliveries[2].packs = 31;
      },
      ['LIMITS_ARE_KEPT', 'REST_IS_UNSERVED', 'COST_IS_RIGHT', 'AMOUNTS_ADD_UP'],
    ],
    [
      'packs moved to another zone',
      (spoilt) => (spoilt.outcome.deliveries[1].zoneId = 'north'),
      ['REST_IS_UNSERVED', 'COST_IS_RIGHT', 'AMOUNTS_ADD_UP'],
    ],
    [
      'a bound above the cost',
      (spoilt) => (spoilt.outcome.boundMilliRp = String(cost.totalMilliRp + 1n)),
      ['BOUND_IS_CONSISTENT'],
    ],
    ['a gap that is not', (spoilt) => (spoilt.outcome.gapPpm = 1), ['BOUND_IS_CONSISTENT']],
    ['a cost below what is paid', (spoilt) => (spoilt.outcome.cost.goodsMilliRp = '1'), ['COST_IS_RIGHT']],
    [
      'a share against the rule',
      (spoilt) => {
        const [one, other] = spoilt.lots[0].shares.filter((share: Loose) => share.packs > 0);
        one.packs = Number(one.packs) + 1;
        other.packs -= 1;
      },
      ['SHARES_FOLLOW_THE_RULE'],
    ],
    ['a share left out', (spoilt) => spoilt.lots[0].shares.pop(), ['SHARES_FOLLOW_THE_RULE']],
    [
      'a line that asks for less than it did',
      (spoilt) => (spoilt.lots[0].lines.find((line: Loose) => line.packs === 60).packs = 50),
      ['SHARES_FOLLOW_THE_RULE'],
    ],
    [
      'another rule than the pool declared',
      (spoilt) => (spoilt.pool.award.maxShareBps = 5_000),
      ['RULE_IS_THE_POOLS'],
    ],
    [
      'another limit than was bid',
      (spoilt) => (spoilt.problem.bids[1].capacityPacks = 29),
      ['LIMITS_ARE_KEPT'],
    ],
    ['an amount changed', (spoilt) => (spoilt.lots[0].awardLines[0].amountRp = 1), ['AMOUNTS_ADD_UP']],
    [
      "a zone's amount changed",
      (spoilt) => (spoilt.lots[0].awardLines[1].zones[0].amountRp -= 1),
      ['AMOUNTS_ADD_UP'],
    ],
    ['a lot left out', (spoilt) => spoilt.lots.pop(), ['DEMAND_IS_THE_SHARES']],
    [
      'a limit below what its line pays',
      (spoilt) => (spoilt.lots[0].lines.find((line: Loose) => line.packs === 60).limitRpPerUnit = 10_000),
      ['NOBODY_IS_BEYOND_THEIR_LIMIT'],
    ],
    [
      'a line out that would have paid within its limit',
      (spoilt) => (spoilt.lots[0].lines.find((line: Loose) => line.packs === 20).limitRpPerUnit = PRICE),
      ['NOBODY_IS_BEYOND_THEIR_LIMIT'],
    ],
    [
      'a line in that got nothing, without a reason',
      (spoilt) => (spoilt.lots[0].shares.find((share: Loose) => share.packs === 0).reason = null),
      ['NOBODY_IS_BEYOND_THEIR_LIMIT', 'COALITION_IS_STABLE'],
    ],
    [
      'a rupiah moved from one line to another',
      (spoilt) => {
        const [one, other] = spoilt.lots[0].shares.filter((share: Loose) => share.packs > 0);
        one.amountRp += 1;
        other.amountRp -= 1;
      },
      ['SHARES_COST_WHAT_THEY_SHOULD', 'COALITION_IS_STABLE'],
    ],
    [
      'another fee than was declared',
      (spoilt) => (spoilt.pool.pricing.feeRpPerUnit = 9),
      ['SHARES_COST_WHAT_THEY_SHOULD'],
    ],
    ['a round left out', (spoilt) => spoilt.coalition.rounds.pop(), ['COALITION_IS_STABLE']],
  ])('that has %s is caught', (_, spoil, codes) => {
    expect(brokenBy(spoil)).toEqual(expect.arrayContaining(codes));
  });

  it('that a cheaper award beats is caught when it is solved anew', () => {
    const better = { ...award, cost: { ...cost, totalMilliRp: cost.totalMilliRp - 1n } };
    expect(brokenBy(() => undefined, better)).toEqual(['SOLVED_ANEW']);
    expect(brokenBy(() => undefined, { ...award, boundMilliRp: cost.totalMilliRp + 1n })).toEqual([
      'SOLVED_ANEW',
    ]);
    expect(brokenBy(() => undefined, null)).toEqual([]);
  });
});

describe('what is no award file', () => {
  it.each<[string, (spoilt: Loose) => void, string]>([
    ['another format', (spoilt) => (spoilt.format = 'sepikul-award/1'), 'file.format'],
    ['a price as text', (spoilt) => (spoilt.problem.bids[0].tiers[0].priceRpPerUnit = '1'), 'priceRpPerUnit'],
    ['a fraction', (spoilt) => (spoilt.lots[0].costRp = 0.5), 'file.lots[0].costRp'],
    ['something unknown', (spoilt) => (spoilt.extra = 1), 'file.extra is unknown'],
    ['something missing', (spoilt) => delete spoilt.pool.rationingRule, 'file.pool.rationingRule'],
    ['a line named twice', (spoilt) => spoilt.lots[0].lines.push(spoilt.lots[0].lines[0]), 'named twice'],
    ['a minimum above its order', (spoilt) => (spoilt.lots[0].lines[0].minimumPacks = 99), 'minimumPacks'],
    ['a bid on no lot', (spoilt) => (spoilt.problem.bids[0].lotId = 'tea'), 'unknown lot'],
  ])('is told by its fault: %s', (_, spoil, reason) => {
    expect(() => brokenBy(spoil)).toThrow(reason);
  });

  it('is told of what is no JSON', () => {
    expect(() => parseAwardFile('<html>')).toThrow('no JSON');
  });
});

describe('canonical JSON', () => {
  it('is one text for what is equal, keys in order', () => {
    expect(canonicalJson({ b: 1, a: [{ d: null, c: 'x' }], e: undefined })).toBe(
      '{"a":[{"c":"x","d":null}],"b":1}\n',
    );
  });
});
