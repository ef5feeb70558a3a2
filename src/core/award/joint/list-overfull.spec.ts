import fc from 'fast-check';
import { groupBuyers, packsTaken } from './group-buyers.js';
import { listOverfull } from './list-overfull.js';

/** Whether packs can be handed out, by a maximum flow found one pack at a time. */
const canHandOut = (
  buyers: readonly number[],
  parts: readonly { packs: number; maxPerBuyerPacks: number }[],
): boolean => {
  const given = parts.map(() => buyers.map(() => 0));
  const room = [...buyers];
  const reach = (part: number, seen: Set<number>): boolean => {
    for (const [buyer, left] of room.entries()) {
      const own = given[part];
      if (!own || seen.has(buyer) || (own[buyer] ?? 0) >= (parts[part]?.maxPerBuyerPacks ?? 0)) continue;
      seen.add(buyer);
      if (left > 0) {
        room[buyer] = left - 1;
        own[buyer] = (own[buyer] ?? 0) + 1;
        return true;
      }
      for (const [other, theirs] of given.entries()) {
        if (other === part || (theirs[buyer] ?? 0) === 0) continue;
        if (!reach(other, seen)) continue;
        theirs[buyer] = (theirs[buyer] ?? 0) - 1;
        own[buyer] = (own[buyer] ?? 0) + 1;
        return true;
      }
    }
    return false;
  };
  return parts.every(({ packs }, part) => Array.from({ length: packs }).every(() => reach(part, new Set())));
};

const packs = fc.integer({ min: 0, max: 9 });
const parts = fc.array(fc.record({ packs, maxPerBuyerPacks: fc.integer({ min: 0, max: 3 }) }), {
  maxLength: 4,
});

describe('overfull sets of bids', () => {
  it('are found by their sizes: ten buyers of 1 and one of 10', () => {
    const groups = groupBuyers([10, ...Array.from({ length: 10 }, () => 1)]);
    const [a, b] = [
      { packs: 8, maxPerBuyerPacks: 2 },
      { packs: 8, maxPerBuyerPacks: 2 },
    ];
    expect(listOverfull(groups, [a, b])).toEqual([{ parts: [a, b], mostPacks: 14 }]);
    expect(listOverfull(groups, [a, { ...b, packs: 6 }])).toEqual([]);
  });

  it('are none exactly when the packs can be handed out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }), parts, (buyers, own) => {
        expect(listOverfull(groupBuyers(buyers), own).length === 0).toBe(canHandOut(buyers, own));
      }),
      { numRuns: 2_000 },
    );
  });

  it('bring more than their limit, and that limit can be handed out', () => {
    fc.assert(
      fc.property(fc.array(fc.integer({ min: 0, max: 6 }), { maxLength: 5 }), parts, (buyers, own) => {
        const groups = groupBuyers(buyers);
        for (const { parts: over, mostPacks } of listOverfull(groups, own)) {
          expect(over.reduce((sum, part) => sum + part.packs, 0)).toBeGreaterThan(mostPacks);
          const together = over.reduce((sum, part) => sum + part.maxPerBuyerPacks, 0);
          expect(mostPacks).toBe(packsTaken(groups, together));
        }
      }),
    );
  });
});
