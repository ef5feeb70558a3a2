import fc from 'fast-check';
import type { AwardProblem, ProblemAward } from '../../core/award/joint/award-problem.js';
import { seekCoalition } from '../../core/award/coalition/seek-coalition.js';
import { stateProblem, type BidToState } from '../../core/award/state-problem.js';
import { completeTerms } from '../../core/bid/complete-terms.js';
import { standIn } from '../../core/bid/stand-in.js';
import { guaranteeSteps, worstOf } from '../../core/offer/guarantee-steps.js';
import type { BoundOffer } from '../../core/offer/offer-terms.js';
import type { TierKind } from '../../core/offer/schedule.js';
import { requireImprovement } from '../../core/offer/require-improvement.js';
import { plainAwardRule } from '../../core/pool/award-rule.js';
import type { MeterItem } from '../../core/quote/meter-item.js';
import { quoteLine } from '../../core/quote/quote-line.js';
import { readMeter } from '../../core/quote/read-meter.js';
import { stateMeterProblem } from '../../core/quote/state-meter-problem.js';
import { computeProblem, SolverThreads } from '../award/index.js';

const solver = new SolverThreads();
afterAll(() => solver.close());

const run = async <Result>(seeking: Generator<AwardProblem, Result, ProblemAward>): Promise<Result> => {
  let step = seeking.next();
  while (!step.done) step = seeking.next(await computeProblem(step.value, solver));
  return step.value;
};

const CEILING_RP = 40;
const ZONES = ['a', 'b', 'c'];

const schedule = fc
  .record({
    kind: fc.constantFrom<TierKind>('all-units', 'incremental'),
    parts: fc.array(
      fc.record({ gap: fc.integer({ min: 1, max: 8 }), drop: fc.integer({ min: 0, max: 6 }) }),
      {
        minLength: 1,
        maxLength: 3,
      },
    ),
    first: fc.integer({ min: 20, max: 44 }),
  })
  .map(({ kind, parts, first }) => {
    let [packs, price] = [0, first];
    const tiers = parts.map(({ gap, drop }, place) => {
      packs += place === 0 ? 1 : gap;
      price -= place === 0 ? 0 : drop;
      return { fromPacks: packs, priceRpPerUnit: price };
    });
    return { tierKind: kind, tiers };
  });

const anOffer = fc
  .record({
    schedule,
    minimumPacks: fc.integer({ min: 0, max: 6 }),
    spare: fc.option(fc.integer({ min: 0, max: 20 })),
    surcharges: fc.array(fc.option(fc.integer({ min: 0, max: 5 }), { freq: 6 }), {
      minLength: 3,
      maxLength: 3,
    }),
  })
  .map(
    ({
      schedule: { tierKind, tiers },
      minimumPacks,
      spare,
      surcharges,
    }): Omit<BoundOffer, 'offerId' | 'supplierId'> => ({
      tierKind,
      tiers,
      minimumPacks,
      capacityPacks: spare === null ? null : Math.max(1, minimumPacks, tiers.at(-1)?.fromPacks ?? 1) + spare,
      leadTimeDays: 3,
      surchargeRpPerUnit: Object.fromEntries(ZONES.map((zone, place) => [zone, surcharges[place] ?? null])),
      validFrom: '2026-12-01',
      validUntil: '2026-12-31',
      revision: 1,
      publishedAt: new Date('2026-11-01T00:00:00Z'),
    }),
  );

const anItem = fc
  .record({
    offers: fc.array(anOffer, { minLength: 1, maxLength: 3 }),
    packs: fc.array(fc.integer({ min: 0, max: 14 }), { minLength: 3, maxLength: 3 }),
  })
  .map(({ offers, packs }): MeterItem => ({
    itemId: 'item',
    packSizeMilli: 50_000,
    ceilingRpPerUnit: CEILING_RP,
    feeRpPerUnit: 0,
    rule: plainAwardRule,
    offers: offers.map((offer, place) => ({ ...offer, offerId: `o${place}`, supplierId: `s${place}` })),
    demands: ZONES.map((zoneId, place) => ({ zoneId, packs: packs[place] ?? 0, koperasiCount: 1 })),
  }));

