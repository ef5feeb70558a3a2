import { amendCommitment } from './amend-commitment.js';
import { placeCommitments, type CommitmentScene, type LineRequest } from './place-commitments.js';
import { requireQuota } from './require-quota.js';

const quota = { quotaPerBuyerPacks: 40, priceRpPerUnit: 11_000 };
const asking = (quantityPacks: number, maxLandedRp: number | null = null) => ({ quantityPacks, maxLandedRp });

describe('the quota of a distributed item', () => {
  it.each([
    [40, 0],
    [10, 30],
    [1, 39],
  ])('lets %i packs beside %i others stand', (packs, others) => {
    expect(() => requireQuota(quota, asking(packs), others, '')).not.toThrow();
  });

  it.each([
    [41, 0, 40],
    [11, 30, 10],
    [1, 50, 0],
  ])('refuses %i packs beside %i others and says that %i are left', (packs, others, left) => {
    expect(() => requireQuota(quota, asking(packs), others, 'lines.0.')).toThrow(
      expect.objectContaining({
        code: 'QUOTA_EXCEEDED',
        errors: [expect.objectContaining({ field: 'lines.0.quantityPacks' })],
        message: expect.stringContaining(`${left} are left`),
      }),
    );
  });

  it('refuses a limit below the fixed price, and none at it', () => {
    expect(() => requireQuota(quota, asking(1, 11_000), 0, '')).not.toThrow();
    expect(() => requireQuota(quota, asking(1, 10_999), 0, '')).toThrow(
      expect.objectContaining({
        code: 'LIMIT_BELOW_FIXED_PRICE',
        errors: [expect.objectContaining({ field: 'maxLandedRp' })],
      }),
    );
  });
});

describe('placing lines of a distributed item', () => {
  const line = (quantityPacks: number, change: Partial<LineRequest> = {}): LineRequest => ({
    itemId: 'sphp',
    beneficiaryId: 'kop',
    neededBy: '2026-12-02',
    quantityPacks,
    tolerancePacks: 0,
    minimumPacks: 0,
    maxLandedRp: null,
    acceptsMerge: false,
    ...change,
  });
  const scene = (change: Partial<CommitmentScene> = {}): CommitmentScene => ({
    state: 'open',
    now: new Date('2026-11-21T00:00:00Z'),
    closesAt: new Date('2026-11-26T00:00:00Z'),
    neededFrom: '2026-12-01',
    neededUntil: '2026-12-07',
    items: new Map([
      ['sphp', { needsColdStore: false, steps: [], distribution: quota }],
      ['sugar', { needsColdStore: false, steps: [] }],
    ]),
    koperasi: { id: 'kop', isActive: true, hasColdStore: false, kitchenIds: ['kitchen'] },
    ...change,
  });

  it('counts the lines of a request together, a kitchen’s too', () => {
    expect(() => placeCommitments(scene(), [line(25), line(15, { beneficiaryId: 'kitchen' })])).not.toThrow();
    expect(() => placeCommitments(scene(), [line(25), line(16, { beneficiaryId: 'kitchen' })])).toThrow(
      expect.objectContaining({
        code: 'QUOTA_EXCEEDED',
        errors: [expect.objectContaining({ field: 'lines.1.quantityPacks' })],
      }),
    );
  });

  it('counts what stands already, but not what is sent again', () => {
    const standing = [{ ...line(30), neededBy: '2026-12-05' }];
    expect(() => placeCommitments(scene({ standing }), [line(11)])).toThrow(
      expect.objectContaining({ code: 'QUOTA_EXCEEDED', message: expect.stringContaining('10 are left') }),
    );
    expect(() => placeCommitments(scene({ standing }), [line(30, { neededBy: '2026-12-05' })])).not.toThrow();
  });

  it('asks nothing of items by tender', () => {
    expect(() => placeCommitments(scene(), [line(4_000, { itemId: 'sugar' }), line(40)])).not.toThrow();
  });

  it('holds an amendment to the quota beside the other lines', () => {
    const standing = {
      ...asking(10),
      tolerancePacks: 0,
      minimumPacks: 0,
      acceptsMerge: false,
      state: 'active' as const,
      isKoperasiActive: true,
      distribution: { ...quota, otherPacks: 25 },
    };
    expect(amendCommitment(scene(), standing, { quantityPacks: 15 })).toMatchObject({ quantityPacks: 15 });
    expect(() => amendCommitment(scene(), standing, { quantityPacks: 16 })).toThrow(
      expect.objectContaining({
        code: 'QUOTA_EXCEEDED',
        errors: [expect.objectContaining({ field: 'quantityPacks' })],
      }),
    );
    expect(() => amendCommitment(scene(), standing, { maxLandedRp: 9_000 })).toThrow(
      'LIMIT_BELOW_FIXED_PRICE',
    );
  });
});
