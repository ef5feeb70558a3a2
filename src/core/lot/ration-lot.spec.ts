import fc from 'fast-check';
import { draw } from '../kernel/draw.js';
import { Refusal } from '../kernel/refuse.js';
import { rationLot, type RationedLine, type RationOutcome } from './ration-lot.js';

const poolId = 'pool-1';

const linesOf = (...asked: (number | [asked: number, minimum: number])[]): RationedLine[] =>
  asked.map((each, place) => {
    const [askedPacks, minimumPacks] = typeof each === 'number' ? [each, 0] : each;
    return { lineId: `line-${place}`, askedPacks, minimumPacks };
  });

const ration = (availablePacks: number, lines: readonly RationedLine[]): RationOutcome =>
  rationLot({ poolId, rule: 'proportional', availablePacks, lines });

/** Shares in the order of the lines, not of the draw. */
const packsOf = ({ shares }: RationOutcome): number[] =>
  [...shares].sort((a, b) => (a.lineId < b.lineId ? -1 : 1)).map((share) => share.sharePacks);

const sum = (numbers: readonly number[]): number => numbers.reduce((total, each) => total + each, 0);

describe('ration lot', () => {
  it.each([
    { available: 50, lines: linesOf(60, 30, 10), shares: [30, 15, 5] },
    { available: 100, lines: linesOf(60, 30, 10), shares: [60, 30, 10] },
    { available: 0, lines: linesOf(60, 30), shares: [0, 0] },
    { available: 50, lines: linesOf(60, [30, 20], 10), shares: [43, 0, 7] },
  ])('shares $available as $shares', ({ available, lines, shares }) => {
    const outcome = ration(available, lines);
    expect(packsOf(outcome)).toEqual(shares);
    expect(outcome.surplusPacks).toBe(0);
  });

  it('gives odd packs to those who come first in the published draw', () => {
    const { shares } = ration(2, linesOf(1, 1, 1));
    expect(shares.map((share) => share.sharePacks)).toEqual([1, 1, 0]);
    expect(shares.map((share) => share.draw)).toEqual(
      shares.map((share) => draw(poolId, share.lineId)).sort(),
    );
  });

  it('leaves over what is more than was asked', () => {
    const outcome = ration(12, linesOf(5, 5));
    expect(packsOf(outcome)).toEqual([5, 5]);
    expect(outcome.surplusPacks).toBe(2);
  });

  it('releases one at a time: what the first frees is enough for the next', () => {
    // 12 of 30: 4 each, and both others would want 6.
    expect(packsOf(ration(12, linesOf([10, 8], [10, 6], [10, 6])))).toEqual([0, 6, 6]);
  });

  it('releases the one that falls shortest first, and of equals the one drawn first', () => {
    const lines = linesOf([10, 9], [10, 9], [10, 9]);
    const released = ration(18, lines).shares.findIndex((share) => share.sharePacks === 0);
    expect(released).toBe(0);
  });

  it('gives nobody a share that is no use, even when packs are left over', () => {
    const outcome = ration(5, linesOf([10, 8]));
    expect(packsOf(outcome)).toEqual([0]);
    expect(outcome.surplusPacks).toBe(5);
  });

  it.each(['equal-awards', 'equal-losses', 'talmud'] as const)('refuses the rule %s by name', (rule) => {
    const request = { poolId, rule, availablePacks: 1, lines: linesOf(1, 1) };
    expect(() => rationLot(request)).toThrow(Refusal);
    expect(() => rationLot(request)).toThrow('RATIONING_RULE_NOT_OFFERED_YET');
  });

  it('accepts no line twice, no fraction and no minimum above what is asked', () => {
    const [only] = linesOf(3);
    if (only === undefined) throw new Error('no line');
    expect(() => ration(1, [only, only])).toThrow(RangeError);
    expect(() => ration(1.5, [only])).toThrow(RangeError);
    expect(() => ration(-1, [only])).toThrow(RangeError);
    expect(() => ration(1, linesOf([3, 4]))).toThrow(RangeError);
  });

  const anyLines = (withMinima: boolean) =>
    fc
      .array(fc.tuple(fc.integer({ min: 1, max: 300 }), fc.integer({ min: 0, max: withMinima ? 100 : 0 })), {
        minLength: 1,
        maxLength: 25,
      })
      .map((pairs) =>
        linesOf(...pairs.map(([asked, pct]): [number, number] => [asked, Math.floor((asked * pct) / 100)])),
      );

  it('conserves packs and gives nobody more than they asked nor less than is any use', () => {
    fc.assert(
      fc.property(anyLines(true), fc.integer({ min: 0, max: 4000 }), (lines, available) => {
        const outcome = ration(available, lines);
        const { shares, surplusPacks } = outcome;
        expect(shares.map((share) => share.lineId).sort()).toEqual(lines.map((each) => each.lineId).sort());
        expect(sum(packsOf(outcome)) + surplusPacks).toBe(available);
        expect(surplusPacks).toBeGreaterThanOrEqual(0);
        for (const { lineId, sharePacks, askedPacks } of shares) {
          const minimum = lines.find((each) => each.lineId === lineId)?.minimumPacks ?? 0;
          expect(sharePacks).toBeLessThanOrEqual(askedPacks);
          expect(sharePacks === 0 || sharePacks >= minimum).toBe(true);
        }
      }),
    );
  });

  it('stays within one pack of the exact proportion, and leaves nothing while somebody lacks', () => {
    fc.assert(
      fc.property(anyLines(false), fc.integer({ min: 0, max: 4000 }), (lines, available) => {
        const askedSum = sum(lines.map((each) => each.askedPacks));
        const { shares, surplusPacks } = ration(available, lines);
        expect(surplusPacks).toBe(Math.max(0, available - askedSum));
        for (const { sharePacks, askedPacks } of shares)
          expect(Math.abs(sharePacks - (askedPacks * Math.min(available, askedSum)) / askedSum)).toBeLessThan(
            1,
          );
      }),
    );
  });

  it('does not depend on the order of joining', () => {
    fc.assert(
      fc.property(anyLines(true), fc.integer({ min: 0, max: 4000 }), (lines, available) => {
        expect(ration(available, [...lines].reverse())).toEqual(ration(available, lines));
      }),
    );
  });

  it('shares a lot of 80,000 claimants', () => {
    const lines = Array.from({ length: 80_000 }, (_, place) => ({
      lineId: `line-${place}`,
      askedPacks: 1 + (place % 40),
      minimumPacks: 0,
    }));
    expect(sum(packsOf(ration(1_000_001, lines)))).toBe(1_000_001);
  });
});
