import fc from 'fast-check';
import { depositOf, heldRp, listUnbound, planDeposit, type DepositMoment } from './reckon-deposit.js';

const moment = (change: Partial<DepositMoment>): DepositMoment => ({
  rateBps: 10_000,
  phase: 'open',
  forfeitsWithdrawn: false,
  worstRp: 0,
  paidForWithdrawnRp: 0,
  paidRp: 0,
  carriedInRp: 0,
  carriedOutRp: 0,
  appliedRp: 0,
  forfeitedRp: 0,
  backRp: 0,
  ...change,
});
const plan = (change: Partial<DepositMoment>) => {
  const { dueRp, returnRp, forfeitRp } = planDeposit(moment(change));
  return [dueRp, returnRp, forfeitRp];
};

describe('a deposit', () => {
  it('is the declared share of the worst, rounded up', () => {
    expect(depositOf(26_325_000, 1_000)).toBe(2_632_500);
    expect([depositOf(1, 1_000), depositOf(0, 1_000), depositOf(5, 0)]).toEqual([1, 0, 0]);
  });

  it('is due, waits, goes back, stays or is forfeited as pool and lines stand', () => {
    expect(plan({ worstRp: 300, paidRp: 100 })).toEqual([300, 0, 0]);
    expect(plan({ worstRp: 50, paidRp: 100 })).toEqual([100, 0, 0]);
    expect(plan({ paidRp: 100 })).toEqual([100, 100, 0]);
    expect(plan({ phase: 'closed', worstRp: 50, paidRp: 100 })).toEqual([100, 50, 0]);
    const withdrawn = { phase: 'closed', worstRp: 50, paidRp: 100, paidForWithdrawnRp: 30 } as const;
    expect(plan({ ...withdrawn, forfeitsWithdrawn: true })).toEqual([100, 20, 30]);
    expect(plan({ ...withdrawn, forfeitsWithdrawn: true, phase: 'over' })).toEqual([100, 100, 0]);
    expect(plan({ phase: 'closed', worstRp: 50, appliedRp: 20, paidRp: 50 })).toEqual([50, 0, 0]);
    expect(plan({ phase: 'over', worstRp: 50, appliedRp: 20, paidRp: 50 })).toEqual([50, 30, 0]);
  });

  it('that was taken back by the bank is due again, also when it had gone back before', () => {
    expect(plan({ phase: 'closed', worstRp: 50, paidRp: 0 })).toEqual([50, 0, 0]);
    expect(plan({ phase: 'over', worstRp: 50, paidRp: 0, backRp: 50 })).toEqual([50, 0, 0]);
  });

  it('once paid as planned needs nothing more, and nothing is lost on the way', () => {
    const rp = fc.integer({ min: 0, max: 1e9 });
    fc.assert(
      fc.property(
        fc.record({
          rateBps: fc.integer({ min: 0, max: 10_000 }),
          phase: fc.constantFrom('open', 'closed', 'over'),
          forfeitsWithdrawn: fc.boolean(),
          worstRp: rp,
          paidForWithdrawnRp: rp,
          paidRp: rp,
          carriedInRp: rp,
        }),
        (given) => {
          const before = moment(given);
          const { dueRp, returnRp, forfeitRp, requiredRp } = planDeposit(before);
          expect(dueRp).toBeGreaterThanOrEqual(before.paidRp);
          const after = { ...before, paidRp: dueRp, backRp: returnRp, forfeitedRp: forfeitRp };
          expect(heldRp(after)).toBeGreaterThanOrEqual(requiredRp);
          expect(planDeposit(after)).toEqual({ requiredRp, dueRp, returnRp: 0, forfeitRp: 0 });
        },
      ),
    );
  });

  it('binds the lines in their order, as far as it reaches', () => {
    const lines = [
      { lineId: 'A', worstRp: 15_000_000 },
      { lineId: 'B', worstRp: 10_000_000 },
      { lineId: 'C', worstRp: 5_000_000 },
    ];
    expect(listUnbound(lines, 2_000_000, 1_000)).toEqual(['B']);
    expect(listUnbound(lines, 3_000_000, 1_000)).toEqual([]);
    expect(listUnbound(lines, 0, 1_000)).toEqual(['A', 'B', 'C']);
    expect(listUnbound(lines, 0, 0)).toEqual([]);
  });

  it('never binds more than it covers, and all once it covers all', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 1, max: 1e9 }), { maxLength: 12 }),
        fc.integer({ min: 0, max: 1e10 }),
        fc.integer({ min: 0, max: 10_000 }),
        (worsts, held, rateBps) => {
          const lines = worsts.map((worstRp, place) => ({ lineId: String(place), worstRp }));
          const unbound = new Set(listUnbound(lines, held, rateBps));
          const bound = lines.filter(({ lineId }) => !unbound.has(lineId));
          const sum = (some: typeof lines) => some.reduce((total, { worstRp }) => total + worstRp, 0);
          expect(depositOf(sum(bound), rateBps)).toBeLessThanOrEqual(held);
          if (depositOf(sum(lines), rateBps) <= held) expect(unbound.size).toBe(0);
        },
      ),
    );
  });
});
