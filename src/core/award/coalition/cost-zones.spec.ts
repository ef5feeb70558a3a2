import type { AwardProblem, Delivery } from '../joint/award-problem.js';
import { costDeliveries } from '../joint/cost-deliveries.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM, PLAIN_SUPPLIER } from '../joint/plain-terms.js';
import { costZones } from './cost-zones.js';

const bid = { ...PLAIN_BID, submittedAt: '2026-11-12T02:00:00Z', capacityPacks: 100, minimumPacks: 0 };

/** A delivers both lots with one fixed charge of Rp100; B rice alone, in falling steps, to the north dearer. */
const problem: AwardProblem = {
  ...PLAIN_PROBLEM,
  lots: [
    {
      ...PLAIN_LOT,
      lotId: 'rice',
      packSizeMilli: 1_000,
      limitRpPerUnit: 999,
      unserved: 'weighed',
      demands: [],
    },
    {
      ...PLAIN_LOT,
      lotId: 'oil',
      packSizeMilli: 2_000,
      limitRpPerUnit: 999,
      unserved: 'weighed',
      demands: [],
    },
  ],
  suppliers: [
    { ...PLAIN_SUPPLIER, supplierId: 'A', fixedChargeRp: 100, capacityMilli: null, minimumOrderRp: 0 },
    { ...PLAIN_SUPPLIER, supplierId: 'B', fixedChargeRp: 0, capacityMilli: null, minimumOrderRp: 0 },
  ],
  bids: [
    {
      ...bid,
      bidId: 'a-rice',
      supplierId: 'A',
      lotId: 'rice',
      tierKind: 'all-units',
      tiers: [{ fromPacks: 1, priceRpPerUnit: 10 }],
      surchargeRpPerUnit: {},
    },
    {
      ...bid,
      bidId: 'a-oil',
      supplierId: 'A',
      lotId: 'oil',
      tierKind: 'all-units',
      tiers: [{ fromPacks: 1, priceRpPerUnit: 30 }],
      surchargeRpPerUnit: {},
    },
    {
      ...bid,
      bidId: 'b-rice',
      supplierId: 'B',
      lotId: 'rice',
      tierKind: 'incremental',
      tiers: [
        { fromPacks: 1, priceRpPerUnit: 12 },
        { fromPacks: 6, priceRpPerUnit: 8 },
      ],
      surchargeRpPerUnit: { north: 2 },
    },
  ],
};

const deliveries: Delivery[] = [
  { bidId: 'a-rice', zoneId: 'north', packs: 20 },
  { bidId: 'a-oil', zoneId: 'south', packs: 10 },
  { bidId: 'b-rice', zoneId: 'north', packs: 5 },
  { bidId: 'b-rice', zoneId: 'south', packs: 5 },
];

describe('costZones', () => {
  it('shares a fixed charge among its lots by the value of their goods', () => {
    // Rice: 200 + 5 x 12 + 5 x 8 + 5 x 2 and 25 of the fixed charge; oil: 600 and 75.
    expect(costZones(problem, deliveries, { pricing: 'uniform', feeRpPerUnit: 0 })).toEqual([
      { lotId: 'rice', zoneId: null, packs: 30, amountRp: 335 },
      { lotId: 'oil', zoneId: null, packs: 10, amountRp: 675 },
    ]);
  });

  it('gives each zone its own price, with what only it is charged', () => {
    expect(costZones(problem, deliveries, { pricing: 'per-zone', feeRpPerUnit: 1 })).toEqual([
      { lotId: 'rice', zoneId: 'north', packs: 25, amountRp: 200 + 25 + 50 + 10 + 25 },
      { lotId: 'rice', zoneId: 'south', packs: 5, amountRp: 50 + 5 },
      { lotId: 'oil', zoneId: 'south', packs: 10, amountRp: 675 + 20 },
    ]);
  });

  it('comes to the same in all as the cost that the award was compared by', () => {
    const areas = costZones(problem, deliveries, { pricing: 'uniform', feeRpPerUnit: 0 });
    const { goodsMilliRp, surchargesMilliRp, fixedMilliRp } = costDeliveries(problem, deliveries);
    expect(BigInt(areas.reduce((sum, { amountRp }) => sum + amountRp, 0)) * 1000n).toBe(
      goodsMilliRp + surchargesMilliRp + fixedMilliRp,
    );
  });

  it('adds freight, and tax rounded up on each unit', () => {
    const taxed = {
      ...problem,
      bids: problem.bids.map((each) => ({ ...each, taxBps: 1_100, freightRpPerUnit: { north: 3 } })),
    };
    const [rice] = costZones(taxed, [{ bidId: 'a-rice', zoneId: 'north', packs: 20 }], {
      pricing: 'uniform',
      feeRpPerUnit: 0,
    });
    expect(rice?.amountRp).toBe(20 * (10 + 2 + 3) + 100);
  });

  it('brings a sale the lowest price that was accepted for every pack, less what it costs', () => {
    const sale = { ...problem, side: 'sell' as const };
    const [rice] = costZones(sale, deliveries, { pricing: 'uniform', feeRpPerUnit: 1 });
    // B's dearest zone at its last step, Rp8 less Rp2, is the lowest.
    expect(rice?.amountRp).toBe(30 * 6 - 25 - 30);
  });
});
