import { Refusal } from '../kernel/refuse.js';
import { amendCommitment, withdrawCommitment } from './amend-commitment.js';
import { placeCommitments, type CommitmentScene, type LineRequest } from './place-commitments.js';

const scene: CommitmentScene = {
  state: 'open',
  now: new Date('2026-11-26T05:00:00Z'),
  closesAt: new Date('2026-11-26T10:00:00Z'),
  neededFrom: '2026-12-01',
  neededUntil: '2026-12-07',
  items: new Map([
    ['rice', { needsColdStore: false, steps: [] }],
    ['chicken', { needsColdStore: true, steps: [] }],
  ]),
  koperasi: { id: 'kop', isActive: true, hasColdStore: false, kitchenIds: ['kitchen'] },
};
const line: LineRequest = {
  itemId: 'rice',
  beneficiaryId: 'kop',
  neededBy: '2026-12-01',
  quantityPacks: 20,
  tolerancePacks: 2,
  minimumPacks: 0,
  maxLandedRp: null,
  acceptsMerge: false,
};

const refusalOf = (run: () => unknown): Pick<Refusal, 'code'> & { field: string | undefined } => {
  try {
    run();
    return { code: 'ALLOWED', field: undefined };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return { code: error.code, field: error.errors[0]?.field };
  }
};
const placing = (change: Partial<LineRequest>, where: Partial<CommitmentScene> = {}) =>
  refusalOf(() => {
    placeCommitments({ ...scene, ...where }, [line, { ...line, neededBy: '2026-12-02', ...change }]);
  });

describe('placing commitments', () => {
  it('takes lines for itself and for a kitchen it is partner of', () => {
    expect(placing({})).toEqual({ code: 'ALLOWED', field: undefined });
    expect(placing({ beneficiaryId: 'kitchen' }).code).toBe('ALLOWED');
  });

  it.each<[Partial<LineRequest>, string, string]>([
    [{ itemId: 'gold' }, 'ITEM_NOT_IN_POOL', 'lines.1.itemId'],
    [{ itemId: 'chicken' }, 'COLD_STORE_MISSING', 'lines.1.itemId'],
    [{ neededBy: '2026-11-30' }, 'NEEDED_OUTSIDE_POOL', 'lines.1.neededBy'],
    [{ neededBy: '2026-12-08' }, 'NEEDED_OUTSIDE_POOL', 'lines.1.neededBy'],
    [{ beneficiaryId: 'somebody' }, 'BENEFICIARY_NOT_PARTNER', 'lines.1.beneficiaryId'],
    [{ minimumPacks: 21 }, 'MINIMUM_ABOVE_QUANTITY', 'lines.1.minimumPacks'],
    [{ neededBy: '2026-12-01' }, 'ITEM_TWICE', 'lines.1.itemId'],
  ])('refuses %j as %s at %s', (change, code, field) => {
    expect(placing(change)).toEqual({ code, field });
  });

  it('refuses a suspended koperasi and a pool that is not open', () => {
    expect(placing({}, { koperasi: { ...scene.koperasi, isActive: false } }).code).toBe('KOPERASI_SUSPENDED');
    expect(placing({}, { state: 'closed' }).code).toBe('POOL_ALREADY_CLOSED');
  });
});

describe('amending a commitment', () => {
  const standing = { ...line, state: 'active' as const, isKoperasiActive: true };

  it('changes what is named and keeps the rest', () => {
    expect(amendCommitment(scene, standing, { quantityPacks: 30 })).toEqual({
      quantityPacks: 30,
      tolerancePacks: 2,
      minimumPacks: 0,
      maxLandedRp: null,
      acceptsMerge: false,
    });
  });

  it('takes a limit away with null', () => {
    expect(
      amendCommitment(scene, { ...standing, maxLandedRp: 12_000 }, { maxLandedRp: null }).maxLandedRp,
    ).toBeNull();
  });

  it('refuses what changes nothing, breaks the minimum or comes too late', () => {
    expect(refusalOf(() => amendCommitment(scene, standing, { quantityPacks: 20 })).code).toBe(
      'NOTHING_TO_CHANGE',
    );
    expect(refusalOf(() => amendCommitment(scene, standing, { minimumPacks: 21 })).code).toBe(
      'MINIMUM_ABOVE_QUANTITY',
    );
    expect(
      refusalOf(() => amendCommitment({ ...scene, now: scene.closesAt }, standing, { quantityPacks: 1 }))
        .code,
    ).toBe('POOL_ALREADY_CLOSED');
  });

  it('lets a suspended koperasi withdraw, and nothing else', () => {
    const suspended = { ...standing, isKoperasiActive: false };
    for (const state of ['active', 'withdrawn'] as const)
      expect(
        refusalOf(() => amendCommitment(scene, { ...suspended, state }, { quantityPacks: 30 })).code,
      ).toBe('KOPERASI_SUSPENDED');
    expect(() => {
      withdrawCommitment(scene, suspended);
    }).not.toThrow();
  });

  it('brings a withdrawn line back, but withdraws it only once', () => {
    expect(amendCommitment(scene, { ...standing, state: 'withdrawn' }, {}).quantityPacks).toBe(20);
    expect(
      refusalOf(() => {
        withdrawCommitment(scene, standing);
      }).code,
    ).toBe('ALLOWED');
    expect(
      refusalOf(() => {
        withdrawCommitment(scene, { ...standing, state: 'withdrawn' });
      }).code,
    ).toBe('COMMITMENT_WITHDRAWN');
  });
});

describe.each(['buy', 'sell'] as const)('a limit in a %s pool', (side) => {
  const other = side === 'buy' ? 'sell' : 'buy';
  const refused =
    side === 'buy'
      ? { code: 'MIN_PROCEEDS_WHEN_BUYING', field: 'minProceedsRp' }
      : { code: 'MAX_LANDED_WHEN_SELLING', field: 'maxLandedRp' };

  it('is said in the word of its side, when it is placed and when it is amended', () => {
    const limit = { maxLandedRp: 9_000 };
    expect(placing({ ...limit, limitSides: [side] }, { side }).code).toBe('ALLOWED');
    expect(placing({ ...limit, limitSides: [other] }, { side })).toEqual({
      code: refused.code,
      field: `lines.1.${refused.field}`,
    });
    const standing = { ...line, state: 'active' as const, isKoperasiActive: true };
    const amending = (limitSides: readonly ('buy' | 'sell')[]) =>
      refusalOf(() => amendCommitment({ ...scene, side }, standing, { ...limit, limitSides }));
    expect(amending([side]).code).toBe('ALLOWED');
    expect(amending([side, other])).toEqual(refused);
  });

  it('goes with a kitchen as beneficiary only where goods are bought', () => {
    expect(placing({ beneficiaryId: 'kitchen' }, { side }).code).toBe(
      side === 'buy' ? 'ALLOWED' : 'BENEFICIARY_WHEN_SELLING',
    );
  });
});
