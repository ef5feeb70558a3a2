import fc from 'fast-check';
import { nameSuppliers, type Demand, type NamedPacks, type Supply } from './name-suppliers.js';

const supplies = (...packs: number[]): Supply[] =>
  packs.map((each, place) => ({ supplierId: `s${place}`, packs: each }));
const demands = (...packs: number[]): Demand[] =>
  packs.map((each, place) => ({ lineId: `l${place}`, packs: each }));

const shown = (named: readonly NamedPacks[]): string =>
  named.map(({ lineId, supplierId, packs }) => `${supplierId}>${lineId}:${packs}`).join(' ');

describe('name suppliers', () => {
  it('serves a line from one supplier where one can hold it', () => {
    expect(shown(nameSuppliers(supplies(5, 5), demands(3, 3, 2, 2)))).toBe('s0>l0:3 s0>l2:2 s1>l1:3 s1>l3:2');
  });

  it('splits only what fits nowhere whole', () => {
    expect(shown(nameSuppliers(supplies(6, 4), demands(5, 5)))).toBe('s0>l0:5 s0>l1:1 s1>l1:4');
  });

  it('lets one large line have many suppliers', () => {
    expect(shown(nameSuppliers(supplies(4, 3, 2), demands(9)))).toBe('s0>l0:4 s1>l0:3 s2>l0:2');
  });

  it('names nobody for lines without packs', () => {
    expect(nameSuppliers(supplies(2), demands(0, 2, 0))).toEqual([
      { lineId: 'l1', supplierId: 's0', packs: 2 },
    ]);
    expect(nameSuppliers([], demands(0))).toEqual([]);
  });

  it('refuses supplies that are not what is demanded', () => {
    expect(() => nameSuppliers(supplies(2), demands(3))).toThrow(RangeError);
  });

  /** Any demands, and the same packs cut among any number of suppliers. */
  const anyFit = fc
    .record({
      asked: fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 30 }),
      cuts: fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { maxLength: 8 }),
    })
    .map(({ asked, cuts }) => {
      const total = asked.reduce((sum, each) => sum + each, 0);
      const bounds = [0, ...cuts.map((cut) => Math.floor(cut * total)).sort((a, b) => a - b), total];
      const packs = bounds.slice(1).map((bound, place) => bound - (bounds[place] ?? 0));
      return { supplies: supplies(...packs.filter((each) => each > 0)), demands: demands(...asked) };
    });

  const packsBy = (named: readonly NamedPacks[], key: 'lineId' | 'supplierId', id: string): number =>
    named.filter((part) => part[key] === id).reduce((sum, part) => sum + part.packs, 0);

  it('meets every line and every supplier exactly, in whole positive packs', () => {
    fc.assert(
      fc.property(anyFit, (fit) => {
        const named = nameSuppliers(fit.supplies, fit.demands);
        for (const { lineId, packs } of fit.demands) expect(packsBy(named, 'lineId', lineId)).toBe(packs);
        for (const { supplierId, packs } of fit.supplies)
          expect(packsBy(named, 'supplierId', supplierId)).toBe(packs);
        expect(named.every((part) => part.packs > 0)).toBe(true);
        expect(new Set(named.map((part) => `${part.lineId} ${part.supplierId}`)).size).toBe(named.length);
      }),
    );
  });

  it('splits fewer lines than there are suppliers', () => {
    fc.assert(
      fc.property(anyFit, (fit) => {
        const named = nameSuppliers(fit.supplies, fit.demands);
        const served = fit.demands.filter((demand) => demand.packs > 0).length;
        expect(named.length).toBeLessThanOrEqual(Math.max(0, served + fit.supplies.length - 1));
        const split = fit.demands.filter(
          ({ lineId }) => named.filter((part) => part.lineId === lineId).length > 1,
        );
        expect(split.length).toBeLessThanOrEqual(Math.max(0, fit.supplies.length - 1));
      }),
    );
  });
});
