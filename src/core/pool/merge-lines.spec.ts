import fc from 'fast-check';
import {
  mergeLines,
  type KeyedLine,
  type MergeSide,
  type MergeTarget,
  type MergingLine,
  roomKey,
} from './merge-lines.js';

const source: MergeSide = {
  regionCode: '32.71',
  side: 'buy',
  purpose: 'ordinary',
  contractMode: 'direct',
  depositRateBps: 0,
  mode: 'tender',
  ceilingRpPerUnit: 13_500,
  steps: [{ fromPacks: 1, worstRpPerUnit: 13_500 }],
};
const target = (itemId: string, change: Partial<MergeTarget> = {}): MergeTarget => ({
  ...source,
  itemId,
  poolId: `pool-${itemId}`,
  organiserId: 'organiser',
  packSizeMilli: 50_000,
  closesAt: new Date('2026-11-27T11:00:00Z'),
  closesOn: '2026-11-27',
  neededFrom: '2026-12-01',
  neededUntil: '2026-12-07',
  ...change,
});
const line = (lineId: string, change: Partial<MergingLine> = {}): MergingLine => ({
  lineId,
  koperasiId: `kop-${lineId}`,
  beneficiaryId: `kop-${lineId}`,
  neededBy: '2026-12-02',
  quantityPacks: 20,
  tolerancePacks: 1,
  minimumPacks: 5,
  maxLandedRp: null,
  acceptsMerge: true,
  isRequirement: false,
  isUnfit: false,
  ...change,
});
const standingFor = (moving: MergingLine, itemId: string, change: Partial<KeyedLine> = {}): KeyedLine => ({
  lineId: `standing-${moving.lineId}`,
  itemId,
  koperasiId: moving.koperasiId,
  beneficiaryId: moving.beneficiaryId,
  neededBy: moving.neededBy,
  quantityPacks: 30,
  tolerancePacks: 0,
  minimumPacks: 0,
  maxLandedRp: null,
  acceptsMerge: false,
  state: 'active',
  isRequirement: false,
  ...change,
});
/** Where a line goes, or why it does not. */
const endOf = (moving: MergingLine, targets: readonly MergeTarget[], standing: readonly KeyedLine[] = []) => {
  const { moves, released } = mergeLines(source, [moving], targets, standing);
  return moves[0]?.target.itemId ?? released[0]?.reason;
};

describe('merging lines above a limit', () => {
  /** 21 sacks (20 and one more) of 50 kg at the worst of Rp13,500 a kilogram. */
  const WORST = 21 * 50 * 13_500;
  const roomOf = (koperasiId: string, leftRp: number, organiserId = 'organiser') =>
    new Map([[roomKey(organiserId, koperasiId), { limitRp: leftRp + 7, usedRp: 7 }]]);

  it('moves as many as fit, and releases the rest with that reason', () => {
    const both = [line('a'), line('b', { koperasiId: 'kop-a', beneficiaryId: 'another' })];
    const endsOf = (leftRp: number) => {
      const { moves, released } = mergeLines(source, both, [target('t')], [], roomOf('kop-a', leftRp));
      return [moves.map(({ lineId }) => lineId), released.map(({ reason }) => reason)];
    };
    expect(endsOf(2 * WORST)).toEqual([['a', 'b'], []]);
    expect(endsOf(2 * WORST - 1)).toEqual([['a'], ['ABOVE_LIMIT']]);
    expect(endsOf(WORST - 1)).toEqual([[], ['ABOVE_LIMIT', 'ABOVE_LIMIT']]);
  });

  it('goes to the pool of another organiser, who set none', () => {
    const other = target('other', { organiserId: 'another', closesAt: new Date('2026-11-28T00:00:00Z') });
    const { moves } = mergeLines(source, [line('a')], [target('t'), other], [], roomOf('kop-a', 0));
    expect(moves.map((move) => move.target.itemId)).toEqual(['other']);
  });

  it('adds to a line that stands there no more than its packs cost', () => {
    const moving = line('a', { tolerancePacks: 0 });
    const standing = [standingFor(moving, 't')];
    const added = 20 * 50 * 13_500;
    const movesWith = (leftRp: number) =>
      mergeLines(source, [moving], [target('t')], standing, roomOf('kop-a', leftRp)).moves.length;
    expect([movesWith(added), movesWith(added - 1)]).toEqual([1, 0]);
  });
});

