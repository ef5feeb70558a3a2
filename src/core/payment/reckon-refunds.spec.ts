import fc from 'fast-check';
import { elsewhereRp, ownWithin } from './reckon-refunds.js';

describe('what went back by others', () => {
  it.each([
    [{ toldRp: 75, namedRp: 0, ownRp: 0, bookedRp: 0 }, 75],
    [{ toldRp: 75, namedRp: 75, ownRp: 0, bookedRp: 75 }, 0],
    [{ toldRp: 75, namedRp: 100, ownRp: 0, bookedRp: 75 }, 25],
    [{ toldRp: 100, namedRp: 0, ownRp: 60, bookedRp: 0 }, 40],
    [{ toldRp: 60, namedRp: 0, ownRp: 60, bookedRp: 0 }, 0],
  ])('is what nothing explains yet: %j -> %d', (gone, expected) => {
    expect(elsewhereRp(gone)).toBe(expected);
  });

  it('is booked once, whether sums or lists come first, and however often', () => {
    const word = fc.record({ toldRp: fc.nat(200), namedRp: fc.nat(200) });
    fc.assert(
      fc.property(
        fc.array(word, { minLength: 1, maxLength: 6 }),
        fc.infiniteStream(fc.nat()),
        (words, draw) => {
          const book = (heard: readonly { toldRp: number; namedRp: number }[]): number => {
            let [toldRp, bookedRp] = [0, 0];
            for (const said of heard) {
              toldRp = Math.max(toldRp, said.toldRp, said.namedRp);
              bookedRp += elsewhereRp({ toldRp, namedRp: said.namedRp, ownRp: 0, bookedRp });
            }
            return bookedRp;
          };
          const shuffled = words
            .map((said) => ({ said, at: draw.next().value }))
            .sort((one, other) => one.at - other.at)
            .map(({ said }) => said);
          const most = Math.max(...words.map(({ toldRp, namedRp }) => Math.max(toldRp, namedRp)));
          expect([book(words), book(shuffled), book([...words, ...shuffled])]).toEqual([most, most, most]);
        },
      ),
    );
  });
});

describe('a sum without a list', () => {
  it('says which of ours are done, in turn, as far as it reaches', () => {
    const [first, second] = [{ amountRp: 60 }, { amountRp: 50 }];
    expect(ownWithin(100, [first, second])).toEqual([first]);
    expect(ownWithin(110, [first, second])).toEqual([first, second]);
    expect(ownWithin(59, [first, second])).toEqual([second]);
    expect(ownWithin(0, [first, second])).toEqual([]);
  });
});
