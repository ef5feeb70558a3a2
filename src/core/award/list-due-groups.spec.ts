import fc from 'fast-check';
import { listDueGroups } from './list-due-groups.js';

const lots = (states: Record<string, string>) =>
  Object.entries(states).map(([lotId, state]) => ({ lotId, state }));
const link = { supplierId: 's', lotIds: ['a', 'b'] };

describe('the groups to award when a lot is opened', () => {
  it('are the lot by itself where nobody ties it', () => {
    expect(listDueGroups('a', lots({ a: 'opened', b: 'bidding' }), [])).toEqual([['a']]);
  });

  it('wait for the last lot of the pool where a supplier ties one', () => {
    expect(listDueGroups('a', lots({ a: 'opened', b: 'opened', c: 'bidding' }), [link])).toEqual([]);
    expect(listDueGroups('c', lots({ a: 'opened', b: 'opened', c: 'opened' }), [link])).toEqual([
      ['a', 'b'],
      ['c'],
    ]);
    expect(listDueGroups('c', lots({ a: 'opened', b: 'opened', c: 'failed' }), [link])).toEqual([['a', 'b']]);
    expect(listDueGroups('a', lots({ a: 'opened', b: 'opened', c: 'opened' }), [link])).toEqual([['a', 'b']]);
  });

  it('also when the supplier bids on one lot only, for it might bid on those still sealed', () => {
    const one = { supplierId: 's', lotIds: ['a'] };
    expect(listDueGroups('a', lots({ a: 'opened', b: 'bidding' }), [one])).toEqual([]);
    expect(listDueGroups('b', lots({ a: 'opened', b: 'opened' }), [one])).toEqual([['a'], ['b']]);
  });

  it('hold every opened lot exactly once when the last one is opened, however they are tied', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    const links = fc.array(fc.subarray(ids, { minLength: 1 }).map((lotIds) => ({ supplierId: 's', lotIds })));
    fc.assert(
      fc.property(links, (ties) => {
        const all = ids.map((lotId) => ({ lotId, state: 'opened' }));
        const due = ids.flatMap((lotId) => listDueGroups(lotId, all, ties));
        expect([...new Set(due.flat())].sort()).toEqual(ids);
        for (const { lotIds } of ties)
          expect(due.some((group) => lotIds.every((lotId) => group.includes(lotId)))).toBe(true);
        const once = listDueGroups('a', all, ties).flat();
        expect(new Set(once).size).toBe(once.length);
      }),
    );
  });
});
