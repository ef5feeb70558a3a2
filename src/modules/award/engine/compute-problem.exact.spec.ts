import fc from 'fast-check';
import { admitOffers } from '../../../core/award/joint/admit-offers.js';
import type { AwardProblem, ProblemBid, ProblemLot } from '../../../core/award/joint/award-problem.js';
import { PLAIN_BID, PLAIN_LOT, PLAIN_PROBLEM } from '../../../core/award/joint/plain-terms.js';
import { pricePlaces } from '../../../core/award/joint/price-places.js';
import { computeProblem } from './compute-problem.js';
import { SolverThreads } from './solver-pool.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const ZONES = ['north', 'south'];

const lotOf = (lotId: string): fc.Arbitrary<ProblemLot> =>
  fc.record({
    minSuppliers: fc.constant(PLAIN_LOT.minSuppliers),
    missingSupplierRp: fc.constant(PLAIN_LOT.missingSupplierRp),
    reservedShareBps: fc.constant(PLAIN_LOT.reservedShareBps),
    lotId: fc.constant(lotId),
    packSizeMilli: fc.constantFrom(1_000, 1_000, 2_000, 1_875),
    limitRpPerUnit: fc.integer({ min: 35, max: 60 }),
    maxShareBps: fc.constantFrom(10_000, 10_000, 10_000, 6_000, 5_000),
    unserved: fc.constantFrom('weighed', 'weighed', 'weighed', 'forbidden'),
    demands: fc

      .array(
        fc.oneof(
          { weight: 1, arbitrary: fc.constant(0) },
          { weight: 9, arbitrary: fc.integer({ min: 1, max: 3 }) },
        ),
        { minLength: 1, maxLength: 2 },
      )
      .map((packs) => packs.map((each, place) => ({ zoneId: ZONES[place] ?? '', packs: each }))),
  });

const tierPrices = fc.array(fc.integer({ min: 5, max: 40 }), { minLength: 1, maxLength: 3 });

const bidOf = (supplierId: string, lotId: string): fc.Arbitrary<ProblemBid> =>
  fc
    .record({
      capacityPacks: fc.integer({ min: 2, max: 7 }),
      minimumPacks: fc.constantFrom(0, 0, 1, 2, 3),
      tierKind: fc.constantFrom('all-units' as const, 'incremental' as const),
      first: fc.constantFrom(1, 1, 1, 2),
      prices: tierPrices,
      surcharges: fc.tuple(
        fc.option(fc.integer({ min: 0, max: 15 }), { freq: 12 }),
        fc.option(fc.integer({ min: 0, max: 15 }), { freq: 12 }),
      ),
    })
    .map(({ first, prices, surcharges, ...rest }) => ({
      ...PLAIN_BID,
      ...rest,
      bidId: `${supplierId}-${lotId}`,
      supplierId,
      lotId,
      submittedAt: '2026-11-12T02:00:00Z',
      // Incremental prices fall, as they do in the trade; all-units ones go anywhere.
      tiers: (rest.tierKind === 'incremental' ? [...prices].sort((a, b) => b - a) : prices).map(
        (priceRpPerUnit, tier) => ({ fromPacks: first + 2 * tier, priceRpPerUnit }),
      ),
      surchargeRpPerUnit: Object.fromEntries(ZONES.map((zone, place) => [zone, surcharges[place] ?? null])),
    }));

const problems: fc.Arbitrary<AwardProblem> = fc
  .record({ lots: fc.integer({ min: 1, max: 2 }), suppliers: fc.integer({ min: 1, max: 3 }) })
  .chain(({ lots, suppliers }) => {
    const lotIds = ['rice', 'sugar'].slice(0, lots);
    const supplierIds = ['a', 'b', 'c'].slice(0, suppliers);
    return fc.record({
      side: fc.constant(PLAIN_PROBLEM.side),
      annualRateBps: fc.constant(PLAIN_PROBLEM.annualRateBps),
      lots: fc.tuple(...lotIds.map(lotOf)),
      suppliers: fc.tuple(
        ...supplierIds.map((supplierId) =>
          fc.record({
            supplierId: fc.constant(supplierId),
            isReserved: fc.constant(false),
            fixedChargeRp: fc.constantFrom(0, 0, 5, 20, 45),
            capacityMilli: fc.constantFrom(null, null, 3_000, 5_000, 8_000),
            minimumOrderRp: fc.constantFrom(0, 0, 40, 90, 150),
          }),
        ),
      ),
      bids: fc
        .tuple(
          ...supplierIds.flatMap((supplierId) =>
            lotIds.map((lotId) => fc.option(bidOf(supplierId, lotId), { freq: 9 })),
          ),
        )
        .map((bids) => bids.filter((bid) => bid !== null)),
    });
  });

/** Rupiah per unit x packs of a bid, told from the tiers pack by pack; infinite where it may not sell so. */
const goodsOf = (bid: ProblemBid, packs: number): number => {
  const tierAt = (count: number): number => bid.tiers.findLastIndex(({ fromPacks }) => fromPacks <= count);
  const priceAt = (tier: number): number => bid.tiers[Math.max(0, tier)]?.priceRpPerUnit ?? Infinity;
  if (tierAt(packs) < 0) return Infinity;
  if (bid.tierKind === 'all-units') return packs * priceAt(tierAt(packs));
  return Array.from({ length: packs }, (_, pack) => priceAt(tierAt(pack + 1))).reduce((a, b) => a + b, 0);
};