/** The lot that would be formed, and its award, the way the product comes to them after the close. */
const awardOf = (
  item: MeterItem,
  demands: MeterItem['demands'],
  bids: readonly BidToState[],
): Promise<ProblemAward> =>
  computeProblem(
    stateProblem({
      side: 'buy',
      rule: item.rule,
      lots: [
        {
          lotId: 'lot',
          packSizeMilli: item.packSizeMilli,
          limitRpPerUnit: item.ceilingRpPerUnit,
          claims: demands.filter(({ packs }) => packs > 0),
        },
      ],
      suppliers: [],
      bids,
    }),
    solver,
  );

const standing = (item: MeterItem, mostPacks: number): BidToState[] =>
  item.offers.map((offer) => ({
    ...standIn(offer, mostPacks),
    bidId: offer.offerId,
    supplierId: offer.supplierId,
    lotId: 'lot',
    submittedAt: offer.publishedAt.toISOString(),
  }));

const sumPacks = (demands: readonly { readonly packs: number }[]): number =>
  demands.reduce((sum, { packs }) => sum + packs, 0);

const ceilDiv = (sum: bigint, by: bigint): number => Number((sum + by - 1n) / by);

/** What members pay per unit on average for what was awarded. */
const landedRp = (item: MeterItem, { cost, deliveries }: ProblemAward): number => {
  const milliUnits = BigInt(sumPacks(deliveries)) * BigInt(item.packSizeMilli);
  const paid =
    cost.goodsMilliRp + cost.surchargesMilliRp + cost.freightMilliRp + cost.taxesMilliRp + cost.fixedMilliRp;
  return milliUnits === 0n ? 0 : ceilDiv(paid, milliUnits);
};

