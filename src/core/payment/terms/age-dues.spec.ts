import fc from 'fast-check';
import { ageBuckets, ageDues, bucketOf } from './age-dues.js';
import { countDays } from './count-days.js';

describe('ageing', () => {
  it('counts civil days, over months and leap years', () => {
    expect(countDays('2026-11-30', '2026-12-01')).toBe(1);
    expect(countDays('2028-02-28', '2028-03-01')).toBe(2);
    expect(countDays('2026-12-01', '2026-11-30')).toBe(-1);
  });

  it('puts a due into its bucket at each edge', () => {
    expect([-5, 0, 1, 30, 31, 60, 61, 90, 91].map(bucketOf)).toEqual([
      'current',
      'current',
      'late1To30',
      'late1To30',
      'late31To60',
      'late31To60',
      'late61To90',
      'late61To90',
      'lateOver90',
    ]);
  });

  it('loses no rupiah, by party, by bucket and in all', () => {
    const due = fc.record({
      partyId: fc.constantFrom('a', 'b', 'c'),
      partyName: fc.constant('Uji'),
      openRp: fc.integer({ min: 1, max: 1e9 }),
      dueOn: fc.constantFrom('2026-01-01', '2026-08-15', '2026-10-31', '2026-11-20', '2027-01-01'),
    });
    fc.assert(
      fc.property(fc.array(due), (dues) => {
        const { parties, total } = ageDues(dues, '2026-11-22');
        const sum = dues.reduce((all, { openRp }) => all + openRp, 0);
        expect(total.totalRp).toBe(sum);
        expect(parties.reduce((all, { totalRp }) => all + totalRp, 0)).toBe(sum);
        for (const party of [...parties, total])
          expect(ageBuckets.reduce((all, bucket) => all + party[bucket], 0)).toBe(party.totalRp);
      }),
    );
  });
});
