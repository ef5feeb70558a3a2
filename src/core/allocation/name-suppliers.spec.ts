import fc from 'fast-check';
import { nameSuppliers, type Demand, type NamedPacks, type Supply } from './name-suppliers.js';

const supplies = (...packs: number[]): Supply[] =>
  packs.map((each, place) => ({
    supplierId: `s${place}`,
    zoneId: 'all',
    packs: each,
    maxPerBuyerPacks: null,
  }));
const demands = (...packs: number[]): Demand[] =>
  packs.map((each, place) => ({ lineId: `l${place}`, buyerId: `l${place}`, zoneId: 'all', packs: each }));

const shown = (named: readonly NamedPacks[]): string =>
  named.map(({ lineId, supplierId, packs }) => `${supplierId}>${lineId}:${packs}`).join(' ');

describe('name suppliers', () => {
  it('serves a line from one supplier where one can hold it', () => {
    expect(shown(nameSuppliers(supplies(5, 5), demands(3, 3, 2, 2)))).toBe('s0>l0:3 s1>l1:3 s0>l2:2 s1>l3:2');
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

  it('names the suppliers of each zone by themselves', () => {
    const named = nameSuppliers(
      [
        { supplierId: 'x', zoneId: 'north', packs: 4, maxPerBuyerPacks: null },
        { supplierId: 'x', zoneId: 'south', packs: 1, maxPerBuyerPacks: null },
        { supplierId: 'y', zoneId: 'south', packs: 3, maxPerBuyerPacks: null },
      ],
      [
        { lineId: 'a', buyerId: 'p', zoneId: 'south', packs: 4 },
        { lineId: 'b', buyerId: 'q', zoneId: 'north', packs: 4 },
      ],
    );
    expect(shown(named)).toBe('x>b:4 x>a:1 y>a:3');
    expect(() => nameSuppliers(supplies(2), [{ ...demands(2)[0]!, zoneId: 'south' }])).toThrow(RangeError);
  });

  it('counts suppliers by koperasi, and what each may get at most over all its lines', () => {
    const lines = [3, 3, 2].map((packs, place) => ({
      lineId: `l${place}`,
      buyerId: place < 2 ? 'p' : 'q',
      zoneId: 'all',
      packs,
    }));
    const capped = (mostOfX: number | null): Supply[] => [
      { supplierId: 'x', zoneId: 'all', packs: 5, maxPerBuyerPacks: mostOfX },
      { supplierId: 'y', zoneId: 'all', packs: 3, maxPerBuyerPacks: null },
    ];
    expect(shown(nameSuppliers(capped(null), lines))).toBe('x>l0:3 y>l1:3 x>l2:2');
    expect(shown(nameSuppliers(capped(3), lines))).toBe('x>l0:3 y>l1:3 x>l2:2');
    expect(() => nameSuppliers(capped(2), lines)).toThrow('no allocation');
  });

  it('refuses a supplier twice in a zone and a koperasi in two', () => {
    const [x, l] = [supplies(1), demands(1, 1)];
    expect(() => nameSuppliers([...x, ...x], l)).toThrow('twice in a zone');
    const apart = l.map((demand, place) => ({ ...demand, buyerId: 'p', zoneId: `z${place}` }));
    expect(() => nameSuppliers(supplies(2), apart)).toThrow('in two zones');
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
