import fc from 'fast-check';
import {
  heldKinds,
  judgeBill,
  matchBill,
  neverOrdered,
  totalOf,
  type BilledLine,
  type MatchedLine,
  type OrderedLine,
} from './match-bill.js';

const order = (change: Partial<OrderedLine> = {}): OrderedLine => ({
  packs: 20,
  amountRp: 10_500_000,
  taxRp: 0,
  isReceived: true,
  acceptedPacks: 18,
  acceptedRp: 9_450_000,
  ...change,
});
const bill = (packs: number, amountRp: number, taxRp = 0): BilledLine => ({ packs, amountRp, taxRp });
const short = ({ matchedRp, heldRp, differences }: MatchedLine): unknown[] => [
  matchedRp,
  heldRp,
  ...differences.map(({ kind, packs, amountRp }) => `${kind} ${packs} ${amountRp}`),
];
const matched = (ordered: OrderedLine, ...billed: BilledLine[]): unknown[][] =>
  matchBill(ordered, billed).map(short);

describe('a bill beside order and receipts', () => {
  it('is paid where all three agree', () => {
    expect(matched(order(), bill(18, 9_450_000))).toEqual([[9_450_000, 0]]);
  });

  it('is paid for what was accepted at the ordered price, no more, and says why not', () => {
    expect(matched(order(), bill(20, 10_500_000))).toEqual([
      [9_450_000, 1_050_000, 'not-accepted 2 1050000'],
    ]);
    expect(matched(order(), bill(18, 9_540_000))).toEqual([[9_450_000, 90_000, 'above-price 18 90000']]);
    expect(matched(order(), bill(25, 13_125_000))).toEqual([
      [9_450_000, 3_675_000, 'not-accepted 2 1050000', 'above-order 5 2625000'],
    ]);
    expect(short(neverOrdered(bill(3, 90_000)))).toEqual([0, 90_000, 'never-ordered 3 90000']);
  });

  it('waits for what is not received yet', () => {
    const before = order({ isReceived: false, acceptedPacks: 0, acceptedRp: 0 });
    expect(matched(before, bill(20, 10_500_000))).toEqual([[0, 10_500_000, 'not-received-yet 20 10500000']]);
  });

  it('pays the lower price that is billed, and shows that it is lower', () => {
    expect(matched(order(), bill(18, 9_000_000))).toEqual([[9_000_000, 0, 'below-price 18 450000']]);
  });

  it('pays no pack twice: the earlier bill has it', () => {
    expect(matched(order(), bill(18, 9_450_000), bill(18, 9_450_000))).toEqual([
      [9_450_000, 0],
      [0, 9_450_000, 'not-accepted 2 1050000', 'above-order 16 8400000'],
    ]);
    expect(matched(order(), bill(10, 5_250_000), bill(8, 4_200_000))).toEqual([
      [5_250_000, 0],
      [4_200_000, 0],
    ]);
  });

  it('holds tax that is not in the price, forgives a rupiah of rounding, and shows tax below', () => {
    const oil = order({
      packs: 10,
      amountRp: 1_110_000,
      taxRp: 110_000,
      acceptedPacks: 10,
      acceptedRp: 1_110_000,
    });
    expect(matched(oil, bill(10, 1_110_000, 110_001))).toEqual([[1_110_000, 0]]);
    expect(matched(oil, bill(10, 1_110_000, 120_000))).toEqual([[1_100_000, 10_000, 'above-tax 10 10000']]);
    expect(matched(oil, bill(10, 1_110_000))).toEqual([[1_110_000, 0, 'below-tax 10 110000']]);
  });

  it('is held while something is awaited, agrees or differs after, and stays what its seller made of it', () => {
    const [waits] = matchBill(order({ isReceived: false, acceptedPacks: 0, acceptedRp: 0 }), [bill(1, 9)]);
    const [agrees] = matchBill(order(), [bill(18, 9_450_000)]);
    const lines = [waits!, agrees!, neverOrdered(bill(1, 1))];
    expect(judgeBill('held', lines)).toBe('held');
    expect(judgeBill('held', lines.slice(1))).toBe('differs');
    expect(judgeBill('differs', lines.slice(1, 2))).toBe('agreed');
    expect(judgeBill('credited', lines)).toBe('credited');
    expect(totalOf(lines)).toEqual({ matchedRp: 9_450_000, heldRp: 10 });
  });
});

