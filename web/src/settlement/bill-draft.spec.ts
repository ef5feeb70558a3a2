import { draftOf, linesOf } from './bill-draft.js';

const ordered = { id: 'rice', packs: 20, amountRp: 10_500_000, taxRp: 0 };
const matched = {
  orderLineId: 'rice',
  isReceived: false,
  acceptedPacks: 0,
  acceptedRp: 0,
  isBilledBySeller: false,
  billedPacks: 0,
  billedRp: 0,
};

describe('what is left to bill', () => {
  it('is what was ordered while the goods are on the road, and what was accepted once they are counted', () => {
    expect(draftOf([ordered], [matched])).toEqual([
      { orderLineId: 'rice', packs: 20, amountRp: 10_500_000, taxRp: 0 },
    ]);
    const counted = { ...matched, isReceived: true, acceptedPacks: 18, acceptedRp: 9_450_000 };
    expect(draftOf([ordered], [counted])).toEqual([
      { orderLineId: 'rice', packs: 18, amountRp: 9_450_000, taxRp: 0 },
    ]);
  });

  it('is less what is billed, and nothing of a line that is billed in full', () => {
    const some = { ...matched, isBilledBySeller: true, billedPacks: 5, billedRp: 2_625_000 };
    expect(draftOf([ordered], [some])).toMatchObject([{ packs: 15, amountRp: 7_875_000 }]);
    expect(draftOf([ordered], [{ ...some, billedPacks: 20, billedRp: 10_500_000 }])).toEqual([]);
  });

  it('contains the tax of what is left', () => {
    const taxed = { ...ordered, amountRp: 1_110_000, taxRp: 110_000 };
    const half = { ...matched, isReceived: true, acceptedPacks: 10, acceptedRp: 555_000 };
    expect(draftOf([taxed], [half])).toMatchObject([{ taxRp: 55_000 }]);
  });
});

describe('what is sent of a bill', () => {
  const line = { orderLineId: 'rice', packs: 3, amountRp: 9_000, taxRp: null };
  it('leaves out lines without packs, and waits for amounts', () => {
    expect(linesOf([line, { ...line, packs: 0 }])).toEqual([
      { orderLineId: 'rice', packs: 3, amountRp: 9_000, taxRp: 0 },
    ]);
    expect(linesOf([{ ...line, amountRp: null }])).toBeNull();
    expect(linesOf([{ ...line, packs: 0 }])).toBeNull();
  });
});
