import fc from 'fast-check';
import { daysOfWeek } from '../core/kernel/iso-week.js';
import { FIXED_SEED, plannedPacks, planSeason } from './plan-season.js';
import type { PlannedBid, World } from './season-plan.js';

const logins = (name: string, count: number): string[] =>
  Array.from({ length: count }, (_, place) => `${name}-${place + 1}`);

const world: World = {
  today: '2026-11-21',
  koperasi: logins('kop', 68),
  suppliers: logins('supplier', 6),
  kitchens: logins('kitchen', 3),
  goods: [
    {
      role: 'rice',
      commodityCode: 'BERAS-MEDIUM',
      packCode: 'BERAS-MEDIUM/XSA50',
      packSizeMilli: 50_000,
      ceilingRpPerUnit: 13_500,
    },
    {
      role: 'oil',
      commodityCode: 'MINYAKITA',
      packCode: 'MINYAKITA/XCT12',
      packSizeMilli: 12_000,
      ceilingRpPerUnit: 15_700,
    },
    {
      role: 'sugar',
      commodityCode: 'GULA',
      packCode: 'GULA/XSA50',
      packSizeMilli: 50_000,
      ceilingRpPerUnit: 17_500,
    },
  ],
};
const rice = 'BERAS-MEDIUM/XSA50';
const seeds = fc.integer({ min: 0, max: 999_999_999 });

const serving = (bids: readonly PlannedBid[]): PlannedBid[] =>
  bids.filter(({ kind }) => kind === 'big' || kind === 'middle' || kind === 'small');
const prices = ({ terms }: PlannedBid): number[] => terms.tiers.map(({ priceRpPerUnit }) => priceRpPerUnit);
const capacity = (bids: readonly PlannedBid[]): number =>
  bids.reduce((sum, { terms }) => sum + terms.capacityPacks, 0);

describe('planning a season', () => {
  it('plans the same from the same seed, and the fixed one from none', () => {
    expect(planSeason(7, world)).toEqual(planSeason(7, world));
    expect(planSeason(null, world)).toEqual(planSeason(FIXED_SEED, world));
  });

  it('plans another from another seed', () => {
    const [one, other] = [planSeason(7, world), planSeason(8, world)];
    expect(one.commitments).not.toEqual(other.commitments);
    expect(one.bids).not.toEqual(other.bids);
    expect(one.faults).not.toEqual(other.faults);
    expect(one.requirements).not.toEqual(other.requirements);
  });

  it('needs its goods in the week after, also across New Year', () => {
    expect(planSeason(null, world)).toMatchObject({
      isoWeek: '2026-W48',
      neededFrom: '2026-11-23',
      neededUntil: '2026-11-29',
    });
    expect(planSeason(null, { ...world, today: '2026-12-27' }).isoWeek).toBe('2026-W53');
  });

  it('refuses a world in which nothing would be worth watching', () => {
    expect(() => planSeason(null, { ...world, suppliers: logins('supplier', 4) })).toThrow('5 suppliers');
    expect(() => planSeason(null, { ...world, goods: world.goods.slice(1) })).toThrow('without rice');
  });

  it('has every koperasi ask for about a ton of rice', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { lines } of planSeason(seed, world).commitments) {
          const sacks = lines
            .filter(({ packCode }) => packCode === rice)
            .map(({ quantityPacks }) => quantityPacks);
          expect(sacks).toHaveLength(1);
          expect(sacks[0]).toBeGreaterThanOrEqual(18);
          expect(sacks[0]).toBeLessThanOrEqual(23);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('keeps every line within its week and its minimum within half', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plan = planSeason(seed, world);
        for (const line of plan.commitments.flatMap(({ lines }) => lines)) {
          expect(daysOfWeek(plan.isoWeek)).toContain(line.neededBy);
          expect(line.minimumPacks * 2).toBeLessThanOrEqual(line.quantityPacks);
        }
      }),
      { numRuns: 25 },
    );
  });

  it('amends one koperasi, withdraws a line of another, and disappoints three', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { amendment, withdrawal, commitments, faults } = planSeason(seed, world);
        const linesOf = (login: string): string[] =>
          commitments.find(({ koperasi }) => koperasi === login)?.lines.map(({ packCode }) => packCode) ?? [];
        expect(linesOf(withdrawal.koperasi)).toContain(withdrawal.packCode);
        expect(withdrawal.koperasi).not.toBe(amendment.koperasi);
        expect(withdrawal.packCode).not.toBe(rice);
        expect(amendment.finalPacks).toBeGreaterThan(amendment.firstPacks);
        expect(new Set(faults.map(({ koperasi }) => koperasi)).size).toBe(3);
        expect(new Set(faults.map(({ kind }) => kind)).size).toBe(3);
      }),
      { numRuns: 50 },
    );
  });
});

