import { admitBids } from './admit-bids.js';
import { awardDirectly } from './award-directly.js';
import { checkAward } from './check-award.js';
import { costPlan } from './cost-plan.js';
import type { AwardLine, LotAward, LotToAward } from './lot-to-award.js';
import { stateAward } from './state-award.js';

const lot: LotToAward = {
  lotId: 'lot',
  demandPacks: 30,
  packSizeMilli: 1_875,
  ceilingRpPerUnit: 28_500,
  bids: ['a', 'b'].map((bidId, place) => ({
    bidId,
    supplierId: `supplier ${bidId}`,
    submittedAt: '2026-11-12T02:00:00Z',
    capacityPacks: 30,
    minimumPacks: 10,
    leadTimeDays: 3,
    tiers: [
      { fromPacks: 1, priceRpPerUnit: 28_400 },
      { fromPacks: 20, priceRpPerUnit: 28_001 + place },
    ],
  })),
};

const award = ((): LotAward => {
  const admission = admitBids(lot);
  const plan = awardDirectly(lot, admission.admitted)!;
  return stateAward(lot, admission, { plan, bound: costPlan(lot, plan), way: 'direct', nodes: 0 });
})();
const [line] = award.lines;

const codes = (changed: Partial<LotAward>): string[] =>
  checkAward(lot, { ...award, ...changed }).map(({ code }) => code);
const withLine = (changed: Partial<AwardLine>): string[] => codes({ lines: [{ ...line!, ...changed }] });

describe('checking an award', () => {
  it('finds nothing wrong with a sound one', () => {
    expect(award.costRp).toBe(1_575_056);
    expect(codes({})).toEqual([]);
  });

  it.each<[string, string[]]>([
    ['OTHER_LOT', codes({ lotId: 'other' })],
    ['ABOVE_CAPACITY', withLine({ packs: 31 })],
    ['BELOW_MINIMUM', withLine({ packs: 9 })],
    ['PACKS_NOT_WHOLE', withLine({ packs: 29.5 })],
    ['WRONG_TIER', withLine({ packs: 19 })],
    ['WRONG_TIER', withLine({ tier: 0 })],
    ['ABOVE_CEILING', withLine({ priceRpPerUnit: 28_501 })],
    ['WRONG_AMOUNT', withLine({ amountRp: 1_575_057 })],
    ['BID_UNKNOWN', withLine({ bidId: 'z' })],
    ['BID_UNKNOWN', withLine({ supplierId: 'supplier b' })],
    ['BID_TWICE', codes({ lines: [line!, line!] })],
    ['DEMAND_NOT_CONSERVED', codes({ unservedPacks: 1 })],
    ['WRONG_COST', codes({ costRp: award.costRp - 1 })],
    ['WRONG_PENALTY', codes({ penaltyRp: 1 })],
    ['BOUND_ABOVE_TOTAL', codes({ boundRp: award.costRp + 1 })],
    ['BOUND_ABOVE_TOTAL', codes({ boundRp: -1 })],
    ['WRONG_GAP', codes({ boundRp: award.costRp - 10 })],
    ['REASON_MISSING_OR_TWICE', codes({ reasons: [] })],
    ['REASON_MISSING_OR_TWICE', codes({ reasons: [...award.reasons, ...award.reasons] })],
  ])('finds %s', (code, found) => {
    expect(found).toContain(code);
  });
});
