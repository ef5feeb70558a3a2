import fc from 'fast-check';
import { paidForWithdrawn, type MoneyIn, type StandingLine } from './paid-for-withdrawn.js';
import { depositOf } from './reckon-deposit.js';

const line = (worstRp: number, fromMs: number, untilMs: number | null = null): StandingLine => ({
  worstRp,
  fromMs,
  untilMs,
});
const paid = (amountRp: number, paidMs: number): MoneyIn => ({ amountRp, paidMs });

describe('what had been paid for withdrawn lines', () => {
  it('is what was there then and no other line needed', () => {
    expect(paidForWithdrawn([line(1_000, 0, 2)], [paid(100, 1)], 1_000)).toBe(100);
    expect(paidForWithdrawn([line(1_000, 0, 1), line(1_000, 2)], [paid(100, 3)], 1_000)).toBe(0);
    expect(paidForWithdrawn([line(1_000, 0, 2), line(500, 0)], [paid(120, 1)], 1_000)).toBe(70);
    expect(paidForWithdrawn([line(1_000, 0, 2), line(500, 0, 3)], [paid(150, 1)], 1_000)).toBe(150);
  });

  it('is never more of a line than its own deposit, though more lies there from another that shrank', () => {
    const lines = [line(1_000, 0, 1), line(500, 2), line(50, 5, 6)];
    expect(paidForWithdrawn(lines, [paid(100, 3)], 1_000)).toBe(5);
  });

  it('counts what the bank took back as never paid', () => {
    expect(paidForWithdrawn([line(1_000, 0, 2)], [paid(100, 1), paid(-100, 1)], 1_000)).toBe(0);
  });

  it('is at most what was paid by the last withdrawal, and at most the deposits of the withdrawn', () => {
    const ms = fc.integer({ min: 0, max: 50 });
    const rp = fc.integer({ min: 1, max: 1e9 });
    fc.assert(
      fc.property(
        fc.array(fc.tuple(rp, ms, fc.option(ms)), { maxLength: 8 }),
        fc.array(fc.tuple(rp, ms), { maxLength: 6 }),
        fc.integer({ min: 0, max: 10_000 }),
        (given, came, rateBps) => {
          const lines = given.map(([worstRp, from, stood]) =>
            line(worstRp, from, stood === null ? null : from + stood),
          );
          const money = came.map(([amountRp, paidMs]) => paid(amountRp, paidMs));
          const withdrawn = lines.flatMap((each) => (each.untilMs === null ? [] : [each]));
          const last = Math.max(-1, ...withdrawn.map(({ untilMs }) => untilMs ?? -1));
          const thereRp = money.reduce((sum, each) => sum + (each.paidMs <= last ? each.amountRp : 0), 0);
          const mostRp = withdrawn.reduce((sum, each) => sum + depositOf(each.worstRp, rateBps), 0);
          const foundRp = paidForWithdrawn(lines, money, rateBps);
          expect(foundRp).toBeGreaterThanOrEqual(0);
          expect(foundRp).toBeLessThanOrEqual(Math.min(thereRp, mostRp));
        },
      ),
    );
  });
});
