import fc from 'fast-check';
import type { AllocationFacts, LotFacts } from './pool-facts.js';
import { summariseResults, type Place } from './summarise-results.js';

const places = new Map<string, Place>([
  ['A', { regionCode: '32.71.01.1001', districtCode: '32.71.01', districtName: 'Bogor Selatan' }],
  ['B', { regionCode: '32.71.02.1001', districtCode: '32.71.02', districtName: 'Bogor Timur' }],
  ['C', { regionCode: '32.71.01.1002', districtCode: '32.71.01', districtName: 'Bogor Selatan' }],
]);

const got = (koperasiId: string, packs: number, lotId = 'rice'): AllocationFacts => ({
  lineId: `${lotId} ${koperasiId}`,
  lotId,
  koperasiId,
  koperasiName: `Koperasi ${koperasiId}`,
  supplierId: 'bulog',
  packs,
  invoicedPacks: null,
});

/** Sacks of 50 kg at Rp10,000 a kg; nobody else sells, so that alone each pays the reference of Rp13,000. */
const lotOf = (allocations: readonly AllocationFacts[], lotId = 'rice', state = 'contracted'): LotFacts => {
  const own = allocations.filter((one) => one.lotId === lotId);
  const packs = own.reduce((sum, one) => sum + one.packs, 0);
  const award = { supplierId: 'bulog', packs, amountRp: packs * 500_000 };
  return {
    lotId,
    commodityCode: 'BERAS-MEDIUM',
    packCode: 'BERAS-MEDIUM/XSA50',
    state,
    failedReason: null,
    quantityPacks: packs,
    packSizeMilli: 50_000,
    referenceRpPerUnit: 13_000,
    closing: null,
    bids: [],
    awards: [{ ...award, supplierName: 'Bulog', priceRpPerUnit: 10_000 }],
    toPrice: {
      poolId: 'pool',
      packSizeMilli: 50_000,
      pricing: { kind: 'uniform', feeRpPerUnit: 0 },
      awards: [{ ...award, zoneId: null }],
      fixed: [],
      parts: own.map(({ lineId, supplierId, packs: lined }) => ({
        lineId,
        supplierId,
        packs: lined,
        zoneId: 'z',
        maxLandedRp: null,
      })),
    },
  };
};

describe('summariseResults', () => {
  it('tells what each kecamatan saved, and of each koperasi where it lies', () => {
    const allocations = [got('A', 2), got('B', 10), got('C', 3)];
    const results = summariseResults([lotOf(allocations)], allocations, places);
    expect(results).toMatchObject({ koperasiCount: 3, togetherRp: 7_500_000, savedRp: 2_250_000 });
    expect(results.districts).toEqual([
      {
        ...{ districtCode: '32.71.01', districtName: 'Bogor Selatan', koperasiCount: 2 },
        ...{ togetherRp: 2_500_000, aloneRp: 3_250_000, savedRp: 750_000 },
      },
      {
        ...{ districtCode: '32.71.02', districtName: 'Bogor Timur', koperasiCount: 1 },
        ...{ togetherRp: 5_000_000, aloneRp: 6_500_000, savedRp: 1_500_000 },
      },
    ]);
    expect(results.koperasi.map(({ regionCode }) => regionCode)).toEqual([
      '32.71.01.1001',
      '32.71.02.1001',
      '32.71.01.1002',
    ]);
  });

  it('says nothing of a lot before its contract is signed', () => {
    const allocations = [got('A', 2), got('B', 10, 'oil')];
    const lots = [lotOf(allocations), lotOf(allocations, 'oil', 'awarded')];
    const results = summariseResults(lots, allocations, places);
    expect(results.lots.map(({ lotId }) => lotId)).toEqual(['rice']);
    expect(results).toMatchObject({ koperasiCount: 1, togetherRp: 1_000_000 });
  });

  it('adds up: the kecamatan to the whole, the lots to the whole', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 1, max: 500 }), { minLength: 1, maxLength: 3 }), (packs) => {
        const allocations = packs.map((own, at) => got('ABC'[at] ?? 'A', own));
        const results = summariseResults([lotOf(allocations)], allocations, places);
        const sum = (parts: readonly { readonly savedRp: number }[]): number =>
          parts.reduce((all, part) => all + part.savedRp, 0);
        expect([sum(results.districts), sum(results.lots), sum(results.koperasi)]).toEqual(
          Array.from({ length: 3 }, () => results.savedRp),
        );
        expect(results.aloneRp - results.togetherRp).toBe(results.savedRp);
      }),
    );
  });

  it('refuses a koperasi that lies nowhere', () => {
    const allocations = [got('X', 2)];
    expect(() => summariseResults([lotOf(allocations)], allocations, places)).toThrow(RangeError);
  });
});
