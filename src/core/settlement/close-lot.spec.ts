import fc from 'fast-check';
import { amountRp } from '../kernel/quantity.js';
import { billDrop, requestPayment, type ReceivedLine } from './bill-drop.js';
import { closeLot, type LotClosing, type SettledPart } from './close-lot.js';
import { limitRp } from './limit-rp.js';
import { priceLines, type LotToPrice, type PricedPart } from './price-lines.js';

const lotOf = (rest: Partial<LotToPrice> = {}): LotToPrice => ({
  poolId: 'pool',
  packSizeMilli: 1_000,
  pricing: { kind: 'uniform', feeRpPerUnit: 0 },
  awards: [
    { supplierId: 'A', zoneId: null, packs: 5, amountRp: 500 },
    { supplierId: 'B', zoneId: null, packs: 5, amountRp: 600 },
  ],
  fixed: [],
  parts: [
    { lineId: 'x', supplierId: 'A', zoneId: 'north', packs: 5, maxLandedRp: null },
    { lineId: 'y', supplierId: 'B', zoneId: 'south', packs: 5, maxLandedRp: null },
  ],
  ...rest,
});

const receive = (lot: LotToPrice, part: PricedPart, acceptedPacks: number): ReceivedLine => ({
  ...part,
  lotId: 'lot',
  packSizeMilli: lot.packSizeMilli,
  beforePacks: 0,
  shippedPacks: part.packs,
  acceptedPacks,
  quarantinedPacks: 0,
  damagedPacks: part.packs - acceptedPacks,
  missingPacks: 0,
});

/** A lot from shares to closing: each drop billed by itself, in any order. */
const settle = (
  lot: LotToPrice,
  accept: (part: PricedPart) => number,
): { priced: PricedPart[]; settled: SettledPart[]; closing: LotClosing } => {
  const priced = priceLines(lot);
  const settled = priced.map((part) => {
    const acceptedPacks = accept(part);
    const bill = billDrop([receive(lot, part, acceptedPacks)]);
    const least = Math.min(bill.invoiceRp, bill.creditRp, bill.bills[0]?.goodsRp ?? -1);
    if (bill.invoiceRp + bill.creditRp !== bill.requestRp || least < 0) throw new Error(JSON.stringify(bill));
    return {
      ...part,
      acceptedPacks,
      invoicedRp: bill.invoiceRp,
      billedRp: bill.bills[0]?.goodsRp ?? 0,
    };
  });
  const fixed = lot.fixed.filter(({ supplierId }) =>
    settled.some((part) => part.supplierId === supplierId && part.acceptedPacks > 0),
  );
  return { priced, settled, closing: closeLot({ ...lot, parts: settled, fixed }) };
};

const byLine = (closing: LotClosing): Record<string, number> =>
  Object.fromEntries(closing.lines.map(({ lineId, finalRp }) => [lineId, finalRp]));

describe('priceLines', () => {
  it('charges all the same price, whoever serves them, and bills each supplier its own', () => {
    expect(priceLines(lotOf()).sort((a, b) => (a.lineId < b.lineId ? -1 : 1))).toMatchObject([
      { lineId: 'x', chargeRp: 550, billRp: 500, priceRpPerUnit: 110 },
      { lineId: 'y', chargeRp: 550, billRp: 600, priceRpPerUnit: 110 },
    ]);
  });

  it('charges each zone what it costs there where the pool says so, fixed charges and fee included', () => {
    const priced = priceLines(
      lotOf({
        pricing: { kind: 'per-zone', feeRpPerUnit: 1 },
        fixed: [{ supplierId: 'A', amountRp: 20 }],
      }),
    );
    expect(priced.map(({ zoneId, chargeRp }) => [zoneId, chargeRp]).sort()).toEqual([
      ['north', 525],
      ['south', 605],
    ]);
  });

  it('never charges above a line’s own limit', () => {
    const [capped] = lotOf().parts;
    const priced = priceLines(lotOf({ parts: [{ ...capped!, maxLandedRp: 100 }, lotOf().parts[1]!] }));
    expect(priced.find(({ lineId }) => lineId === 'x')?.chargeRp).toBe(500);
  });

  it('leaves the part of an award that no line could use with its supplier', () => {
    const [x, y] = lotOf().parts;
    expect(
      priceLines(lotOf({ parts: [x!, { ...y!, packs: 3 }] })).reduce((sum, { billRp }) => sum + billRp, 0),
    ).toBe(500 + 360);
  });

  it('refuses packs of somebody without an award', () => {
    expect(() => priceLines(lotOf({ awards: [] }))).toThrow('without an award');
  });
});

