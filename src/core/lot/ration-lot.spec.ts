import fc from 'fast-check';
import { draw } from '../kernel/draw.js';
import { rationingRules, type RationingRule } from '../pool/rationing-rule.js';
import { idealShares } from './reckon-ideals.js';
import { rationLot, type RationedLine, type RationOutcome } from './ration-lot.js';

const poolId = 'pool-1';

const linesOf = (...asked: (number | [asked: number, minimum: number])[]): RationedLine[] =>
  asked.map((each, place) => {
    const [askedPacks, minimumPacks] = typeof each === 'number' ? [each, 0] : each;
    return { lineId: `line-${place}`, askedPacks, minimumPacks };
  });

const ration = (
  availablePacks: number,
  lines: readonly RationedLine[],
  rule: RationingRule = 'proportional',
): RationOutcome => rationLot({ poolId, rule, availablePacks, lines });

/** Shares in the order of the lines, not of the draw. */
const packsOf = ({ shares }: RationOutcome, lines?: readonly RationedLine[]): number[] => {
  const packs = new Map(shares.map((share) => [share.lineId, share.sharePacks]));
  return (lines?.map((line) => line.lineId) ?? [...packs.keys()].sort()).map((id) => packs.get(id) ?? -1);
};

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

  it.each<[RationingRule, number[], number[]]>([
    ['proportional', [30, 15, 5], [12, 6, 2]],
    ['equal-awards', [20, 20, 10], [7, 6, 7]],
    ['equal-losses', [40, 10, 0], [20, 0, 0]],
    ['talmud', [30, 15, 5], [8, 7, 5]],
  ])('shares 50 and 20 of 60, 30 and 10 by %s', (rule, of50, of20) => {
    expect(packsOf(ration(50, linesOf(60, 30, 10), rule))).toEqual(of50);
    expect(packsOf(ration(20, linesOf(60, 30, 10), rule))).toEqual(of20);
  });

  it('gives more than was asked to those who tolerate it, only where it is told to', () => {
    const lines = [5, 0, 3].map((tolerancePacks, place) => ({
      lineId: `line-${place}`,
      askedPacks: 10,
      minimumPacks: 0,
      tolerancePacks,
    }));
    const placed = (availablePacks: number, usesTolerance: boolean): [number[], number] => {
      const request = { poolId, rule: 'equal-awards', availablePacks, lines, usesTolerance } as const;
      const outcome = rationLot(request);
      return [packsOf(outcome), outcome.surplusPacks];
    };
    expect(placed(36, false)).toEqual([[10, 10, 10], 6]);
    expect(placed(36, true)).toEqual([[13, 10, 13], 0]);
    expect(placed(40, true)).toEqual([[15, 10, 13], 2]);
    expect(placed(29, true)[1]).toBe(0);
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

  const anyRule = fc.constantFrom(...rationingRules);
  const anySupply = fc.integer({ min: 0, max: 4000 });

  it('conserves packs and gives nobody more than they asked nor less than is any use', () => {
    fc.assert(
      fc.property(anyRule, anyLines(true), anySupply, (rule, lines, available) => {
        const outcome = ration(available, lines, rule);
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

  it('gives nobody more than quantity and tolerance, and leaves nothing over while somebody would take it', () => {
    fc.assert(
      fc.property(
        anyRule,
        anyLines(false),
        anySupply,
        fc.infiniteStream(fc.nat({ max: 20 })),
        (rule, lines, availablePacks, tolerances) => {
          const tolerant = lines.map((each) => ({
            ...each,
            tolerancePacks: Number(tolerances.next().value),
          }));
          const outcome = rationLot({ poolId, rule, availablePacks, lines: tolerant, usesTolerance: true });
          const most = tolerant.map((each) => each.askedPacks + each.tolerancePacks);
          expect(packsOf(outcome, tolerant).every((packs, place) => packs <= (most[place] ?? 0))).toBe(true);
          expect(outcome.surplusPacks).toBe(Math.max(0, availablePacks - sum(most)));
        },
      ),
    );
  });

  it('stays within one pack of the exact share, and leaves nothing while somebody lacks', () => {
    fc.assert(
      fc.property(anyRule, anyLines(false), anySupply, (rule, lines, available) => {
        const asked = lines.map((each) => each.askedPacks);
        const outcome = ration(available, lines, rule);
        const { numerators, times, denominator } = idealShares(rule, available, asked);
        expect(outcome.surplusPacks).toBe(Math.max(0, available - sum(asked)));
        packsOf(outcome, lines).forEach((packs, place) =>
          expect(Math.abs(packs * denominator - (numerators[place] ?? 0) * times)).toBeLessThan(denominator),
        );
      }),
    );
  });

  it('does not depend on the order of joining', () => {
    const anyJoining = anyLines(true).chain((lines) =>
      fc.tuple(fc.constant(lines), fc.shuffledSubarray(lines, { minLength: lines.length })),
    );
    fc.assert(
      fc.property(anyRule, anyJoining, anySupply, (rule, [lines, shuffled], available) => {
        expect(ration(available, shuffled, rule)).toEqual(ration(available, lines, rule));
      }),
    );
  });

  it('gives by equal awards nothing for an order that says more than it needs', () => {
    fc.assert(
      fc.property(anyLines(false), anySupply, fc.integer({ min: 1, max: 500 }), (lines, available, more) => {
        const [first, ...others] = lines;
        const honest = packsOf(ration(available, lines, 'equal-awards'), lines);
        if (first === undefined || (honest[0] ?? 0) >= first.askedPacks) return;
        const inflated = [{ ...first, askedPacks: first.askedPacks + more }, ...others];
        expect(packsOf(ration(available, inflated, 'equal-awards'), lines)).toEqual(honest);
      }),
    );
  });

  it.each(rationingRules)('shares a lot of 80,000 claimants by %s', (rule) => {
    const lines = Array.from({ length: 80_000 }, (_, place) => ({
      lineId: `line-${place}`,
      askedPacks: 1 + (place % 40),
      minimumPacks: 0,
    }));
    expect(sum(packsOf(ration(1_000_001, lines, rule)))).toBe(1_000_001);
  });
});
