import fc from 'fast-check';
import { amountRp } from '../kernel/quantity.js';
import { billDrop, requestPayment, sliceRp, type PricedLine, type ReceivedLine } from './bill-drop.js';

const sack = { packSizeMilli: 50_000, priceRpPerUnit: 10_500 };

const received = (
  lineId: string,
  accepted: number,
  quarantined = 0,
  damaged = 0,
  missing = 0,
): ReceivedLine => ({
  ...sack,
  lineId,
  shippedPacks: accepted + quarantined + damaged + missing,
  acceptedPacks: accepted,
  quarantinedPacks: quarantined,
  damagedPacks: damaged,
  missingPacks: missing,
});

describe('billDrop', () => {
  it('bills what was accepted and takes back the rest', () => {
    expect(billDrop([received('a', 18, 0, 1, 1), received('b', 5, 2)])).toEqual({
      requestRp: 14_175_000,
      invoiceRp: 12_075_000,
      lines: [
        { lineId: 'a', acceptedPacks: 18, ...sack, amountRp: 9_450_000 },
        { lineId: 'b', acceptedPacks: 5, ...sack, amountRp: 2_625_000 },
      ],
      creditRp: 2_100_000,
      quarantinedPacks: 2,
      damagedPacks: 1,
      missingPacks: 1,
    });
  });

  it('takes nothing back when all was accepted', () => {
    expect(billDrop([received('a', 20)])).toMatchObject({
      requestRp: 10_500_000,
      invoiceRp: 10_500_000,
      creditRp: 0,
    });
  });

  it('takes everything back when nothing was', () => {
    expect(billDrop([received('a', 0, 0, 0, 20)])).toMatchObject({
      invoiceRp: 0,
      creditRp: 10_500_000,
      missingPacks: 20,
    });
  });

  const priced: fc.Arbitrary<PricedLine> = fc.record({
    lineId: fc.constant('line'),
    packSizeMilli: fc.integer({ min: 1, max: 1_000_000 }),
    priceRpPerUnit: fc.integer({ min: 1, max: 500_000 }),
    shippedPacks: fc.constant(0),
  });
  const packs = fc.integer({ min: 0, max: 10_000 });
  const receivedLine: fc.Arbitrary<ReceivedLine> = fc
    .tuple(priced, packs, packs, packs, packs)
    .map(([line, acceptedPacks, quarantinedPacks, damagedPacks, missingPacks]) => ({
      ...line,
      shippedPacks: acceptedPacks + quarantinedPacks + damagedPacks + missingPacks,
      acceptedPacks,
      quarantinedPacks,
      damagedPacks,
      missingPacks,
    }));

  it('asks, bills and takes back the same to the rupiah, never less than nothing', () => {
    fc.assert(
      fc.property(fc.array(receivedLine, { minLength: 1, maxLength: 5 }), (lines) => {
        const bill = billDrop(lines);
        return (
          bill.requestRp === requestPayment(lines) &&
          bill.invoiceRp + bill.creditRp === bill.requestRp &&
          Math.min(bill.invoiceRp, bill.creditRp, ...bill.lines.map((line) => line.amountRp)) >= 0 &&
          bill.lines.reduce((sum, line) => sum + line.amountRp, 0) === bill.invoiceRp
        );
      }),
      { numRuns: 10_000 },
    );
  });

  it('telescopes: slices of a line add up to the line, however it is cut', () => {
    fc.assert(
      fc.property(priced, fc.array(packs, { minLength: 1, maxLength: 8 }), (line, slices) => {
        let before = 0;
        let sum = 0;
        for (const slice of slices) {
          const part = sliceRp(line, before, before + slice);
          if (part < 0) return false;
          sum += part;
          before += slice;
        }
        return sum === amountRp(before, line.packSizeMilli, line.priceRpPerUnit);
      }),
      { numRuns: 10_000 },
    );
  });
});