describe('merging lines', () => {
  it('moves a line that agreed, as it stands, to the pool that closes first', () => {
    const later = target('later', { closesAt: new Date('2026-11-28T00:00:00Z') });
    const { moves, released } = mergeLines(source, [line('a')], [later, target('soon')], []);
    expect(released).toEqual([]);
    expect(moves).toEqual([
      {
        lineId: 'a',
        target: target('soon'),
        into: undefined,
        terms: {
          quantityPacks: 20,
          tolerancePacks: 1,
          minimumPacks: 5,
          maxLandedRp: null,
          acceptsMerge: true,
        },
      },
    ]);
  });

  it.each<[string, Partial<MergingLine>, string]>([
    ['did not agree', { acceptsMerge: false }, 'NOT_CONSENTED'],
    ['carries a kitchen’s requirement', { isRequirement: true }, 'REQUIREMENT'],
    ['would be refused by any lot', { isUnfit: true }, 'NO_TARGET'],
    ['is needed before the target’s days', { neededBy: '2026-11-30' }, 'NO_TARGET'],
    ['is needed after the target’s days', { neededBy: '2026-12-08' }, 'NO_TARGET'],
  ])('releases a line that %s', (_, change, reason) => {
    expect(endOf(line('a', change), [target('t')])).toBe(reason);
  });

  it.each<[string, Partial<MergeTarget>]>([
    ['in another city', { regionCode: '32.01' }],
    ['for play money', { purpose: 'practice' }],
    ['that sells', { side: 'sell' }],
    ['with another contract', { contractMode: 'secondary' }],
    ['with a fixed price', { mode: 'distribution' }],
    ['with a higher ceiling', { ceilingRpPerUnit: 13_501 }],
    ['with a higher deposit', { depositRateBps: 1 }],
    ['that may close after the day of need', { closesOn: '2026-12-03' }],
  ])('never moves a line into a pool %s', (_, change) => {
    expect(endOf(line('a'), [target('t', change)])).toBe('NO_TARGET');
  });

  it.each<[string, number, [number, number][], [number, number][], string]>([
    ['a fee that makes it dearer', 20, [[1, 13_500]], [[1, 13_525]], 'NO_TARGET'],
    ['a lower ceiling that pays its fee', 20, [[1, 13_500]], [[1, 13_500]], 't'],
    [
      'no offer like the one here',
      50,
      [
        [1, 13_500],
        [40, 11_700],
      ],
      [[1, 13_500]],
      'NO_TARGET',
    ],
    [
      'that offer, for a line that it promises nothing',
      20,
      [
        [1, 13_500],
        [40, 11_700],
      ],
      [[1, 13_500]],
      't',
    ],
    [
      'a better offer',
      50,
      [
        [1, 13_500],
        [40, 11_700],
      ],
      [[1, 11_600]],
      't',
    ],
  ])('moves a line only where its worst price holds: into %s', (_, packs, here, there, end) => {
    const stepsOf = (steps: [number, number][]) =>
      steps.map(([fromPacks, worstRpPerUnit]) => ({ fromPacks, worstRpPerUnit }));
    const { moves, released } = mergeLines(
      { ...source, steps: stepsOf(here) },
      [line('a', { quantityPacks: packs })],
      [target('t', { steps: stepsOf(there) })],
      [],
    );
    expect(moves[0]?.target.itemId ?? released[0]?.reason).toBe(end);
  });

  it('moves no line of a distributed item, whose quota and price are its own', () => {
    const distributed = { mode: 'distribution' };
    const { moves } = mergeLines({ ...source, ...distributed }, [line('a')], [target('t', distributed)], []);
    expect(moves).toEqual([]);
  });

  it('asks of a pool that sells the higher floor', () => {
    const selling = { ...source, side: 'sell' };
    const to = (ceilingRpPerUnit: number) =>
      mergeLines(selling, [line('a')], [target('t', { side: 'sell', ceilingRpPerUnit })], []).moves.length;
    expect([to(13_499), to(13_500)]).toEqual([0, 1]);
  });

  it('adds to a line that stands under the same key, brings a withdrawn one back, and mixes no price limits', () => {
    const moving = line('a');
    const together = mergeLines(source, [moving], [target('t')], [standingFor(moving, 't')]).moves[0];
    expect(together?.into?.lineId).toBe('standing-a');
    expect(together?.terms).toEqual({
      quantityPacks: 50,
      tolerancePacks: 1,
      minimumPacks: 5,
      maxLandedRp: null,
      acceptsMerge: false,
    });
    const withdrawn = standingFor(moving, 't', { state: 'withdrawn', maxLandedRp: 9 });
    expect(mergeLines(source, [moving], [target('t')], [withdrawn]).moves[0]?.terms.quantityPacks).toBe(20);
    expect(endOf(moving, [target('t')], [standingFor(moving, 't', { maxLandedRp: 12_000 })])).toBe(
      'NO_TARGET',
    );
    expect(endOf(moving, [target('t')], [standingFor(moving, 't', { isRequirement: true })])).toBe(
      'NO_TARGET',
    );
    expect(endOf(moving, [target('t')], [standingFor(moving, 't', { quantityPacks: 999_990 })])).toBe(
      'NO_TARGET',
    );
    expect(
      endOf(moving, [target('t'), target('u')], [standingFor(moving, 't', { maxLandedRp: 12_000 })]),
    ).toBe('u');
  });

  const anyTerms = {
    quantityPacks: fc.integer({ min: 1, max: 1000 }),
    tolerancePacks: fc.nat({ max: 50 }),
    minimumPacks: fc.constant(0),
    maxLandedRp: fc.constantFrom(null, 12_000),
    acceptsMerge: fc.boolean(),
    isRequirement: fc.nat({ max: 5 }).map((chance) => chance === 0),
  };
  const anyScene = fc.record({
    lines: fc.array(
      fc.record({
        ...anyTerms,
        neededBy: fc.constantFrom('2026-12-02', '2026-12-09'),
        isUnfit: fc.boolean(),
      }),
      { maxLength: 12 },
    ),
    targets: fc.array(
      fc.record({
        ceilingRpPerUnit: fc.constantFrom(13_000, 13_500, 14_000),
        neededUntil: fc.constantFrom('2026-12-02', '2026-12-31'),
        closesOn: fc.constantFrom('2026-11-27', '2026-12-05'),
      }),
      { maxLength: 4 },
    ),
    standing: fc.array(
      fc.record({
        ...anyTerms,
        line: fc.nat({ max: 11 }),
        target: fc.nat({ max: 3 }),
        state: fc.constantFrom('active' as const, 'withdrawn' as const),
      }),
      { maxLength: 12 },
    ),
  });

  it('ends each line once, loses no pack, and moves nobody against what was agreed, in any order', () => {
    fc.assert(
      fc.property(anyScene, (scene) => {
        const lines = scene.lines.map((each, place) => line(`l${place}`, each));
        const targets = scene.targets.map((each, place) => target(`t${place}`, each));
        const byKey = new Map<string, KeyedLine>();
        for (const { line: at, target: to, ...terms } of scene.standing) {
          const [moving, there] = [lines[at], targets[to]];
          if (moving === undefined || there === undefined) continue;
          const itemId = there.itemId;
          byKey.set(
            `${at} ${to}`,
            standingFor(moving, itemId, { ...terms, lineId: `s-${moving.lineId}-${itemId}` }),
          );
        }
        const standing = [...byKey.values()];
        const { moves, released } = mergeLines(source, lines, targets, standing);
        const ends = [...moves, ...released].map((each) => each.lineId);
        expect(ends.sort()).toEqual(lines.map((each) => each.lineId).sort());
        for (const { lineId, target: to, into, terms } of moves) {
          const moving = lines.find((each) => each.lineId === lineId);
          expect(moving).toMatchObject({ acceptsMerge: true, isRequirement: false, isUnfit: false });
          const kept = into?.state === 'active' ? into.quantityPacks : 0;
          expect(terms.quantityPacks).toBe((moving?.quantityPacks ?? NaN) + kept);
          expect(terms.maxLandedRp).toBe(moving?.maxLandedRp);
          expect(terms.minimumPacks).toBeLessThanOrEqual(terms.quantityPacks);
          expect(to.ceilingRpPerUnit).toBeLessThanOrEqual(source.ceilingRpPerUnit);
        }
        const grown = moves.flatMap(({ into }) => (into === undefined ? [] : [into.lineId]));
        expect(new Set(grown).size).toBe(grown.length);
        const reversed = mergeLines(
          source,
          [...lines].reverse(),
          [...targets].reverse(),
          [...standing].reverse(),
        );
        const byLine = (a: { lineId: string }, b: { lineId: string }): number =>
          a.lineId < b.lineId ? -1 : 1;
        expect([...reversed.moves].sort(byLine)).toEqual([...moves].sort(byLine));
        expect([...reversed.released].sort(byLine)).toEqual([...released].sort(byLine));
      }),
    );
  });
});
