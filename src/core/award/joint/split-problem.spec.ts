import type { AwardProblem, SupplierTerms } from './award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from './plain-terms.js';
import { splitProblem } from './split-problem.js';

const problem = (
  bids: readonly [supplierId: string, lotId: string][],
  terms: Partial<SupplierTerms>,
): AwardProblem => ({
  ...PLAIN_PROBLEM,
  lots: ['rice', 'oil', 'salt'].map((lotId) => ({
    ...PLAIN_LOT,
    lotId,
    packSizeMilli: 1_000,
    limitRpPerUnit: 10,
    demands: [{ zoneId: 'north', packs: 1 }],
  })),
  suppliers: ['a', 'b'].map((supplierId) => ({
    ...PLAIN_SUPPLIER,
    supplierId,
    ...(supplierId === 'a' ? terms : {}),
  })),
  bids: bids.map(([supplierId, lotId]) => ({
    ...PLAIN_BID,
    bidId: `${supplierId}-${lotId}`,
    supplierId,
    lotId,
    submittedAt: '2026-11-12T02:00:00Z',
    capacityPacks: 1,
    tiers: [{ fromPacks: 1, priceRpPerUnit: 9 }],
  })),
});

const partsOf = (whole: AwardProblem): [lots: string, bids: string, suppliers: string][] =>
  splitProblem(whole).map(({ lots, bids, suppliers }) => [
    lots.map(({ lotId }) => lotId).join(),
    bids.map(({ bidId }) => bidId).join(),
    suppliers.map(({ supplierId }) => supplierId).join(),
  ]);

describe('the parts of a problem', () => {
  const bids: [string, string][] = [
    ['a', 'rice'],
    ['b', 'oil'],
    ['a', 'oil'],
    ['b', 'salt'],
  ];

  it.each([{ fixedChargeRp: 1 }, { minimumOrderRp: 1 }, { capacityMilli: 0 }])(
    'are tied by a supplier with terms: %p',
    (terms) => {
      expect(partsOf(problem(bids, terms))).toEqual([
        ['rice,oil', 'a-rice,b-oil,a-oil', 'a,b'],
        ['salt', 'b-salt', 'b'],
      ]);
    },
  );

  it('are the lots where no supplier has terms, and lots without bids stay', () => {
    expect(partsOf(problem(bids, {}))).toHaveLength(3);
    expect(partsOf(problem([], { fixedChargeRp: 1 }))).toEqual([
      ['rice', '', ''],
      ['oil', '', ''],
      ['salt', '', ''],
    ]);
  });
});
