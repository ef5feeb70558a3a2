import fc from 'fast-check';
import type { AwardProblem, ProblemBid, ProblemLot } from '../../src/core/award/joint/award-problem.js';

const ZONES = ['north', 'south'];

/** What is drawn, and which terms more often than others. */
export interface SmallKind {
  readonly prices: { readonly min: number; readonly max: number };
  /** True: terms that bind bids of one lot together are the rule, other terms the exception. */
  readonly together?: boolean;
}

/** Terms mostly plain, so that problems stay worth awarding and terms meet in all combinations. */
const seldom = <Value>(plain: Value, ...others: Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 3, arbitrary: fc.constant(plain) },
    { weight: 1, arbitrary: fc.constantFrom(...others) },
  );

const often = <Value>(plain: Value, ...others: Value[]): fc.Arbitrary<Value> =>
  fc.oneof(
    { weight: 1, arbitrary: fc.constant(plain) },
    { weight: 3, arbitrary: fc.constantFrom(...others) },
  );

/** Parts of a whole: 5 -> [2, 0, 3]. */
const partsOf = (whole: number): fc.Arbitrary<number[]> =>
  fc
    .array(fc.integer({ min: 0, max: whole }), { maxLength: 2 })
    .map((cuts) =>
      [...cuts, whole].sort((a, b) => a - b).map((cut, place, all) => cut - (all[place - 1] ?? 0)),
    );

/** Wide of the prices, or right among them. */
const limitsOf = (side: 'buy' | 'sell', isTight: boolean): { min: number; max: number } =>
  side === 'buy' ? { min: 35, max: isTight ? 40 : 60 } : { min: isTight ? 12 : 0, max: 20 };

const lotOf = (
  lotId: string,
  side: 'buy' | 'sell',
  { together = false }: SmallKind,
): fc.Arbitrary<ProblemLot> =>
  fc.record({
    lotId: fc.constant(lotId),
    packSizeMilli: fc.constantFrom(1_000, 1_000, 2_000, 1_875),
    limitRpPerUnit: fc.integer(limitsOf(side, together)),
    maxShareBps: together ? fc.constant(10_000) : seldom(10_000, 6_000, 5_000),
    minSuppliers: seldom(0, 1, 2, 3),
    missingSupplierRp: fc.constantFrom(0, 3, 30),
    reservedShareBps: (together ? often : seldom)(0, 3_000, 5_000, 10_000),
    unserved: seldom<'weighed' | 'forbidden'>('weighed', 'forbidden'),
    demands: fc
      .array(
        fc
          .oneof(
            { weight: 1, arbitrary: fc.constant(0) },
            { weight: 9, arbitrary: fc.integer({ min: 1, max: together ? 5 : 3 }) },
          )
          .chain((packs) => fc.record({ packs: fc.constant(packs), buyers: partsOf(packs) })),
        { minLength: 1, maxLength: 2 },
      )
      .map((demands) => demands.map((demand, place) => ({ ...demand, zoneId: ZONES[place] ?? '' }))),
  });

const bidOf = (
  supplierId: string,
  lotId: string,
  side: 'buy' | 'sell',
  { prices, together = false }: SmallKind,
): fc.Arbitrary<ProblemBid> =>
  fc
    .record({
      capacityPacks: fc.integer({ min: 2, max: 7 }),
      minimumPacks: fc.constantFrom(0, 0, 1, 2, 3),
      maxPerBuyerPacks: (together ? often : seldom)<number | null>(null, 1, 2),
      tierKind: fc.constantFrom('all-units' as const, 'incremental' as const),
      submittedAt: fc.constantFrom('2026-11-12T02:00:00Z', '2026-11-12T03:00:00Z'),
      taxBps: side === 'buy' ? seldom(0, 110, 1_200) : fc.constant(0),
      paymentDays: seldom(0, 14, 60),
      first: fc.constantFrom(1, 1, 1, 2),
      tiers: fc.array(fc.integer(prices), { minLength: 1, maxLength: 3 }),
      surcharges: fc.tuple(
        fc.option(fc.integer({ min: 0, max: Math.ceil(prices.max / 3) }), { freq: 12 }),
        fc.option(fc.integer({ min: 0, max: Math.ceil(prices.max / 3) }), { freq: 12 }),
      ),
      freights: fc.tuple(seldom(0, 1, 9), seldom(0, 2, 7)),
    })
    .map(({ first, tiers, surcharges, freights, ...rest }) => ({
      ...rest,
      bidId: `${supplierId}-${lotId}`,
      supplierId,
      lotId,
      tiers: tiers.map((priceRpPerUnit, tier) => ({ fromPacks: first + 2 * tier, priceRpPerUnit })),
      surchargeRpPerUnit: Object.fromEntries(ZONES.map((zone, place) => [zone, surcharges[place] ?? null])),
      freightRpPerUnit: Object.fromEntries(ZONES.map((zone, place) => [zone, freights[place] ?? 0])),
    }));

/** Up to two lots of up to two zones and three suppliers, with every kind of term; small enough to try every award. */
export const smallProblems = (kind: SmallKind): fc.Arbitrary<AwardProblem> =>
  fc
    .record({
      side: fc.constantFrom('buy' as const, 'sell' as const),
      lots: fc.integer({ min: 1, max: kind.together ? 1 : 2 }),
      suppliers: fc.integer({ min: kind.together ? 3 : 1, max: 3 }),
    })
    .chain(({ side, lots, suppliers }) => {
      const lotIds = ['rice', 'sugar'].slice(0, lots);
      const supplierIds = ['a', 'b', 'c'].slice(0, suppliers);
      return fc.record({
        side: fc.constant(side),
        annualRateBps: seldom(0, 1_200, 20_000),
        lots: fc.tuple(...lotIds.map((lotId) => lotOf(lotId, side, kind))),
        suppliers: fc.tuple(
          ...supplierIds.map((supplierId) =>
            fc.record({
              supplierId: fc.constant(supplierId),
              isReserved: fc.boolean(),
              fixedChargeRp: seldom(0, 5, 20, 45),
              capacityMilli: seldom<number | null>(null, 3_000, 5_000, 8_000),
              minimumOrderRp: seldom(0, 40, 90, 150),
            }),
          ),
        ),
        bids: fc
          .tuple(
            ...supplierIds.flatMap((supplierId) =>
              lotIds.map((lotId) => fc.option(bidOf(supplierId, lotId, side, kind), { freq: 9 })),
            ),
          )
          .map((bids) => bids.filter((bid) => bid !== null)),
      });
    });
