import { byDistrict, groupMembers } from './group-members.js';

const koperasi = [
  { id: 'c', name: 'KKMP Tegallega', district: 'Bogor Tengah' },
  { id: 'a', name: 'KKMP Mulyaharja', district: 'Bogor Selatan' },
  { id: 'b', name: 'KKMP Batutulis', district: 'Bogor Selatan' },
];
const line = (koperasiId: string, itemId: string, quantityPacks: number, state: 'active' | 'withdrawn') => ({
  koperasiId,
  itemId,
  quantityPacks,
  state,
});

describe('who is in a pool', () => {
  const members = groupMembers(
    koperasi,
    [
      line('a', 'rice', 10, 'active'),
      line('a', 'rice', 5, 'active'),
      line('a', 'oil', 2, 'active'),
      line('b', 'rice', 9, 'withdrawn'),
      line('c', 'rice', 4, 'active'),
    ],
    [
      { koperasiId: 'a', missingRp: 0, requiredRp: 100 },
      { koperasiId: 'c', missingRp: 70, requiredRp: 100 },
    ],
  );

  it('adds lines up by item and leaves out what was withdrawn', () => {
    expect(members.inIt.map(({ koperasiId, packs }) => [koperasiId, [...packs]])).toEqual([
      [
        'a',
        [
          ['rice', 15],
          ['oil', 2],
        ],
      ],
      ['c', [['rice', 4]]],
    ]);
    expect(members.notYet.map(({ koperasiId }) => koperasiId)).toEqual(['b']);
  });

  it('knows whose deposit is missing', () => {
    expect(members.withoutDeposit.map(({ koperasiId }) => koperasiId)).toEqual(['c']);
  });

  it('puts them together by kecamatan', () => {
    const all = groupMembers(koperasi, [], []).notYet;
    expect(byDistrict(all).map(([district, own]) => [district, own.map(({ name }) => name)])).toEqual([
      ['Bogor Selatan', ['KKMP Batutulis', 'KKMP Mulyaharja']],
      ['Bogor Tengah', ['KKMP Tegallega']],
    ]);
  });
});