describe('billDrop', () => {
  it('bills what was accepted at the lot’s price and takes back the rest', () => {
    const line = { lineId: 'a', lotId: 'lot', packSizeMilli: 50_000, packs: 20, priceRpPerUnit: 10_600 };
    const priced = { ...line, chargeRp: 10_600_000, feeRp: 100_000, freightRp: 500_000, billRp: 10_500_000 };
    const sacks = { ...priced, beforePacks: 0, shippedPacks: 20 };
    const counted = { acceptedPacks: 18, quarantinedPacks: 0, damagedPacks: 1, missingPacks: 1 };
    expect(requestPayment([sacks])).toBe(10_600_000);
    expect(billDrop([{ ...sacks, ...counted }])).toEqual({
      requestRp: 10_600_000,
      invoiceRp: 9_540_000,
      askedRp: 9_540_000,
      balances: [],
      lines: [
        {
          lineId: 'a',
          acceptedPacks: 18,
          packSizeMilli: 50_000,
          priceRpPerUnit: 10_600,
          amountRp: 9_540_000,
          parts: { goodsRp: 9_000_000, freightRp: 450_000, fixedRp: 0, feeRp: 90_000 },
        },
      ],
      bills: [{ lotId: 'lot', acceptedPacks: 18, goodsRp: 9_450_000 }],
      creditRp: 1_060_000,
      quarantinedPacks: 0,
      damagedPacks: 1,
      missingPacks: 1,
      lowerGradePacks: 0,
    });
  });

  it('asks before release only for lines that are paid before, and for the rest at their terms', () => {
    const line = { lotId: 'lot', packSizeMilli: 50_000, packs: 10, priceRpPerUnit: 10_000, beforePacks: 0 };
    const sacks = { ...line, chargeRp: 5_000_000, billRp: 5_000_000, shippedPacks: 10 };
    const counted = { acceptedPacks: 9, quarantinedPacks: 0, damagedPacks: 1, missingPacks: 0 };
    const drop = [
      { ...sacks, ...counted, lineId: 'a' },
      { ...sacks, ...counted, lineId: 'b', paymentDays: 14 },
    ];
    expect(requestPayment(drop)).toBe(5_000_000);
    expect(billDrop(drop)).toMatchObject({
      invoiceRp: 9_000_000,
      askedRp: 5_000_000,
      balances: [{ paymentDays: 14, amountRp: 4_000_000 }],
      creditRp: 0,
    });
    expect(billDrop(drop, 0).balances).toEqual([
      { paymentDays: 0, amountRp: 4_500_000 },
      { paymentDays: 14, amountRp: 4_500_000 },
    ]);
  });

  it('bills visits of one line so that they add up to the whole, whatever was short', () => {
    const line = { lineId: 'a', lotId: 'lot', packSizeMilli: 1, packs: 3, priceRpPerUnit: 33 };
    const visit = (beforePacks: number): ReceivedLine => ({
      ...line,
      ...{ chargeRp: 100, billRp: 100, beforePacks, shippedPacks: 1 },
      ...{ acceptedPacks: 1, quarantinedPacks: 0, damagedPacks: 0, missingPacks: 0 },
    });
    expect([0, 1, 2].map((before) => billDrop([visit(before)]).invoiceRp)).toEqual([33, 33, 34]);
    expect(billDrop([{ ...visit(2), acceptedPacks: 0, missingPacks: 1 }])).toMatchObject({
      ...{ requestRp: 34, invoiceRp: 0, creditRp: 34 },
    });
  });
});

