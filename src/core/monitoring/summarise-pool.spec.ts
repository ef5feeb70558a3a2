import fc from 'fast-check';
import type { AllocationFacts, LotFacts, PoolTotals } from './pool-facts.js';
import { summarisePool } from './summarise-pool.js';

const noTotals: PoolTotals = {
  askedPacks: 0,
  allocatedPacks: 0,
  shortPacks: 0,
  refusedPacks: 0,
  unsharedPacks: 0,
  unformedPacks: 0,
  awardedPacks: 0,
  namedPacks: 0,
  surplusPacks: 0,
  dueOnDropsPacks: 0,
  onDropsPacks: 0,
  shippedPacks: 0,
  acceptedPacks: 0,
  quarantinedPacks: 0,
  damagedPacks: 0,
  missingPacks: 0,
  invoicedRp: 0,
  creditedRp: 0,
  billedRp: 0,
  settledInvoicesRp: 0,
  paidBackRp: 0,
  uncoveredRp: 0,
  settledBillsRp: 0,
  feesRp: 0,
  settledRequestsRp: 0,
  openRequestsRp: 0,
  debitRp: 0,
  creditRp: 0,
  salesRp: 0,
  purchasesRp: 0,
  equalisationRp: 0,
  earnedFeesRp: 0,
  prepaidRp: 0,
  unearnedRp: 0,
};

const rice: Omit<LotFacts, 'toPrice'> = {
  lotId: 'rice',
  commodityCode: 'beras-medium',
  packCode: 'beras-50kg',
  state: 'settled',
  failedReason: null,
  quantityPacks: 23,
  packSizeMilli: 50_000,
  referenceRpPerUnit: 13_000,
  closing: null,
  awards: [
    { supplierId: 'bulog', supplierName: 'Bulog', packs: 23, priceRpPerUnit: 10_000, amountRp: 11_500_000 },
  ],
  bids: [
    {
      bidId: 'b1',
      supplierId: 'bulog',
      submittedAt: '2026-11-20T00:00:00Z',
      capacityPacks: 100,
      minimumPacks: 10,
      leadTimeDays: 2,
      tiers: [{ fromPacks: 10, priceRpPerUnit: 10_000 }],
    },
    {
      bidId: 'b2',
      supplierId: 'toko',
      submittedAt: '2026-11-20T00:00:00Z',
      capacityPacks: 5,
      minimumPacks: 0,
      leadTimeDays: 2,
      tiers: [{ fromPacks: 1, priceRpPerUnit: 11_500 }],
    },
  ],
};

let lineCount = 0;

/** Every part a line of its own. */
const got = (koperasiId: string, packs: number, lotId = 'rice', supplierId = 'bulog'): AllocationFacts => ({
  lineId: `l${(lineCount += 1)}`,
  lotId,
  koperasiId,
  koperasiName: `Koperasi ${koperasiId}`,
  supplierId,
  packs,
  invoicedPacks: null,
});

/** A lot as it was awarded, shared out in these parts. */
const shared = (lot: Omit<LotFacts, 'toPrice'>, allocations: readonly AllocationFacts[]): LotFacts => ({
  ...lot,
  toPrice: {
    poolId: 'pool',
    packSizeMilli: lot.packSizeMilli,
    pricing: { kind: 'uniform', feeRpPerUnit: 0 },
    awards: lot.awards.map(({ supplierId, packs, amountRp }) => ({
      supplierId,
      packs,
      amountRp,
      zoneId: null,
    })),
    fixed: [],
    parts: allocations
      .filter(({ lotId }) => lotId === lot.lotId)
      .map(({ lineId, supplierId, packs }) => ({
        lineId,
        supplierId,
        packs,
        zoneId: 'z',
        maxLandedRp: null,
      })),
  },
});

