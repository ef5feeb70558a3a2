import { plainAwardRule } from '../pool/award-rule.js';
import { completeTerms } from '../bid/complete-terms.js';
import { stateProblem, type BidToState, type FactsToState } from './state-problem.js';

const bid = (bidId: string, rest: Partial<BidToState> = {}): BidToState => ({
  ...completeTerms({
    capacityPacks: 50,
    minimumPacks: 0,
    leadTimeDays: 3,
    tiers: [{ fromPacks: 1, priceRpPerUnit: 10_000 }],
  }),
  bidId,
  lotId: 'rice',
  supplierId: `s-${bidId}`,
  submittedAt: '2026-11-12T02:00:00.000Z',
  ...rest,
});

const facts = (rest: Partial<FactsToState> = {}): FactsToState => ({
  side: 'buy',
  rule: plainAwardRule,
  lots: [
    {
      lotId: 'rice',
      packSizeMilli: 50_000,
      limitRpPerUnit: 12_000,
      claims: [
        { zoneId: '32.71.02', packs: 20 },
        { zoneId: '32.71.01', packs: 10 },
        { zoneId: '32.71.01', packs: 30 },
      ],
    },
  ],
  suppliers: [],
  bids: [bid('a'), bid('b')],
  ...rest,
});

describe('the problem of a group of lots', () => {
  it('holds packs by zone, and buyers only where a bid limits them', () => {
    expect(stateProblem(facts()).lots[0]?.demands).toEqual([
      { zoneId: '32.71.01', packs: 40 },
      { zoneId: '32.71.02', packs: 20 },
    ]);
    const limited = stateProblem(facts({ bids: [bid('a', { maxPerBuyerPacks: 5 })] }));
    expect(limited.lots[0]?.demands).toEqual([
      { zoneId: '32.71.01', packs: 40, buyers: [30, 10] },
      { zoneId: '32.71.02', packs: 20, buyers: [20] },
    ]);
  });

  it("counts freight by the pool's tariff, and delivers nowhere at an unknown price", () => {
    const rule = {
      ...plainAwardRule,
      freight: [{ fromCode: '32.71', toCode: '32.71.01', rpPerUnit: 60 }],
    };
    const [stated] = stateProblem(facts({ rule, bids: [bid('a', { warehouseCode: '32.71' })] })).bids;
    expect(stated).toMatchObject({
      freightRpPerUnit: { '32.71.01': 60 },
      surchargeRpPerUnit: { '32.71.02': null },
    });
  });

  it('is the same whatever the order of its parts', () => {
    const given = facts({
      suppliers: [
        { supplierId: 's-b', isReserved: true, fixedChargeRp: 5, capacityMilli: 9, minimumOrderRp: 7 },
      ],
    });
    const mirrored = {
      ...given,
      bids: given.bids.toReversed(),
      lots: given.lots.map((lot) => ({ ...lot, claims: lot.claims.toReversed() })),
    };
    expect(JSON.stringify(stateProblem(mirrored))).toBe(JSON.stringify(stateProblem(given)));
    expect(stateProblem(given).suppliers).toEqual([
      { supplierId: 's-a', isReserved: false, fixedChargeRp: 0, capacityMilli: null, minimumOrderRp: 0 },
      { supplierId: 's-b', isReserved: true, fixedChargeRp: 5, capacityMilli: 9, minimumOrderRp: 7 },
    ]);
  });
});
