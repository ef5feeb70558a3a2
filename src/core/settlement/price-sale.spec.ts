import fc from 'fast-check';
import { amountRp } from '../kernel/quantity.js';
import { billDrop } from './bill-drop.js';
import { closeLot, type LotClosing, type SettledPart } from './close-lot.js';
import { leastRp } from './limit-rp.js';
import { priceLines, type LotToPrice, type PricedPart } from './price-lines.js';

const lotOf = (rest: Partial<LotToPrice> = {}): LotToPrice => ({
  side: 'sell',
  clearingRpPerUnit: 9_000,
  poolId: 'pool',
  packSizeMilli: 50_000,
  pricing: { kind: 'uniform', feeRpPerUnit: 100 },
  awards: [],
  fixed: [],
  parts: [{ lineId: 'x', supplierId: 'A', zoneId: 'north', packs: 10, maxLandedRp: null }],
  ...rest,
});

/** What became of a part: packs accepted, and in basis points of full grade what they are worth. */
interface Receipt {
  readonly acceptedPacks: number;
  readonly worthBps: number;
}

/** A lot from shares to closing: each drop billed by itself. */
const settle = (
  lot: LotToPrice,
  receive: (part: PricedPart) => Receipt,
): { priced: PricedPart[]; settled: SettledPart[]; closing: LotClosing } => {
  const priced = priceLines(lot);
  const settled = priced.map((part) => {
    const { acceptedPacks, worthBps } = receive(part);
    const bill = billDrop([
      {
        ...part,
        lotId: 'lot',
        packSizeMilli: lot.packSizeMilli,
        ...{ beforePacks: 0, shippedPacks: part.packs, acceptedPacks, worthBps },
        ...{ quarantinedPacks: 0, damagedPacks: part.packs - acceptedPacks, missingPacks: 0 },
      },
    ]);
    const billedRp = bill.bills[0]?.goodsRp ?? -1;
    if (bill.invoiceRp + bill.creditRp !== bill.requestRp || bill.creditRp < 0 || billedRp < 0)
      throw new Error(JSON.stringify(bill));
    const sold = { packs: part.packs, chargeRp: part.chargeRp, worthBps };
    return { ...part, acceptedPacks, invoicedRp: bill.invoiceRp, billedRp, sold };
  });
  return { priced, settled, closing: closeLot({ ...lot, parts: settled }) };
};

const whole = ({ packs }: PricedPart): Receipt => ({ acceptedPacks: packs, worthBps: packs * 10_000 });

