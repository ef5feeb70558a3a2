import fc from 'fast-check';
import { planDrops, type DropsSoFar, type PacksToShip } from './plan-drops.js';

const ship = (lineId: string, koperasiId: string, supplierId: string, packs: number): PacksToShip => ({
  lineId,
  koperasiId,
  supplierId,
  packs,
});

describe('planDrops', () => {
  it('makes one drop per koperasi and supplier', () => {
    const drops = planDrops(
      [ship('1', 'A', 's', 30), ship('2', 'A', 't', 10), ship('3', 'B', 's', 20), ship('4', 'A', 's', 5)],
      [],
    );
    expect(drops).toEqual([
      {
        koperasiId: 'A',
        supplierId: 's',
        dropId: null,
        sequence: 1,
        lines: [
          { lineId: '1', packs: 30 },
          { lineId: '4', packs: 5 },
        ],
      },
      { koperasiId: 'A', supplierId: 't', dropId: null, sequence: 1, lines: [{ lineId: '2', packs: 10 }] },
      { koperasiId: 'B', supplierId: 's', dropId: null, sequence: 1, lines: [{ lineId: '3', packs: 20 }] },
    ]);
  });

  it('loads onto a drop that has not left yet', () => {
    const soFar = [{ koperasiId: 'A', supplierId: 's', plannedDropId: 'd2', lastSequence: 2 }];
    expect(planDrops([ship('1', 'A', 's', 30)], soFar)).toEqual([
      expect.objectContaining({ dropId: 'd2', sequence: 2 }),
    ]);
  });

  it('begins a new drop after the last one that left', () => {
    const soFar = [{ koperasiId: 'A', supplierId: 's', plannedDropId: null, lastSequence: 2 }];
    expect(planDrops([ship('1', 'A', 's', 30)], soFar)).toEqual([
      expect.objectContaining({ dropId: null, sequence: 3 }),
    ]);
  });

  it('plans nothing for nothing', () => {
    expect(
      planDrops([], [{ koperasiId: 'A', supplierId: 's', plannedDropId: 'd', lastSequence: 1 }]),
    ).toEqual([]);
  });

  it('puts every pack on exactly one drop of its own koperasi and supplier, in the order of locks', () => {
    const who = fc.constantFrom('A', 'B', 'C');
    const pair = fc.record({ koperasiId: who, supplierId: fc.constantFrom('s', 't') });
    const toShip = fc
      .array(fc.tuple(pair, fc.integer({ min: 1, max: 99 })), { maxLength: 12 })
      .map((some) => some.map(([at, packs], place) => ({ ...at, packs, lineId: String(place) })));
    const soFar: fc.Arbitrary<DropsSoFar[]> = fc.uniqueArray(
      fc.record({
        koperasiId: who,
        supplierId: fc.constantFrom('s', 't'),
        plannedDropId: fc.option(fc.constant('planned')),
        lastSequence: fc.integer({ min: 1, max: 5 }),
      }),
      { selector: (drops) => drops.koperasiId + drops.supplierId },
    );
    fc.assert(
      fc.property(toShip, soFar, (packs, drops) => {
        const plan = planDrops(packs, drops);
        const shipped = plan.flatMap(({ koperasiId, supplierId, lines }) =>
          lines.map((line) => ({ ...line, koperasiId, supplierId })),
        );
        const byLine = (a: { lineId: string }, b: { lineId: string }): number =>
          Number(a.lineId) - Number(b.lineId);
        expect(shipped.sort(byLine)).toEqual([...packs].sort(byLine));
        const keys = plan.map((drop) => drop.koperasiId + drop.supplierId);
        expect(keys).toEqual([...new Set(keys)].sort());
      }),
    );
  });
});