describe('whatever is billed', () => {
  const ordered = fc
    .record({
      packs: fc.integer({ min: 1, max: 400 }),
      priceRp: fc.integer({ min: 1, max: 2_000_000 }),
      acceptedShare: fc.double({ min: 0, max: 1, noNaN: true }),
      taxShare: fc.constantFrom(0, 0, 9),
      isReceived: fc.boolean(),
    })
    .map(({ packs, priceRp, acceptedShare, taxShare, isReceived }): OrderedLine => {
      const acceptedPacks = isReceived ? Math.round(packs * acceptedShare) : 0;
      const amountRp = packs * priceRp + (packs % 7);
      return {
        packs,
        amountRp,
        taxRp: taxShare === 0 ? 0 : Math.floor(amountRp / taxShare),
        isReceived,
        acceptedPacks,
        acceptedRp: Math.floor((amountRp * acceptedPacks) / packs),
      };
    });
  const billed = fc.record({
    packs: fc.integer({ min: 1, max: 500 }),
    amountRp: fc.integer({ min: 1, max: 900_000_000 }),
    taxRp: fc.integer({ min: 0, max: 1_000_000 }),
  });
  const heldOf = ({ differences }: MatchedLine): number =>
    differences
      .filter(({ kind }) => (heldKinds as readonly string[]).includes(kind))
      .reduce((sum, { amountRp }) => sum + amountRp, 0);

  it('pays at most the lesser quantity at the lesser price, and holds the rest, to the rupiah', () => {
    fc.assert(
      fc.property(ordered, billed, (line, one) => {
        const [match] = matchBill(line, [one]);
        if (match === undefined) return false;
        const packs = Math.min(one.packs, line.acceptedPacks);
        const billedRp = (BigInt(one.amountRp) * BigInt(packs)) / BigInt(one.packs);
        const orderedRp = (BigInt(line.amountRp) * BigInt(packs)) / BigInt(line.packs);
        return (
          match.matchedPacks === packs &&
          BigInt(match.matchedRp) <= (billedRp < orderedRp ? billedRp : orderedRp) &&
          match.matchedRp >= 0 &&
          match.matchedRp + match.heldRp === one.amountRp &&
          heldOf(match) === match.heldRp
        );
      }),
    );
  });

  it('pays all bills together no pack and no rupiah above what was accepted', () => {
    fc.assert(
      fc.property(ordered, fc.array(billed, { maxLength: 5 }), (line, bills) => {
        const matches = matchBill(line, bills);
        const packs = matches.reduce((sum, { matchedPacks }) => sum + matchedPacks, 0);
        const asked = bills.reduce((sum, one) => sum + one.packs, 0);
        const heldRp = matches.every((match) => heldOf(match) === match.heldRp);
        return (
          packs === Math.min(asked, line.acceptedPacks) &&
          totalOf(matches).matchedRp <= line.acceptedRp &&
          heldRp
        );
      }),
    );
  });

  it('pays all of it, to the rupiah, in however many bills at the ordered price the accepted packs come', () => {
    fc.assert(
      fc.property(
        ordered,
        fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1, maxLength: 5 }),
        (line, cuts) => {
          fc.pre(line.acceptedPacks > 0);
          let from = 0;
          const upTo = (packs: number): number => Math.floor((line.acceptedRp * packs) / line.acceptedPacks);
          const bills = cuts.flatMap((cut) => {
            const to = Math.min(line.acceptedPacks, from + cut);
            const one = { packs: to - from, amountRp: upTo(to) - upTo(from), taxRp: 0 };
            from = to;
            return one.packs > 0 && one.amountRp > 0 ? [one] : [];
          });
          const noTax = { ...line, taxRp: 0 };
          const askedRp = bills.reduce((sum, { amountRp }) => sum + amountRp, 0);
          return totalOf(matchBill(noTax, bills)).matchedRp === askedRp;
        },
      ),
    );
  });

  it('gives an earlier bill nothing less when another comes, and says the same again', () => {
    fc.assert(
      fc.property(ordered, fc.array(billed, { minLength: 1, maxLength: 4 }), billed, (line, bills, late) => {
        expect(matchBill(line, [...bills, late]).slice(0, -1)).toEqual(matchBill(line, bills));
      }),
    );
  });
});
