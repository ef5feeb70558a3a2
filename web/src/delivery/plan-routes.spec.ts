import * as fc from 'fast-check';
import type { View } from '../api/api.js';
import { loadOf, planRoutes, sendStepOf } from './plan-routes.js';

const rice = { packCode: 'BERAS/XSA50', packs: 10 };
const drop = (more: object): View<'DropView'> =>
  ({
    id: 'a',
    neededBy: '2026-12-01',
    receiverDistrict: 'Bogor Timur',
    receiverVillage: 'Sukasari',
    receiverName: 'KKMP Sukasari',
    goods: [rice],
    ...more,
  }) as never;

describe('routes of the drops to make', () => {
  it('are by day, then by kecamatan, then by village', () => {
    const drops = [
      drop({ id: 'late', neededBy: '2026-12-02' }),
      drop({ id: 'west', receiverDistrict: 'Bogor Barat', receiverVillage: 'Loji' }),
      drop({ id: 'east-b', receiverVillage: 'Tajur' }),
      drop({ id: 'east-a', receiverVillage: 'Baranangsiang' }),
    ];
    const days = planRoutes(drops).map(({ day, routes }) => [
      day,
      routes.map((route) => [route.district, route.drops.map(({ id }) => id)]),
    ]);
    expect(days).toEqual([
      [
        '2026-12-01',
        [
          ['Bogor Barat', ['west']],
          ['Bogor Timur', ['east-a', 'east-b']],
        ],
      ],
      ['2026-12-02', [['Bogor Timur', ['late']]]],
    ]);
  });

  it('add up what is to be loaded', () => {
    const oil = { packCode: 'MINYAK/XCT12', packs: 3 };
    expect(loadOf([drop({}), drop({ goods: [oil, rice] })])).toEqual([{ ...rice, packs: 20 }, oil]);
  });

  it('leave no drop out, wherever it goes', () => {
    const district = fc.constantFrom('Bogor Barat', 'Bogor Timur', null);
    const day = fc.constantFrom('2026-12-01', '2026-12-02');
    fc.assert(
      fc.property(fc.array(fc.record({ receiverDistrict: district, neededBy: day })), (given) => {
        const drops = given.map((more, at) => drop({ ...more, id: String(at) }));
        const planned = planRoutes(drops).flatMap(({ routes }) => routes.flatMap((route) => route.drops));
        expect(planned.map(({ id }) => id).sort()).toEqual(drops.map(({ id }) => id).sort());
      }),
    );
  });
});

it.each([
  [{ state: 'planned', releasedAt: null, awaitedRequests: null }, 'reckoned'],
  [{ state: 'planned', releasedAt: null, awaitedRequests: 1 }, 'unpaid'],
  [{ state: 'planned', releasedAt: '2026-11-22T00:00:00Z', awaitedRequests: 0 }, 'ready'],
  [{ state: 'dispatched', releasedAt: '2026-11-22T00:00:00Z', awaitedRequests: 0 }, 'left'],
  [{ state: 'received', releasedAt: '2026-11-22T00:00:00Z', awaitedRequests: 0 }, 'counted'],
] as const)('a drop of %j is %s for who sends it', (given, step) => {
  expect(sendStepOf(given)).toBe(step);
});