describe('closeLot', () => {
  it.each([
    ['nothing is short', 5, 5, { creditedRp: 0, uncoveredRp: 0 }],
    ['the dear supplier is short', 5, 3, { creditedRp: 20, uncoveredRp: 0 }],
    ['the cheap supplier is short', 3, 5, { creditedRp: 0, uncoveredRp: 20 }],
    ['nothing came', 0, 0, { invoicedRp: 0, billedRp: 0, creditedRp: 0, uncoveredRp: 0 }],
  ])('when %s (%i of A, %i of B): %j', (_, ofA, ofB, expected) => {
    const { closing } = settle(lotOf(), ({ supplierId }) => (supplierId === 'A' ? ofA : ofB));
    expect(closing).toMatchObject(expected);
  });

  it('pays back by accepted packs, so that all have paid one price in the end', () => {
    const { closing } = settle(lotOf(), ({ supplierId }) => (supplierId === 'A' ? 5 : 3));
    // 500 + 360 for 8 packs; the odd rupiah by the draw.
    expect(Object.values(byLine(closing)).sort()).toEqual([323, 537]);
  });

  it('does not charge a fixed charge of who brought nothing', () => {
    const { closing } = settle(lotOf({ fixed: [{ supplierId: 'B', amountRp: 100 }] }), ({ supplierId }) =>
      supplierId === 'A' ? 5 : 0,
    );
    expect(closing).toMatchObject({ billedRp: 500, invoicedRp: 600, creditedRp: 100, uncoveredRp: 0 });
  });

  const SUPPLIERS = ['A', 'B', 'C'];
  const ZONES = ['north', 'south'];
  const lots: fc.Arbitrary<LotToPrice> = fc
    .record({
      packSizeMilli: fc.constantFrom(1_000, 50_000, 1_875, 1),
      kind: fc.constantFrom('uniform' as const, 'per-zone' as const),
      feeRpPerUnit: fc.constantFrom(0, 0, 7),
      prices: fc.tuple(...SUPPLIERS.map(() => fc.integer({ min: 1, max: 20_000 }))),
      fixed: fc.tuple(...SUPPLIERS.map(() => fc.constantFrom(0, 0, 1, 12_345))),
      surplus: fc.tuple(...SUPPLIERS.map(() => fc.constantFrom(0, 0, 3))),
      lines: fc.array(
        fc.record({
          zone: fc.nat({ max: 1 }),
          packs: fc.tuple(...SUPPLIERS.map(() => fc.integer({ min: 0, max: 9 }))),
          maxLandedRp: fc.option(fc.integer({ min: 1, max: 25_000 }), { freq: 2 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    })
    .map(({ packSizeMilli, kind, feeRpPerUnit, prices, fixed, surplus, lines }) => {
      const parts = lines.flatMap(({ zone, packs, maxLandedRp }, line) =>
        SUPPLIERS.flatMap((supplierId, at) => {
          const own = packs[at] ?? 0;
          const zoneId = ZONES[zone] ?? '';
          return own > 0 ? [{ lineId: `l${line}`, supplierId, zoneId, packs: own, maxLandedRp }] : [];
        }),
      );
      const awards = SUPPLIERS.flatMap((supplierId, at) =>
        ZONES.flatMap((zoneId, zone) => {
          const own = parts.filter((part) => part.supplierId === supplierId && part.zoneId === zoneId);
          const packs = own.reduce<number>((sum, part) => sum + part.packs, surplus[at] ?? 0);
          const price = (prices[at] ?? 0) + zone * 11;
          return packs > 0
            ? [{ supplierId, zoneId, packs, amountRp: amountRp(packs, packSizeMilli, price) }]
            : [];
        }),
      );
      return {
        poolId: 'pool',
        packSizeMilli,
        pricing: { kind, feeRpPerUnit },
        awards,
        fixed: SUPPLIERS.map((supplierId, at) => ({ supplierId, amountRp: fixed[at] ?? 0 })).filter(
          ({ supplierId, amountRp: rp }) => rp > 0 && parts.some((part) => part.supplierId === supplierId),
        ),
        parts,
      };
    })
    .filter(({ parts }) => parts.length > 0);

  it('invoices - credits + uncovered = bills + fees, to the rupiah, whatever arrives', () => {
    fc.assert(
      fc.property(lots, fc.infiniteStream(fc.nat({ max: 12 })), (lot, arrivals) => {
        const { settled, closing } = settle(lot, ({ packs }) => {
          const arrived = arrivals.next().value as number;
          return arrived > 9 ? packs : Math.min(packs, arrived);
        });
        const { invoicedRp, creditedRp, uncoveredRp, billedRp, feesRp, lines } = closing;
        const limitOf = new Map(lot.parts.map((part) => [part.lineId, part.maxLandedRp]));
        return (
          invoicedRp - creditedRp + uncoveredRp === billedRp + feesRp &&
          Math.min(invoicedRp, creditedRp, billedRp, feesRp, uncoveredRp) >= 0 &&
          invoicedRp === settled.reduce((sum, part) => sum + part.invoicedRp, 0) &&
          lines.every(
            ({ lineId, acceptedPacks, finalRp, invoicedRp: own }) =>
              finalRp >= 0 &&
              finalRp <= own &&
              finalRp <= limitRp(limitOf.get(lineId) ?? null, acceptedPacks, lot.packSizeMilli),
          )
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('pays back nothing and leaves nothing uncovered when all is accepted and no limit binds', () => {
    fc.assert(
      fc.property(lots, (drawn) => {
        const lot = { ...drawn, parts: drawn.parts.map((part) => ({ ...part, maxLandedRp: null })) };
        const { priced, closing } = settle(lot, ({ packs }) => packs);
        expect(closing).toMatchObject({ creditedRp: 0, uncoveredRp: 0 });
        expect(closing.invoicedRp).toBe(priced.reduce((sum, { chargeRp }) => sum + chargeRp, 0));
      }),
      { numRuns: 500 },
    );
  });

  it('is the same whatever the order of receipts', () => {
    fc.assert(
      fc.property(lots, (lot) => {
        const { settled, closing } = settle(lot, ({ packs }) => packs >> 1);
        const again = closeLot({ ...lot, parts: [...settled].reverse(), fixed: [] });
        const first = closeLot({ ...lot, parts: settled, fixed: [] });
        expect(again.creditedRp).toBe(first.creditedRp);
        expect(again.uncoveredRp).toBe(first.uncoveredRp);
        expect(closing.lines).toHaveLength(first.lines.length);
      }),
      { numRuns: 200 },
    );
  });
});