describe('the meter', () => {
  it('says what the engine says on the same data, and so of the next tier', async () => {
    await fc.assert(
      fc.asyncProperty(anItem, async (item) => {
        const meter = await run(readMeter(item));
        const packs = sumPacks(item.demands);
        expect(meter.committedPacks).toBe(packs);
        if (packs > 0) {
          const award = await awardOf(item, item.demands, standing(item, packs));
          const mean = ceilDiv(award.cost.totalMilliRp, BigInt(packs) * 50_000n);
          expect(meter.guaranteedRpPerUnit).toBe(
            award.deliveries.length === 0 ? null : Math.min(CEILING_RP, mean),
          );
          expect(meter.unreachedPacks).toBe(sumPacks(award.unserved));
        } else expect(meter.guaranteedRpPerUnit).toBeNull();
        const { nextTier } = meter;
        if (nextTier === null) return;
        expect(nextTier.missingPacks).toBeGreaterThan(0);
        expect(nextTier.savesRpPerUnit).toBe(
          (meter.guaranteedRpPerUnit ?? CEILING_RP) - nextTier.priceRpPerUnit,
        );
        expect(nextTier.savesRpPerUnit).toBeGreaterThan(0);
      }),
      { numRuns: 40 },
    );
  });

  it('counts in who stays at the price: those who buy together when the price falls with volume', async () => {
    const limit = fc.option(fc.integer({ min: 15, max: 45 }), { freq: 3 });
    const lines = fc.array(fc.record({ packs: fc.integer({ min: 1, max: 9 }), limit }), {
      minLength: 1,
      maxLength: 7,
    });
    await fc.assert(
      fc.asyncProperty(schedule, lines, async (offered, asked) => {
        const item: MeterItem = {
          itemId: 'item',
          packSizeMilli: 1_000,
          ceilingRpPerUnit: 50,
          feeRpPerUnit: 0,
          rule: plainAwardRule,
          offers: [
            {
              ...offered,
              ...{ offerId: 'o', supplierId: 's', minimumPacks: 0, capacityPacks: null, leadTimeDays: 1 },
              ...{ surchargeRpPerUnit: {}, validFrom: '2026-12-01', validUntil: '2026-12-31', revision: 1 },
              publishedAt: new Date(0),
            },
          ],
          demands: [
            {
              zoneId: 'a',
              packs: sumPacks(asked),
              koperasiCount: asked.length,
              limits: asked.flatMap(({ packs, limit: limitRpPerUnit }) =>
                limitRpPerUnit === null ? [] : [{ limitRpPerUnit, packs }],
              ),
            },
          ],
        };
        const meter = await run(readMeter(item));
        const seeking = seekCoalition({
          rule: 'proportional',
          pricing: 'uniform',
          feeRpPerUnit: 0,
          problem: stateMeterProblem(item, item.demands),
          lines: asked.map(({ packs, limit: limitRpPerUnit }, place) => ({
            ...{ lineId: `l${place}`, draw: `d${place}`, lotId: 'item', zoneId: 'a', buyerId: `k${place}` },
            ...{ quantityPacks: packs, tolerancePacks: 0, minimumPacks: 0, limitRpPerUnit },
          })),
        });
        let step = seeking.next();
        while (!step.done) step = seeking.next(await computeProblem(step.value, solver));
        const staying = step.value.lines.filter(({ reason }) => reason === null);
        expect(meter.stayingPacks).toBe(sumPacks(staying));
        const paidRp = staying.reduce((sum, { amountRp }) => sum + amountRp, 0);
        if (staying.length > 0) expect(meter.guaranteedRpPerUnit).toBe(Math.ceil(paidRp / sumPacks(staying)));
      }),
      { numRuns: 60 },
    );
  });

  it('names the nearest volume at which one offer is cheaper: no fewer packs reach it', async () => {
    await fc.assert(
      fc.asyncProperty(schedule, fc.integer({ min: 1, max: 30 }), async (offered, packs) => {
        fc.pre(offered.tierKind === 'all-units');
        const offer = { ...offered, offerId: 'o', supplierId: 's', minimumPacks: 0, capacityPacks: null };
        const dates = { validFrom: '2026-12-01', validUntil: '2026-12-31', publishedAt: new Date(0) };
        const item: MeterItem = {
          itemId: 'item',
          packSizeMilli: 50_000,
          ceilingRpPerUnit: CEILING_RP,
          feeRpPerUnit: 0,
          rule: plainAwardRule,
          offers: [{ ...offer, ...dates, revision: 1, leadTimeDays: 1, surchargeRpPerUnit: {} }],
          demands: [{ zoneId: 'a', packs, koperasiCount: 1 }],
        };
        const priceAt = (volume: number): number =>
          Math.min(
            CEILING_RP,
            offered.tiers.filter(({ fromPacks }) => fromPacks <= volume).at(-1)?.priceRpPerUnit ?? CEILING_RP,
          );
        let nearest: number | null = null;
        for (let volume = packs + 1; volume <= 60 && nearest === null; volume += 1)
          if (priceAt(volume) < priceAt(packs)) nearest = volume;
        const { nextTier } = await run(readMeter(item));
        expect(nextTier?.missingPacks ?? null).toBe(nearest === null ? null : nearest - packs);
        if (nearest !== null) expect(nextTier?.priceRpPerUnit).toBe(priceAt(nearest));
      }),
      { numRuns: 30 },
    );
  });

  it('is kept by every tender: whatever improves on the offers, and whoever bids besides, nobody pays more', async () => {
    const improvement = fc.record({
      drop: fc.integer({ min: 0, max: 5 }),
      more: fc.integer({ min: 0, max: 5 }),
    });
    await fc.assert(
      fc.asyncProperty(
        anItem,
        fc.array(improvement, { minLength: 3, maxLength: 3 }),
        fc.array(anOffer, { maxLength: 2 }),
        fc.integer({ min: 1, max: 10 }),
        async (item, improvements, strangers, ownPacks) => {
          const packs = sumPacks(item.demands);
          fc.pre(packs > 0);
          const bids = standing(item, packs).map((bid, place): BidToState => {
            const { drop = 0, more = 0 } = improvements[place] ?? {};
            const better = {
              ...bid,
              capacityPacks: bid.capacityPacks + more,
              tiers: bid.tiers.map((tier) => ({
                ...tier,
                priceRpPerUnit: Math.max(1, tier.priceRpPerUnit - drop),
              })),
            };
            const offer = item.offers[place];
            const surchargeRpPerUnit = offer?.surchargeRpPerUnit ?? {};
            if (offer)
              requireImprovement(
                offer,
                { ...better, surchargeRpPerUnit },
                { quantityPacks: packs, districtCodes: ZONES },
              );
            return better;
          });
          const others = strangers.map((stranger, place): BidToState => ({
            ...completeTerms(standIn(stranger, packs)),
            bidId: `x${place}`,
            supplierId: `x${place}`,
            lotId: 'lot',
            submittedAt: '2026-11-02T00:00:00Z',
          }));
          const award = await awardOf(item, item.demands, [...bids, ...others]);
          const meter = await run(readMeter(item));
          const paid = landedRp(item, award);
          expect(paid).toBeLessThanOrEqual(meter.guaranteedRpPerUnit ?? CEILING_RP);
          const steps = guaranteeSteps({ ...item, isPlain: true });
          expect(paid).toBeLessThanOrEqual(worstOf(steps, Math.min(ownPacks, packs), null));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('gives a quote that is the meter with the line in it, never above the worst', async () => {
    await fc.assert(
      fc.asyncProperty(
        anItem,
        fc.integer({ min: 1, max: 12 }),
        fc.option(fc.integer({ min: 10, max: 50 })),
        async (item, quantityPacks, maxLandedRp) => {
          const steps = guaranteeSteps({ ...item, isPlain: true });
          const quote = await run(
            quoteLine(item, steps, { zoneId: 'b', quantityPacks, tolerancePacks: 2, maxLandedRp }),
          );
          const demands = item.demands.map((demand) =>
            demand.zoneId === 'b' ? { ...demand, packs: demand.packs + quantityPacks } : demand,
          );
          const { guaranteedRpPerUnit } = await run(readMeter({ ...item, demands }));
          expect(quote.worstRpPerUnit).toBe(worstOf(steps, quantityPacks, maxLandedRp));
          expect(quote.worstAmountRp).toBe((quantityPacks + 2) * 50 * quote.worstRpPerUnit);
          expect(quote.guaranteedRpPerUnit).toBe(
            guaranteedRpPerUnit === null ? null : Math.min(guaranteedRpPerUnit, quote.worstRpPerUnit),
          );
        },
      ),
      { numRuns: 20 },
    );
  });

  it('guarantees nothing beyond the ceiling where a share is kept, and counts the worth of paying later against it', async () => {
    const item: MeterItem = {
      itemId: 'item',
      packSizeMilli: 50_000,
      ceilingRpPerUnit: 13_500,
      feeRpPerUnit: 25,
      rule: plainAwardRule,
      offers: [
        {
          tierKind: 'all-units',
          tiers: [
            { fromPacks: 1, priceRpPerUnit: 12_000 },
            { fromPacks: 40, priceRpPerUnit: 11_500 },
          ],
          capacityPacks: 80,
          minimumPacks: 0,
          leadTimeDays: 3,
          surchargeRpPerUnit: {},
          validFrom: '2026-12-01',
          validUntil: '2026-12-31',
          offerId: 'o',
          supplierId: 's',
          revision: 1,
          publishedAt: new Date('2026-11-01T00:00:00Z'),
        },
      ],
      demands: [{ zoneId: 'a', packs: 30, koperasiCount: 3 }],
    };
    const read = (change: Partial<MeterItem>) => run(readMeter({ ...item, ...change }));
    expect(await read({})).toEqual({
      itemId: 'item',
      committedPacks: 30,
      stayingPacks: 30,
      koperasiCount: 3,
      guaranteedRpPerUnit: 12_025,
      unreachedPacks: 0,
      nextTier: {
        missingPacks: 10,
        priceRpPerUnit: 11_525,
        savesRpPerUnit: 500,
        savesRpPerKoperasi: 250_000,
      },
    });
    expect(await read({ demands: [{ zoneId: 'a', packs: 100, koperasiCount: 3 }] })).toMatchObject({
      guaranteedRpPerUnit: 11_926,
      unreachedPacks: 20,
      nextTier: null,
    });
    const limits = [{ limitRpPerUnit: 12_024, packs: 10 }];
    expect(await read({ demands: [{ zoneId: 'a', packs: 45, koperasiCount: 3, limits }] })).toMatchObject({
      stayingPacks: 45,
      guaranteedRpPerUnit: 11_525,
    });
    expect(await read({ demands: [{ zoneId: 'a', packs: 30, koperasiCount: 3, limits }] })).toMatchObject({
      stayingPacks: 20,
      guaranteedRpPerUnit: 12_025,
      nextTier: { missingPacks: 20, priceRpPerUnit: 11_525 },
    });
    expect(await read({ demands: [] })).toMatchObject({
      guaranteedRpPerUnit: null,
      nextTier: { missingPacks: 1, priceRpPerUnit: 12_025, savesRpPerKoperasi: null },
    });
    expect(await read({ offers: [] })).toMatchObject({ guaranteedRpPerUnit: null, nextTier: null });
    expect(await read({ rule: { ...plainAwardRule, annualRateBps: 600 } })).toMatchObject({
      // 12,000 / 0.94 = 12,765.96
      guaranteedRpPerUnit: 12_766 + 25,
    });
    expect(await read({ rule: { ...plainAwardRule, reservedShareBps: 1 } })).toMatchObject({
      guaranteedRpPerUnit: null,
      nextTier: null,
    });
  });
});