describe('planning a standing offer', () => {
  it('is the dear supplier of rice, who promises any number below the ceiling and then hands in no bid', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { offers, bids, neededFrom, neededUntil, goods } = planSeason(seed, world);
        expect(offers).toHaveLength(1);
        for (const { supplier, packCode, terms, validFrom, validUntil } of offers) {
          expect(packCode).toBe(rice);
          expect(terms).not.toHaveProperty('capacityPacks');
          expect(bids.filter((bid) => bid.packCode === rice && bid.supplier === supplier)).toEqual([]);
          const asked = terms.tiers.map(({ priceRpPerUnit }) => priceRpPerUnit);
          const serve = serving(bids.filter((bid) => bid.packCode === rice)).flatMap(prices);
          expect(Math.min(...asked)).toBeGreaterThan(Math.max(...serve));
          expect(Math.max(...asked)).toBeLessThan(goods[0]?.ceilingRpPerUnit ?? 0);
          expect(validFrom).toBe(neededFrom);
          expect(validUntil > neededUntil).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });

  it('has a koperasi ask for the price to which nothing else happens', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const { quote, commitments, amendment, withdrawal, faults } = planSeason(seed, world);
        const others = [amendment, withdrawal, ...faults].map(({ koperasi }) => koperasi);
        expect(others).not.toContain(quote.koperasi);
        const own = commitments.find(({ koperasi }) => koperasi === quote.koperasi);
        expect(own?.lines.map(({ packCode }) => packCode)).toContain(quote.packCode);
      }),
      { numRuns: 50 },
    );
  });
});

describe('planning bids', () => {
  it('bids by the rules: tiers that rise from the first pack, prices that fall, capacity for the last tier', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        for (const { terms } of planSeason(seed, world).bids) {
          const starts = terms.tiers.map(({ fromPacks }) => fromPacks);
          const falling = terms.tiers.map(({ priceRpPerUnit }) => priceRpPerUnit);
          expect(starts[0]).toBe(1);
          expect(starts).toEqual([...new Set(starts)].sort((one, other) => one - other));
          expect(falling).toEqual([...falling].sort((one, other) => other - one));
          expect(terms.capacityPacks).toBeGreaterThanOrEqual(
            Math.max(terms.minimumPacks, starts.at(-1) ?? 0),
          );
        }
      }),
      { numRuns: 50 },
    );
  });

  it('lets no one serve a lot alone, three serve it together but for the short one, and two lose', () => {
    fc.assert(
      fc.property(seeds, (seed) => {
        const plan = planSeason(seed, world);
        const short = plan.goods.filter(({ packCode, ceilingRpPerUnit }) => {
          const bids = plan.bids.filter((bid) => bid.packCode === packCode);
          const demand = plannedPacks(plan, packCode);
          for (const { terms } of bids) expect(terms.capacityPacks).toBeLessThan(demand);
          const [dear, above] = ['dear', 'above-ceiling'].map((kind) =>
            bids.find((bid) => bid.kind === kind),
          );
          expect(Math.min(...(above ? prices(above) : [0]))).toBeGreaterThan(ceilingRpPerUnit);
          if (!dear) return capacity(serving(bids)) < demand;
          expect(Math.min(...prices(dear))).toBeGreaterThan(Math.max(...serving(bids).flatMap(prices)));
          expect(Math.max(...prices(dear))).toBeLessThanOrEqual(ceilingRpPerUnit);
          expect(capacity(serving(bids))).toBeGreaterThanOrEqual(demand);
          return false;
        });
        expect(short).toHaveLength(1);
        expect(short[0]?.role).not.toBe('rice');
      }),
      { numRuns: 200 },
    );
  });
});
