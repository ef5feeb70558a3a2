import fc from 'fast-check';
import { billDrop, requestPayment, type ReceivedLine } from './bill-drop.js';
import { endsAs, heldPacks, leftPacks, moveConsigned, type ConsignedLine } from './consign.js';

const END = new Date('2026-12-01T00:00:00Z');
const BEFORE = new Date(END.getTime() - 1);
const line = (changed: Partial<ConsignedLine> = {}): ConsignedLine => ({
  ...{ lineId: 'a', handedPacks: 20, soldPacks: 12, returnedPacks: 0, awaitedPacks: 3 },
  ...changed,
});
const say = (packs: number, changed: { lineId?: string; now?: Date; isEnded?: boolean } = {}): void => {
  const { lineId = 'a', now = BEFORE, isEnded = false } = changed;
  moveConsigned({ endsAt: END, isEnded, lines: [line()] }, [{ lineId, packs }], now);
};

describe('goods on consignment', () => {
  it('may be told of until their last day, and never above what is left', () => {
    expect(leftPacks(line())).toBe(5);
    say(5);
    expect(() => say(6)).toThrow('CONSIGNMENT_ABOVE_LEFT');
    expect(() => say(0)).toThrow('CONSIGNMENT_ABOVE_LEFT');
    expect(() => say(1, { lineId: 'b' })).toThrow('CONSIGNMENT_LINE_UNKNOWN');
    expect(() => say(1, { now: END })).toThrow('CONSIGNMENT_ENDED');
    expect(() => say(1, { isEnded: true })).toThrow('CONSIGNMENT_ENDED');
    const two = [
      { lineId: 'a', packs: 1 },
      { lineId: 'a', packs: 1 },
    ];
    const open = { endsAt: END, isEnded: false, lines: [line()] };
    expect(() => {
      moveConsigned(open, two, BEFORE);
    }).toThrow('CONSIGNMENT_LINE_UNKNOWN');
    expect(() => {
      moveConsigned(open, [], BEFORE);
    }).toThrow('CONSIGNMENT_WITHOUT_PACKS');
    expect([leftPacks(line()), heldPacks(line())]).toEqual([5, 8]);
    const ends = (changed: Partial<ConsignedLine>, now = BEFORE) =>
      endsAs({ endsAt: END, isEnded: false, lines: [line(changed)] }, now);
    expect(ends({ returnedPacks: 8, awaitedPacks: 0 })).toBe('accounted-for');
    expect(ends({ returnedPacks: 7, awaitedPacks: 1 })).toBeUndefined();
    expect(ends({ returnedPacks: 7, awaitedPacks: 1 }, END)).toBe('over');
  });

  it('are asked for as they are sold, and come to their invoice, to the rupiah, whatever goes back', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 60 }),
        fc.integer({ min: 0, max: 900_000_000 }),
        fc.array(fc.nat(12), { maxLength: 8 }),
        fc.nat(60),
        (shippedPacks, chargeRp, reports, returned) => {
          const consigned = {
            ...{
              lineId: 'a',
              lotId: 'l',
              packSizeMilli: 50_000,
              packs: shippedPacks,
              chargeRp,
              billRp: chargeRp,
            },
            ...{ priceRpPerUnit: 1, beforePacks: 0, shippedPacks, paymentDays: 30, isConsigned: true },
          };
          let [soldPacks, askedRp] = [0, 0];
          expect(requestPayment([{ ...consigned, soldPacks }])).toBe(0);
          for (const packs of reports) {
            soldPacks = Math.min(shippedPacks, soldPacks + packs);
            const nextRp = requestPayment([{ ...consigned, soldPacks }]);
            expect(nextRp).toBeGreaterThanOrEqual(askedRp);
            askedRp = nextRp;
          }
          const back = Math.min(returned, shippedPacks - soldPacks);
          const kept: ReceivedLine = {
            ...{ ...consigned, soldPacks, acceptedPacks: shippedPacks - back },
            ...{ quarantinedPacks: 0, damagedPacks: 0, missingPacks: 0 },
          };
          const bill = billDrop([kept], askedRp);
          // Asked and left to be asked are what was not taken back; nothing of it is credited.
          expect(bill.creditRp).toBe(0);
          expect(askedRp + bill.balances.reduce((sum, { amountRp }) => sum + amountRp, 0)).toBe(
            bill.invoiceRp,
          );
        },
      ),
    );
  });
});
