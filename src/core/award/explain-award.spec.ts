import { admitBids } from './admit-bids.js';
import type { Plan } from './cost-plan.js';
import type { BidToAward, LotAward, LotToAward } from './lot-to-award.js';
import { stateAward } from './state-award.js';

const bid = (
  bidId: string,
  fromPacks: number,
  capacityPacks: number,
  priceRpPerUnit: number,
  hour = 2,
): BidToAward => ({
  bidId,
  supplierId: `supplier ${bidId}`,
  submittedAt: `2026-11-12T0${hour}:00:00Z`,
  capacityPacks,
  minimumPacks: 0,
  leadTimeDays: 3,
  tiers: [{ fromPacks, priceRpPerUnit }],
});

/** States the award that gives these bids these packs; `room` is how much below its cost the bound lies. */
const stated = (bids: BidToAward[], given: Record<string, number>, room = 0): LotAward => {
  const lot: LotToAward = {
    lotId: 'lot',
    demandPacks: 30,
    packSizeMilli: 50_000,
    ceilingRpPerUnit: 11_000,
    bids,
  };
  const admission = admitBids(lot);
  const picks = admission.admitted.flatMap((admitted) => {
    const packs = given[admitted.bid.bidId];
    return packs === undefined ? [] : [{ bid: admitted, tier: admitted.tiers[0]!, packs }];
  });
  const served = picks.reduce((sum, { packs }) => sum + packs, 0);
  const plan: Plan = { picks, unservedPacks: 30 - served };
  const cost = picks.reduce(
    (sum, { packs, tier }) => sum + packs * tier.priceRpPerUnit,
    plan.unservedPacks * 11_001,
  );
  return stateAward(lot, admission, { plan, bound: cost - room, way: 'solver', nodes: 1 });
};

const reasonFor = (award: LotAward, bidId: string): unknown => {
  const reason = award.reasons.find((each) => each.bidId === bidId);
  return reason && { code: reason.code, params: reason.params };
};

describe('explaining an award', () => {
  it('tells who is dearer, who was later and whose minimum was too large', () => {
    const award = stated([bid('a', 1, 40, 10_500), bid('b', 1, 40, 10_800), bid('c', 1, 40, 10_500, 3)], {
      a: 30,
    });
    expect(reasonFor(award, 'b')).toEqual({
      code: 'DEARER',
      params: { priceRpPerUnit: 10_800, dearestRpPerUnit: 10_500 },
    });
    expect(reasonFor(award, 'c')).toEqual({
      code: 'EQUAL_PRICE_LATER',
      params: { priceRpPerUnit: 10_500, winnerBidId: 'a' },
    });
    const short = stated([bid('a', 1, 24, 10_500), bid('d', 10, 12, 10_000)], { a: 24 });
    expect(reasonFor(short, 'd')).toEqual({
      code: 'MINIMUM_ABOVE_REMAINDER',
      params: { minimumPacks: 10, unservedPacks: 6 },
    });
  });

  it('says of a low price for many packs that the whole would cost no less', () => {
    const award = stated([bid('a', 1, 20, 10_000), bid('b', 1, 20, 10_900), bid('c', 29, 30, 10_600)], {
      a: 20,
      b: 10,
    });
    expect(reasonFor(award, 'c')).toEqual({
      code: 'DEARER_IN_TOTAL',
      params: { priceRpPerUnit: 10_600, fromPacks: 29 },
    });
  });

  it('claims nothing that was not proven', () => {
    const award = stated(
      [bid('a', 1, 20, 10_000), bid('b', 1, 20, 10_900), bid('c', 29, 30, 10_600)],
      { a: 20, b: 10 },
      5,
    );
    expect(reasonFor(award, 'c')).toMatchObject({ code: 'NO_CHEAPER_SPLIT_FOUND' });
  });

  it('speaks Bahasa Indonesia and English, each with its own thousands', () => {
    const award = stated([bid('a', 1, 40, 10_500), bid('winner2026', 1, 40, 11_500)], { a: 30 });
    expect(award.reasons.map(({ id, en }) => [id, en])).toEqual([
      [
        'Harga Rp11.500 di atas harga batas tertinggi Rp11.000.',
        'The price of Rp11,500 is above the ceiling price of Rp11,000.',
      ],
    ]);
  });

  it('leaves no placeholder unfilled and no id grouped', () => {
    const award = stated([bid('20261112', 1, 40, 10_500), bid('b', 1, 40, 10_500, 3)], { '20261112': 30 });
    expect(award.reasons[0]?.en).toBe(
      'The price of Rp10,500 equals that of bid 20261112, which came earlier.',
    );
  });
});

describe('stating an award', () => {
  it('compares with the best single supplier', () => {
    const award = stated([bid('a', 1, 20, 10_000), bid('b', 1, 40, 10_900)], { a: 20, b: 10 });
    expect(award.bestSingle?.line).toMatchObject({ bidId: 'b', packs: 30 });
    expect(award.savedRp).toBe(20 * 50 * 900);
    const short = stated([bid('a', 1, 15, 10_800), bid('b', 1, 20, 10_900)], { a: 15, b: 15 });
    expect(short).toMatchObject({ bestSingle: { line: { bidId: 'b' }, unservedPacks: 10 }, savedRp: null });
    const whole = stated([bid('a', 1, 20, 10_800), bid('b', 1, 40, 10_900)], { a: 20, b: 10 });
    expect(whole).toMatchObject({
      bestSingle: { line: { bidId: 'b' }, unservedPacks: 0 },
      savedRp: 20 * 50 * 100,
    });
  });

  it('shows a gap of 0 only for a proven optimum', () => {
    expect(stated([bid('a', 1, 40, 10_500)], { a: 30 })).toMatchObject({ boundRp: 15_750_000, gapPpm: 0 });
    expect(stated([bid('a', 1, 40, 10_500)], { a: 30 }, 1)).toMatchObject({ boundRp: 15_749_949, gapPpm: 4 });
  });
});
