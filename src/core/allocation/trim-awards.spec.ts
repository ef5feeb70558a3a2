import fc from 'fast-check';
import { trimAwards, type AwardedPacks } from './trim-awards.js';

const award = (packs: number, minimumPacks = 0, maxPerBuyerPacks: number | null = null): AwardedPacks => ({
  supplierId: '',
  zoneId: 'all',
  priceRpPerUnit: 11_000,
  ...{ packs, minimumPacks, maxPerBuyerPacks },
});

/** The dearest first; each supplier in this zone only unless `elsewhere` says what it has in others. */
const trim = (awards: AwardedPacks[], buyers: number[], elsewhere: number[] = []): number[] => {
  const named = awards.map((each, place) => ({ ...each, supplierId: `s${place}` }));
  const kept = new Map(
    named.map(({ supplierId, packs }, place) => [supplierId, packs + (elsewhere[place] ?? 0)]),
  );
  return trimAwards(named, buyers, kept);
};

describe('trim awards', () => {
  it.each([
    ['nothing when all is used', [award(4), award(2)], [6], [0, 0]],
    ['the dearest first', [award(4), award(2)], [2], [4, 0]],
    ['less of the dearest where it would be left below its minimum', [award(4, 3), award(6, 5)], [8], [1, 1]],
    ['all of the dearest where that keeps the other whole', [award(4, 3), award(6, 6)], [6], [4, 0]],
    ['the other alone where the dearest may lose nothing', [award(4, 4), award(6, 2)], [8], [0, 2]],
    ['below a minimum where nothing else adds up', [award(4, 4), award(6, 6)], [8], [2, 0]],
    ['what leaves koperasi within the most they may get', [award(4), award(6, 0, 2)], [3, 3], [2, 2]],
  ])('takes %s', (_, awards, buyers, losses) => {
    expect(trim(awards, buyers)).toEqual(losses);
  });

  it('counts what a supplier keeps in other zones towards its minimum', () => {
    expect(trim([award(4, 5), award(6)], [8], [3])).toEqual([2, 0]);
    expect(trim([award(4, 5), award(6)], [8], [1])).toEqual([0, 2]);
  });

  it('goes below a minimum only where every choice does, by brute force', () => {
    const any = fc.record({
      awards: fc.array(
        fc
          .tuple(fc.integer({ min: 1, max: 6 }), fc.nat({ max: 6 }))
          .map(([packs, minimum]) => award(packs, Math.min(packs, minimum))),
        { minLength: 1, maxLength: 4 },
      ),
      pct: fc.integer({ min: 0, max: 100 }),
    });
    fc.assert(
      fc.property(any, ({ awards, pct }) => {
        const total = awards.reduce((sum, { packs }) => sum + packs, 0);
        const used = Math.floor((total * pct) / 100);
        let choices: number[][] = [[]];
        for (const { packs } of awards)
          choices = choices.flatMap((chosen) =>
            Array.from({ length: packs + 1 }, (_, loss) => [...chosen, loss]),
          );
        const keeps = (losses: readonly number[]): boolean =>
          awards.every(({ packs, minimumPacks }, place) => {
            const kept = packs - (losses[place] ?? 0);
            return kept === 0 || kept >= minimumPacks;
          });
        const fitting = choices.filter(
          (losses) => losses.reduce((sum, each) => sum + each, 0) === total - used,
        );
        const gentle = fitting.filter(keeps);
        // Choices are listed in order: of those that may be taken, the last takes most of the dearest.
        expect(trim(awards, [used])).toEqual((gentle.length > 0 ? gentle : fitting).at(-1));
      }),
      { numRuns: 500 },
    );
  });
});