/** Milli-rupiah of packs by bid and zone, or infinity where a limit is broken. Knows nothing of the engine. */
const weigh = (problem: AwardProblem, packs: readonly (readonly number[])[]): number => {
  let total = 0;
  const ordered = new Map<string, { milli: number; goods: number }>();
  for (const [place, bid] of problem.bids.entries()) {
    const lot = problem.lots.find(({ lotId }) => lotId === bid.lotId);
    const shares = packs[place] ?? [];
    const sum = shares.reduce((a, b) => a + b, 0);
    if (!lot || sum === 0) continue;
    const demand = lot.demands.reduce((all, each) => all + each.packs, 0);
    if (sum > bid.capacityPacks || sum < bid.minimumPacks || sum * 10_000 > demand * lot.maxShareBps)
      return Infinity;
    const goods = goodsOf(bid, sum);
    if (!Number.isFinite(goods)) return Infinity;
    const dearest = bid.tierKind === 'all-units' ? goods / sum : (bid.tiers[0]?.priceRpPerUnit ?? Infinity);
    for (const [zone, part] of shares.entries()) {
      const surcharge = bid.surchargeRpPerUnit[ZONES[zone] ?? ''];
      if (part > 0 && (surcharge == null || dearest + surcharge > lot.limitRpPerUnit)) return Infinity;
      total += part * (surcharge ?? 0) * lot.packSizeMilli;
    }
    total += goods * lot.packSizeMilli;
    const order = ordered.get(bid.supplierId) ?? { milli: 0, goods: 0 };
    ordered.set(bid.supplierId, {
      milli: order.milli + sum * lot.packSizeMilli,
      goods: order.goods + goods * lot.packSizeMilli,
    });
  }
  for (const { supplierId, fixedChargeRp, capacityMilli, minimumOrderRp } of problem.suppliers) {
    const order = ordered.get(supplierId);
    if (!order) continue;
    if (order.milli > (capacityMilli ?? Infinity) || order.goods < minimumOrderRp * 1000) return Infinity;
    total += fixedChargeRp * 1000;
  }
  return total;
};

/** The least milli-rupiah over every way to give whole packs, unserved ones weighed in. */
const tryAll = (problem: AwardProblem): number => {
  const places = problem.lots.flatMap((lot) => lot.demands.map((demand, zone) => ({ lot, demand, zone })));
  const packs = problem.bids.map(() => [0, 0]);
  let best = Infinity;
  const visit = (place: number, bid: number, left: number, penalty: number): void => {
    const here = places[place];
    if (!here) {
      best = Math.min(best, penalty + weigh(problem, packs));
      return;
    }
    const own = problem.bids[bid];
    if (!own) {
      if (left > 0 && here.lot.unserved === 'forbidden') return;
      const more = left * here.lot.packSizeMilli * (here.lot.limitRpPerUnit + 1);
      visit(place + 1, 0, places[place + 1]?.demand.packs ?? 0, penalty + more);
      return;
    }
    const shares = packs[bid];
    const most = own.lotId === here.lot.lotId ? left : 0;
    for (let take = 0; take <= most; take += 1) {
      if (shares && most > 0) shares[here.zone] = take;
      visit(place, bid + 1, left - take, penalty);
    }
    if (shares && most > 0) shares[here.zone] = 0;
  };
  visit(0, 0, places[0]?.demand.packs ?? 0, 0);
  return best;
};

/** The bound that very large problems get instead: never above the optimum. */
const boundByPrices = (problem: AwardProblem): number => {
  const pricing = pricePlaces(admitOffers(problem));
  let step = pricing.next();
  while (!step.done) step = pricing.next();
  return Number(step.value.boundMilliRp);
};

describe('the award of joint lots', () => {
  it('equals trying every award in whole packs, with every kind of term', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const least = tryAll(problem);
        const found = await computeProblem(problem, solver).then(
          ({ cost, boundMilliRp }) => ({ total: Number(cost.totalMilliRp), bound: Number(boundMilliRp) }),
          (error: unknown) => {
            if (error instanceof Error && error.name === 'NoAwardFound')
              return { total: Infinity, bound: Infinity };
            throw error;
          },
        );
        expect(found).toEqual({ total: least, bound: least });
        expect(boundByPrices(problem)).toBeLessThanOrEqual(least);
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of lots, suppliers and bids', async () => {
    await fc.assert(
      fc.asyncProperty(problems, async (problem) => {
        const mirrored: AwardProblem = {
          ...problem,
          lots: problem.lots.toReversed(),
          suppliers: problem.suppliers.toReversed(),
          bids: problem.bids.toReversed(),
        };
        const settle = (one: AwardProblem): Promise<unknown> =>
          computeProblem(one, solver).then(
            ({ deliveries, cost }) => ({ deliveries, cost }),
            (error: unknown) => (error instanceof Error ? error.message : error),
          );
        expect(await settle(mirrored)).toEqual(await settle(problem));
      }),
      { numRuns: 60 },
    );
  });
});