describe('a lot that was sold', () => {
  it('is paid for at one price, and brings it less the fee', () => {
    expect(priceLines(lotOf())).toMatchObject([
      { chargeRp: 4_500_000, billRp: 4_450_000, priceRpPerUnit: 9_000 },
    ]);
  });

  it('brings no less than a line’s own limit: the organiser bears the rest', () => {
    const lot = lotOf({ parts: [{ ...lotOf().parts[0]!, maxLandedRp: 8_950 }] });
    const { priced, closing } = settle(lot, whole);
    expect(priced).toMatchObject([{ chargeRp: 4_500_000, billRp: 4_475_000 }]);
    expect(closing).toMatchObject({ feesRp: 50_000, creditedRp: 0, uncoveredRp: 25_000 });
  });

  it('counts a lower grade for its part of the price', () => {
    const { closing } = settle(lotOf(), () => ({
      acceptedPacks: 10,
      worthBps: 5 * 10_000 + 5 * 9_000,
    }));
    expect(closing).toMatchObject({
      invoicedRp: 4_275_000,
      billedRp: 4_227_500,
      feesRp: 47_500,
      uncoveredRp: 0,
    });
  });

  it('refuses packs of a lot without a clearing price', () => {
    expect(() => priceLines(lotOf({ clearingRpPerUnit: null }))).toThrow('without a clearing price');
  });

  const BUYERS = ['A', 'B', 'C'];
  const lots: fc.Arbitrary<LotToPrice> = fc
    .record({
      packSizeMilli: fc.constantFrom(1_000, 50_000, 1_875, 1),
      feeRpPerUnit: fc.constantFrom(0, 7, 300),
      clearingRpPerUnit: fc.integer({ min: 1, max: 20_000 }),
      lines: fc.array(
        fc.record({
          packs: fc.tuple(...BUYERS.map(() => fc.integer({ min: 0, max: 9 }))),
          maxLandedRp: fc.option(fc.integer({ min: 1, max: 25_000 }), { freq: 2 }),
        }),
        { minLength: 1, maxLength: 6 },
      ),
    })
    .map(({ feeRpPerUnit, lines, ...rest }) =>
      lotOf({
        ...rest,
        pricing: { kind: 'uniform', feeRpPerUnit },
        parts: lines.flatMap(({ packs, maxLandedRp }, line) =>
          BUYERS.flatMap((supplierId, at) => {
            const own = packs[at] ?? 0;
            return own > 0
              ? [{ lineId: `l${line}`, supplierId, zoneId: 'north', packs: own, maxLandedRp }]
              : [];
          }),
        ),
      }),
    )
    .filter(({ parts }) => parts.length > 0);
  const receipts = fc.infiniteStream(fc.tuple(fc.nat({ max: 12 }), fc.constantFrom(10_000, 9_000, 5_001, 1)));

  it('invoices + uncovered = proceeds + fees, to the rupiah, whatever arrives in whatever grade', () => {
    fc.assert(
      fc.property(lots, receipts, fc.boolean(), (drawn, stream, isLimited) => {
        const lot = isLimited
          ? drawn
          : { ...drawn, parts: drawn.parts.map((part) => ({ ...part, maxLandedRp: null })) };
        const { settled, closing } = settle(lot, ({ packs }) => {
          const [arrived, bps] = stream.next().value as [number, number];
          const acceptedPacks = Math.min(packs, arrived);
          const lower = acceptedPacks >> 1;
          return { acceptedPacks, worthBps: (acceptedPacks - lower) * 10_000 + lower * bps };
        });
        const { invoicedRp, billedRp, feesRp, creditedRp, uncoveredRp } = closing;
        const worth = settled.reduce((sum, { sold }) => sum + (sold?.worthBps ?? 0), 0);
        const fee = Math.min(lot.pricing.feeRpPerUnit, lot.clearingRpPerUnit ?? 0);
        const exactFeesRp = (worth * lot.packSizeMilli * fee) / 10_000_000;
        return (
          invoicedRp + uncoveredRp === billedRp + feesRp &&
          creditedRp === 0 &&
          Math.min(invoicedRp, billedRp, feesRp, uncoveredRp) >= 0 &&
          (isLimited || uncoveredRp === 0) &&
          (isLimited || invoicedRp === billedRp + feesRp) &&
          Math.abs(feesRp - exactFeesRp) <= 3 * settled.length
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('charges each buyer the one price for all its packs, and brings each line its limit at least', () => {
    fc.assert(
      fc.property(lots, (lot) => {
        const { priced } = settle(lot, whole);
        for (const buyer of BUYERS) {
          const own = priced.filter(({ supplierId }) => supplierId === buyer);
          const packs = own.reduce((sum, part) => sum + part.packs, 0);
          expect(own.reduce((sum, { chargeRp }) => sum + chargeRp, 0)).toBe(
            amountRp(packs, lot.packSizeMilli, lot.clearingRpPerUnit ?? 0),
          );
        }
        for (const { maxLandedRp, packs, billRp } of priced)
          expect(billRp).toBeGreaterThanOrEqual(leastRp(maxLandedRp, packs, lot.packSizeMilli));
      }),
      { numRuns: 300 },
    );
  });

  it('is the same whatever the order of receipts', () => {
    fc.assert(
      fc.property(lots, (lot) => {
        const half = ({ packs }: PricedPart): Receipt => ({
          acceptedPacks: packs >> 1,
          worthBps: (packs >> 1) * 9_000,
        });
        const { settled, closing } = settle(lot, half);
        const { lines: _, ...again } = closeLot({ ...lot, parts: [...settled].reverse() });
        expect(closing).toMatchObject(again);
      }),
      { numRuns: 200 },
    );
  });
});
