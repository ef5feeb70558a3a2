import fc from 'fast-check';
import { rationingRules } from '../pool/rationing-rule.js';
import { rationLot } from './ration-lot.js';
import { capToQuota, rationWithinQuota, type QuotaLine } from './ration-quota.js';

const line = (lineId: string, buyerId: string, askedPacks: number, minimumPacks = 0): QuotaLine => ({
  lineId,
  buyerId,
  askedPacks,
  minimumPacks,
});
const claims = (quotaPacks: number, lines: readonly QuotaLine[]) =>
  Object.fromEntries(capToQuota({ poolId: 'pool', rule: 'proportional', quotaPacks, lines }));

describe('what lines may claim under a quota', () => {
  it.each<[string, number, QuotaLine[], Record<string, number>]>([
    ['asks that fit', 40, [line('a', 'A', 25), line('b', 'A', 15)], { a: 25, b: 15 }],
    ['a buyer above it', 40, [line('a', 'A', 60), line('b', 'A', 20)], { a: 30, b: 10 }],
    ['each buyer by itself', 40, [line('a', 'A', 60), line('b', 'B', 40)], { a: 40, b: 40 }],
    ['a minimum out of reach', 10, [line('a', 'A', 20, 15), line('b', 'A', 5)], { a: 0, b: 5 }],
  ])('leaves %s', (_, quotaPacks, lines, expected) => {
    expect(claims(quotaPacks, lines)).toEqual(expected);
  });
});

const arbitraryLines = fc
  .array(
    fc.record({
      buyer: fc.integer({ min: 0, max: 5 }),
      askedPacks: fc.integer({ min: 1, max: 90 }),
      needs: fc.integer({ min: 0, max: 100 }),
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((drawn) =>
    drawn.map(({ buyer, askedPacks, needs }, place) =>
      line(
        `line-${place}`,
        `buyer-${buyer}`,
        askedPacks,
        needs > 60 ? Math.ceil((askedPacks * (needs - 60)) / 40) : 0,
      ),
    ),
  );
const arbitraryRation = fc.record({
  rule: fc.constantFrom(...rationingRules),
  quotaPacks: fc.integer({ min: 1, max: 120 }),
  availablePacks: fc.integer({ min: 0, max: 500 }),
  lines: arbitraryLines,
});

describe('rationing within a quota', () => {
  it('shows each line with what it asked, in the order of the draw', () => {
    const { shares, surplusPacks } = rationWithinQuota({
      poolId: 'pool',
      rule: 'proportional',
      quotaPacks: 40,
      availablePacks: 35,
      lines: [line('a', 'A', 60), line('b', 'B', 30)],
    });
    expect(
      Object.fromEntries(shares.map((share) => [share.lineId, [share.askedPacks, share.sharePacks]])),
    ).toEqual({
      a: [60, 20],
      b: [30, 15],
    });
    expect(surplusPacks).toBe(0);
    expect(shares.map((share) => share.draw)).toEqual(shares.map((share) => share.draw).sort());
  });

  it('gives out exactly what there is, no buyer above the quota, no line above what it asked or below its minimum', () => {
    fc.assert(
      fc.property(arbitraryRation, (drawn) => {
        const { shares, surplusPacks } = rationWithinQuota({ poolId: 'pool', ...drawn });
        const lineOf = new Map(drawn.lines.map((one) => [one.lineId, one]));
        const byBuyer = new Map<string, number>();
        let given = 0;
        for (const { lineId, sharePacks } of shares) {
          const own = lineOf.get(lineId)!;
          expect(sharePacks).toBeLessThanOrEqual(own.askedPacks);
          if (sharePacks > 0) expect(sharePacks).toBeGreaterThanOrEqual(own.minimumPacks);
          byBuyer.set(own.buyerId, (byBuyer.get(own.buyerId) ?? 0) + sharePacks);
          given += sharePacks;
        }
        expect(shares).toHaveLength(drawn.lines.length);
        expect(given + surplusPacks).toBe(drawn.availablePacks);
        expect(Math.max(...byBuyer.values())).toBeLessThanOrEqual(drawn.quotaPacks);
      }),
      { numRuns: 2_000 },
    );
  });

  it('is the same in whatever order the lines come', () => {
    fc.assert(
      fc.property(arbitraryRation, fc.integer(), (drawn, turn) => {
        const at = Math.abs(turn) % drawn.lines.length;
        const turned = [...drawn.lines.slice(at), ...drawn.lines.slice(0, at)].reverse();
        expect(rationWithinQuota({ poolId: 'pool', ...drawn, lines: turned })).toEqual(
          rationWithinQuota({ poolId: 'pool', ...drawn }),
        );
      }),
      { numRuns: 500 },
    );
  });

  it('is plain rationing where nobody reaches the quota', () => {
    fc.assert(
      fc.property(arbitraryRation, (drawn) => {
        const ration = { poolId: 'pool', ...drawn };
        expect(rationWithinQuota({ ...ration, quotaPacks: 90 * 14 })).toEqual(rationLot(ration));
      }),
      { numRuns: 500 },
    );
  });
});
