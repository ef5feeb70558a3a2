import type { AwardProblem, ProblemBid } from './joint/award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from './joint/plain-terms.js';
import { listAwardLines } from './list-award-lines.js';

const bid = (bidId: string, lotId: string, rest: Partial<ProblemBid> = {}): ProblemBid => ({
  ...PLAIN_BID,
  bidId,
  supplierId: 's',
  lotId,
  submittedAt: '2026-11-12T02:00:00Z',
  capacityPacks: 100,
  tiers: [{ fromPacks: 1, priceRpPerUnit: 10_500 }],
  ...rest,
});

const problem = (bids: ProblemBid[], fixedChargeRp = 0): AwardProblem => ({
  ...PLAIN_PROBLEM,
  lots: ['rice', 'sugar'].map((lotId) => ({
    ...PLAIN_LOT,
    lotId,
    packSizeMilli: 50_000,
    limitRpPerUnit: 20_000,
    demands: [
      { zoneId: 'north', packs: 10 },
      { zoneId: 'south', packs: 10 },
    ],
  })),
  suppliers: [{ ...PLAIN_SUPPLIER, supplierId: 's', fixedChargeRp }],
  bids,
});

const both = (bidId: string) => [
  { bidId, zoneId: 'north', packs: 10 },
  { bidId, zoneId: 'south', packs: 10 },
];

describe('the lines of an award', () => {
  it('say what goods, surcharges, freight and tax cost, and where', () => {
    const rice = bid('a', 'rice', {
      surchargeRpPerUnit: { north: 100 },
      freightRpPerUnit: { south: 40 },
      taxBps: 110,
    });
    const [line] = listAwardLines(problem([rice]), both('a'));
    expect(line).toMatchObject({
      packs: 20,
      priceRpPerUnit: 10_500,
      goodsRp: 10_500_000,
      surchargeRp: 50_000,
      freightRp: 20_000,
      taxRp: 116_000,
      fixedRp: 0,
      amountRp: 10_686_000,
    });
    expect(line?.zones.map(({ zoneId, amountRp }) => [zoneId, amountRp])).toEqual([
      ['north', 5_358_000],
      ['south', 5_328_000],
    ]);
  });

  it('share a fixed charge over lots by the value of goods, to the rupiah', () => {
    const bids = [bid('a', 'rice'), bid('b', 'sugar', { tiers: [{ fromPacks: 1, priceRpPerUnit: 5_250 }] })];
    const lines = listAwardLines(problem(bids, 100_000), [...both('a'), ...both('b')]);
    expect(lines.map(({ fixedRp }) => fixedRp)).toEqual([66_667, 33_333]);
  });

  it('price an incremental bid pack by pack, and name the tier reached', () => {
    const tiers = [
      { fromPacks: 1, priceRpPerUnit: 10_000 },
      { fromPacks: 11, priceRpPerUnit: 9_000 },
    ];
    const [line] = listAwardLines(problem([bid('a', 'rice', { tierKind: 'incremental', tiers })]), both('a'));
    expect(line).toMatchObject({ tier: 1, priceRpPerUnit: 9_000, amountRp: 9_500_000 });
  });
});

describe('the lines of a sale', () => {
  it('say what was bid for it, less what the buyers deduct, and where', () => {
    const rice = bid('a', 'rice', {
      surchargeRpPerUnit: { north: 100 },
      freightRpPerUnit: { south: 9_000 },
    });
    const [line] = listAwardLines({ ...problem([rice]), side: 'sell' }, both('a'));
    expect(line).toMatchObject({
      goodsRp: 10_500_000,
      surchargeRp: 50_000,
      freightRp: 4_500_000,
      taxRp: 0,
      amountRp: 5_950_000,
      zones: [
        { zoneId: 'north', amountRp: 5_200_000 },
        { zoneId: 'south', amountRp: 750_000 },
      ],
    });
  });
});
