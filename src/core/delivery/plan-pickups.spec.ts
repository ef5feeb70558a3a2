import fc from 'fast-check';
import type { PacksToShip } from './plan-drops.js';
import { planPickups } from './plan-pickups.js';

const part = (lineId: string, koperasiId: string, packs: number, supplierId = 's'): PacksToShip => ({
  lineId,
  koperasiId,
  supplierId,
  packs,
});

describe('planning pick-ups', () => {
  it('splits what is more than may leave at once, and numbers on', () => {
    const toShip = [part('b', 'A', 10), part('a', 'A', 60), part('c', 'B', 20)];
    expect(planPickups(toShip, 40, [{ supplierId: 's', koperasiId: 'A', lastSequence: 2 }])).toEqual([
      { supplierId: 's', koperasiId: 'A', sequence: 3, lines: [{ lineId: 'a', packs: 40 }] },
      {
        supplierId: 's',
        koperasiId: 'A',
        sequence: 4,
        lines: [
          { lineId: 'a', packs: 20 },
          { lineId: 'b', packs: 10 },
        ],
      },
      { supplierId: 's', koperasiId: 'B', sequence: 1, lines: [{ lineId: 'c', packs: 20 }] },
    ]);
  });

  it('takes everything at once where nothing says otherwise', () => {
    expect(planPickups([part('a', 'A', 600), part('b', 'A', 1)], null, [])).toHaveLength(1);
  });

  it('refuses visits of no packs', () => {
    expect(() => planPickups([part('a', 'A', 1)], 0, [])).toThrow(RangeError);
  });

  it('carries every pack once in as few visits as there can be, in whatever order lines come', () => {
    const arbitrary = fc.array(
      fc.record({ koperasi: fc.integer({ min: 0, max: 4 }), packs: fc.integer({ min: 1, max: 70 }) }),
      { minLength: 1, maxLength: 15 },
    );
    fc.assert(
      fc.property(arbitrary, fc.integer({ min: 1, max: 50 }), (drawn, most) => {
        const toShip = drawn.map(({ koperasi, packs }, place) => part(`l${place}`, `k${koperasi}`, packs));
        const plan = planPickups(toShip, most, []);
        expect(planPickups([...toShip].reverse(), most, [])).toEqual(plan);
        const carried = new Map<string, number>();
        for (const { lines } of plan) {
          expect(new Set(lines.map((one) => one.lineId)).size).toBe(lines.length);
          expect(lines.reduce((sum, one) => sum + one.packs, 0)).toBeLessThanOrEqual(most);
          for (const { lineId, packs } of lines) carried.set(lineId, (carried.get(lineId) ?? 0) + packs);
        }
        for (const { lineId, packs } of toShip) expect(carried.get(lineId)).toBe(packs);
        for (const koperasiId of new Set(toShip.map((one) => one.koperasiId))) {
          const packs = toShip
            .filter((one) => one.koperasiId === koperasiId)
            .reduce((sum, one) => sum + one.packs, 0);
          const own = plan.filter((visit) => visit.koperasiId === koperasiId);
          expect(own).toHaveLength(Math.ceil(packs / most));
          expect(own.map((visit) => visit.sequence)).toEqual(own.map((_, place) => place + 1));
        }
      }),
      { numRuns: 500 },
    );
  });
});
