import fc from 'fast-check';
import { split } from '../kernel/split.js';
import { rationingRules, type RationingRule } from '../pool/rationing-rule.js';
import { idealShares } from './reckon-ideals.js';
import { releaseLines, type LineToServe } from './release-lines.js';

/** The rule word by word: share in whole packs, release the one that falls shortest, share again. */
const releaseOneByOne = (
  rule: RationingRule,
  available: number,
  lines: readonly LineToServe[],
): boolean[] => {
  const stays = lines.map(() => true);
  for (;;) {
    const staying = lines.flatMap((line, place) => (stays[place] ? [{ ...line, place }] : []));
    const asked = staying.map((line) => line.askedPacks);
    if (available >= asked.reduce((sum, packs) => sum + packs, 0)) return stays;
    const packs = split(available, idealShares(rule, available, asked).numerators);
    const [shortest] = staying
      .map((line, index) => ({ ...line, packs: packs[index] ?? 0 }))
      .filter((line) => line.packs < line.minimumPacks)
      .sort((a, b) => a.packs * b.minimumPacks - b.packs * a.minimumPacks || a.place - b.place);
    if (shortest === undefined) return stays;
    stays[shortest.place] = false;
  }
};

const anyLines = (maxAsked: number, maxLength: number): fc.Arbitrary<LineToServe[]> =>
  fc
    .array(fc.tuple(fc.integer({ min: 1, max: maxAsked }), fc.constantFrom(0, 1, 10, 40, 50, 60, 90, 100)), {
      minLength: 1,
      maxLength,
    })
    .map((pairs) =>
      pairs.map(([askedPacks, pct]) => ({ askedPacks, minimumPacks: Math.ceil((askedPacks * pct) / 100) })),
    );

const anyRule = fc.constantFrom(...rationingRules);

describe('release lines', () => {
  it.each([
    ['many equal orders', 4, 40],
    ['orders of all sizes', 60, 25],
    ['large orders', 1_000_000, 12],
  ])('releases as the rule says word by word: %s', (_, maxAsked, maxLength) => {
    fc.assert(
      fc.property(anyRule, anyLines(maxAsked, maxLength), fc.nat({ max: 100 }), (rule, lines, pct) => {
        const asked = lines.reduce((sum, line) => sum + line.askedPacks, 0);
        const available = Math.floor((asked * pct) / 100);
        expect(releaseLines(rule, available, lines)).toEqual(releaseOneByOne(rule, available, lines));
      }),
      { numRuns: 300 },
    );
  });

  it('compares orders whose products pass 2^53 exactly', () => {
    const largest = 1_000_000_000;
    const lines = [
      { askedPacks: largest, minimumPacks: largest },
      { askedPacks: largest - 1, minimumPacks: largest - 1 },
      { askedPacks: largest - 2, minimumPacks: largest - 2 },
    ];
    for (const rule of rationingRules)
      expect(releaseLines(rule, 2 * largest, lines)).toEqual(releaseOneByOne(rule, 2 * largest, lines));
  });

  // One sharing of all lines per release would outlast any test here.
  it.each(rationingRules)('releases thousands of 20,000 lines by %s', (rule) => {
    const lines = Array.from({ length: 20_000 }, (_, place) => {
      const askedPacks = 1 + ((place * 7919) % 40);
      return { askedPacks, minimumPacks: askedPacks };
    });
    const available = lines.reduce((sum, line) => sum + line.askedPacks, 0) >> 1;
    const stays = releaseLines(rule, available, lines);
    const served = lines.reduce((sum, line, place) => sum + (stays[place] ? line.askedPacks : 0), 0);
    expect(served).toBeLessThanOrEqual(available);
    expect(available - served).toBeLessThan(40);
  });
});
