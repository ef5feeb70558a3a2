import fc from 'fast-check';
import { rationingRules, type RationingRule } from '../pool/rationing-rule.js';
import { idealShares } from './reckon-ideals.js';

/** Ideal shares as exact fractions over one denominator. */
interface Fractions {
  readonly tops: readonly bigint[];
  readonly bottom: bigint;
}

const idealsOf = (rule: RationingRule, available: number, asked: readonly number[]): Fractions => {
  const { numerators, times, denominator } = idealShares(rule, available, asked);
  return { tops: numerators.map((each) => BigInt(each) * BigInt(times)), bottom: BigInt(denominator) };
};

const sum = (numbers: readonly bigint[]): bigint => numbers.reduce((total, each) => total + each, 0n);
const packsIn = (asked: readonly number[]): number => asked.reduce((total, each) => total + each, 0);

/** Whether no share is smaller than its counterpart. */
const nobodyLoses = (before: Fractions, after: Fractions): boolean =>
  before.tops.every((top, place) => top * after.bottom <= (after.tops[place] ?? -1n) * before.bottom);

/** What each line goes without. */
const lossesOf = ({ tops, bottom }: Fractions, asked: readonly number[]): Fractions => ({
  tops: tops.map((top, place) => BigInt(asked[place] ?? 0) * bottom - top),
  bottom,
});

const areEqual = (one: Fractions, other: Fractions): boolean =>
  nobodyLoses(one, other) && nobodyLoses(other, one);

const anyRule = fc.constantFrom(...rationingRules);
const anyQuantity = fc.oneof(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 1_000_000_000 }));
/** Claims, and something that is too little for them. */
const anyClaims = fc
  .tuple(fc.array(anyQuantity, { minLength: 1, maxLength: 20 }), fc.nat({ max: 1_000_000 }))
  .map(([asked, ppm]) => ({
    asked,
    available: Number((BigInt(packsIn(asked)) * BigInt(ppm)) / 1_000_000n),
  }));

describe('reckon ideals', () => {
  it('gives out exactly what there is, nobody less than nothing or more than they asked', () => {
    fc.assert(
      fc.property(anyRule, anyClaims, (rule, { asked, available }) => {
        const { tops, bottom } = idealsOf(rule, available, asked);
        expect(sum(tops)).toBe(BigInt(available) * bottom);
        expect(tops.every((top, place) => top >= 0n && top <= BigInt(asked[place] ?? 0) * bottom)).toBe(true);
      }),
    );
  });

  it('gives everybody what they asked when there is enough, and never more', () => {
    fc.assert(
      fc.property(anyRule, anyClaims, fc.nat({ max: 9 }), (rule, { asked }, more) => {
        const { tops, bottom } = idealsOf(rule, packsIn(asked) + more, asked);
        expect(tops).toEqual(asked.map((packs) => BigInt(packs) * bottom));
      }),
    );
  });

  it('gives nobody less when there is more', () => {
    fc.assert(
      fc.property(anyRule, anyClaims, fc.nat({ max: 1_000 }), (rule, { asked, available }, more) => {
        expect(nobodyLoses(idealsOf(rule, available, asked), idealsOf(rule, available + more, asked))).toBe(
          true,
        );
      }),
    );
  });

  it('gives nobody less when somebody leaves', () => {
    fc.assert(
      fc.property(anyRule, anyClaims, (rule, { asked, available }) => {
        const { tops, bottom } = idealsOf(rule, available, asked);
        const others = idealsOf(rule, available, asked.slice(1));
        expect(nobodyLoses({ tops: tops.slice(1), bottom }, others)).toBe(true);
      }),
    );
  });

  it('gives and takes in the order of the claims', () => {
    fc.assert(
      fc.property(anyRule, anyClaims, (rule, { asked, available }) => {
        const ordered = [...asked].sort((a, b) => a - b);
        const ideals = idealsOf(rule, available, ordered);
        for (const { tops } of [ideals, lossesOf(ideals, ordered)])
          expect(tops.every((top, place) => place === 0 || top >= (tops[place - 1] ?? 0n))).toBe(true);
      }),
    );
  });

  it.each<[RationingRule, RationingRule]>([
    ['proportional', 'proportional'],
    ['talmud', 'talmud'],
    ['equal-awards', 'equal-losses'],
    ['equal-losses', 'equal-awards'],
  ])('shares losses by %s as it shares packs by %s', (rule, dual) => {
    fc.assert(
      fc.property(anyClaims, ({ asked, available }) => {
        const losses = lossesOf(idealsOf(rule, available, asked), asked);
        expect(areEqual(losses, idealsOf(dual, packsIn(asked) - available, asked))).toBe(true);
      }),
    );
  });

  it('rewards an inflated order by every rule but equal awards', () => {
    // 70 for 60, 30 and 10; then the first says 90.
    const gains = rationingRules.filter((rule) => {
      const [honest, inflated] = [
        [60, 30, 10],
        [90, 30, 10],
      ].map((asked) => idealsOf(rule, 70, asked));
      return honest && inflated && !nobodyLoses({ ...inflated, tops: inflated.tops.slice(0, 1) }, honest);
    });
    expect(gains).toEqual(['proportional', 'equal-losses', 'talmud']);
  });

  it('gives by equal awards nobody more of what they need for asking more than that', () => {
    fc.assert(
      fc.property(anyClaims, fc.integer({ min: 1, max: 1_000_000 }), ({ asked, available }, more) => {
        const [first = 0, ...others] = asked;
        const honest = idealsOf('equal-awards', available, asked);
        const inflated = idealsOf('equal-awards', available, [first + more, ...others]);
        const [had = 0n] = honest.tops;
        const isShort = had < BigInt(first) * honest.bottom;
        // Who was short stays where they were, and so does everybody else; who was not needs no more.
        expect(!isShort || areEqual(honest, inflated)).toBe(true);
      }),
    );
  });
});