describe('summarisePool', () => {
  it('sets each koperasi together against alone: the dear small bid, the same bid, the reference price', () => {
    const allocations = [got('A', 1), got('A', 2), got('B', 12), got('C', 8)];
    const summary = summarisePool({ lots: [shared(rice, allocations)], allocations, totals: noTotals });
    expect(summary.koperasi).toEqual([
      {
        koperasiId: 'A',
        koperasiName: 'Koperasi A',
        togetherRp: 1_500_000,
        aloneRp: 1_725_000,
        savedRp: 225_000,
      },
      { koperasiId: 'B', koperasiName: 'Koperasi B', togetherRp: 6_000_000, aloneRp: 6_000_000, savedRp: 0 },
      {
        koperasiId: 'C',
        koperasiName: 'Koperasi C',
        togetherRp: 4_000_000,
        aloneRp: 5_200_000,
        savedRp: 1_200_000,
      },
    ]);
    expect(summary.lots).toEqual([
      expect.objectContaining({
        lotId: 'rice',
        demandPacks: 23,
        allocatedPacks: 23,
        awardedRp: 11_500_000,
        togetherRp: 11_500_000,
        aloneRp: 12_925_000,
        savedRp: 1_425_000,
        aloneAtReference: 1,
        suppliers: rice.awards,
      }),
    ]);
    expect(summary).toMatchObject({ togetherRp: 11_500_000, aloneRp: 12_925_000, savedRp: 1_425_000 });
  });

  it('shows a lot that failed with nothing paid', () => {
    const failed = {
      ...rice,
      state: 'failed',
      failedReason: 'NO_BIDS',
      awards: [],
      bids: [],
      toPrice: null,
    };
    const summary = summarisePool({ lots: [failed], allocations: [], totals: noTotals });
    expect(summary.lots[0]).toMatchObject({
      failedReason: 'NO_BIDS',
      allocatedPacks: 0,
      togetherRp: 0,
      aloneRp: 0,
    });
    expect(summary.koperasi).toEqual([]);
  });

  it('adds up what the closed lots came to, and leaves out those that are not', () => {
    const closing = { invoicedRp: 100, billedRp: 95, feesRp: 4, creditedRp: 3, uncoveredRp: 2 };
    const [closed, open] = [{ ...shared(rice, []), closing }, shared(rice, [])];
    const summary = summarisePool({ lots: [closed, closed, open], allocations: [], totals: noTotals });
    expect(summary.lots.map((lot) => lot.closing)).toEqual([closing, closing, null]);
    expect(summary.closing).toEqual({
      invoicedRp: 200,
      billedRp: 190,
      feesRp: 8,
      creditedRp: 6,
      uncoveredRp: 4,
    });
  });

  it('recomputes what should be billed from receipts and awarded prices', () => {
    const allocations = [{ ...got('A', 3), invoicedPacks: 2 }, got('B', 20)];
    const checks = (invoicedRp: number): boolean | undefined =>
      summarisePool({
        lots: [shared(rice, allocations)],
        allocations,
        totals: { ...noTotals, invoicedRp },
      }).checks.find((check) => check.name === 'invoices = receipts at awarded prices')?.holds;
    expect(checks(1_000_000)).toBe(true);
    expect(checks(1_000_001)).toBe(false);
  });

  it('refuses packs from a supplier who was not awarded', () => {
    const allocations = [got('A', 1, 'rice', 'toko')];
    expect(() => summarisePool({ lots: [shared(rice, allocations)], allocations, totals: noTotals })).toThrow(
      'without an award',
    );
  });

  it('saves in all what it saves per koperasi and per lot', () => {
    const lots = [rice, { ...rice, lotId: 'more rice', packSizeMilli: 1_875, referenceRpPerUnit: 28_001 }];
    const allocation = fc
      .record({
        koperasiId: fc.constantFrom('A', 'B', 'C', 'D'),
        packs: fc.integer({ min: 1, max: 40 }),
        lotId: fc.constantFrom('rice', 'more rice'),
      })
      .map(({ koperasiId, packs, lotId }) => got(koperasiId, packs, lotId));
    fc.assert(
      fc.property(fc.array(allocation, { maxLength: 30 }), (allocations) => {
        const summary = summarisePool({
          lots: lots.map((lot) => shared(lot, allocations)),
          allocations,
          totals: noTotals,
        });
        for (const parts of [summary.lots, summary.koperasi]) {
          expect(parts.reduce((sum, part) => sum + part.savedRp, 0)).toBe(summary.savedRp);
          expect(parts.reduce((sum, part) => sum + part.togetherRp, 0)).toBe(summary.togetherRp);
        }
        expect(summary.aloneRp - summary.togetherRp).toBe(summary.savedRp);
      }),
    );
  });

  it('sets what each koperasi got together for what it sold against the best bid alone', () => {
    const allocations = [got('A', 3), got('B', 12)];
    const [lot] = [shared(rice, allocations)];
    const toPrice = lot.toPrice && {
      ...lot.toPrice,
      side: 'sell' as const,
      clearingRpPerUnit: 12_000,
      pricing: { kind: 'uniform' as const, feeRpPerUnit: 100 },
    };
    const { koperasi } = summarisePool({ lots: [{ ...lot, toPrice }], allocations, totals: noTotals });
    // A alone: the bid for few at Rp11,500; B alone: Rp10,000. Together Rp12,000 less the fee.
    expect(koperasi).toMatchObject([
      { koperasiId: 'A', togetherRp: 1_785_000, aloneRp: 1_725_000, savedRp: 60_000 },
      { koperasiId: 'B', togetherRp: 7_140_000, aloneRp: 6_000_000, savedRp: 1_140_000 },
    ]);
  });
});
