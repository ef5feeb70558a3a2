import fc from 'fast-check';
import {
  accountPurposes,
  credit,
  debit,
  postJournal,
  reversePostings,
  saysTheSame,
  type Posting,
} from './post-journal.js';

const supplier = 'supplier';
const koperasi = 'koperasi';

describe('postJournal', () => {
  it('puts the postings in a fixed order', () => {
    const posted = postJournal([
      debit(supplier, 'receivable', 100),
      credit(supplier, 'unearned', 100),
      credit(koperasi, 'payable', 100),
      debit(koperasi, 'prepaid', 100),
    ]);
    expect(posted).toEqual([
      { partyId: koperasi, purpose: 'payable', amountRp: -100 },
      { partyId: koperasi, purpose: 'prepaid', amountRp: 100 },
      { partyId: supplier, purpose: 'receivable', amountRp: 100 },
      { partyId: supplier, purpose: 'unearned', amountRp: -100 },
    ]);
  });

  const refused: [string, Posting[], string][] = [
    ['nothing', [], 'JOURNAL_EMPTY'],
    ['one posting', [debit(supplier, 'sales', 1)], 'JOURNAL_EMPTY'],
    ['a zero', [debit(supplier, 'sales', 0), credit(supplier, 'unearned', 0)], 'POSTING_ZERO'],
    [
      'one rupiah too many',
      [debit(supplier, 'unearned', 101), credit(supplier, 'sales', 100)],
      'JOURNAL_UNBALANCED',
    ],
    [
      'what balances only across parties',
      [debit(supplier, 'receivable', 100), credit(koperasi, 'payable', 100)],
      'PARTY_BOOKS_UNBALANCED',
    ],
  ];
  it.each(refused)('refuses %s', (_, postings, code) => {
    expect(() => postJournal(postings)).toThrow(expect.objectContaining({ code }));
  });

  it('refuses a fraction of a rupiah', () => {
    expect(() => postJournal([debit(supplier, 'sales', 0.5), credit(supplier, 'unearned', 0.5)])).toThrow(
      RangeError,
    );
  });

  const purpose = fc.constantFrom(...accountPurposes);
  const pair = fc.record({
    partyId: fc.constantFrom('a', 'b', 'c'),
    from: purpose,
    to: purpose,
    amountRp: fc.integer({ min: 1, max: 1_000_000_000_000 }),
  });

  it('posts every set of balanced pairs, summing to zero for all and for each party, whatever their order', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => {
        const postings = pairs.flatMap((one) => [
          debit(one.partyId, one.to, one.amountRp),
          credit(one.partyId, one.from, one.amountRp),
        ]);
        const posted = postJournal(postings);
        for (const partyId of ['a', 'b', 'c']) {
          const own = posted.filter((posting) => posting.partyId === partyId);
          expect(own.reduce((sum, posting) => sum + posting.amountRp, 0)).toBe(0);
        }
        expect(saysTheSame(posted, postJournal([...postings].reverse()))).toBe(true);
      }),
    );
  });

  it('takes back by a mirror that leaves nothing on any account, and whose mirror is the journal', () => {
    fc.assert(
      fc.property(fc.array(pair, { minLength: 1, maxLength: 6 }), (pairs) => {
        const posted = postJournal(
          pairs.flatMap((one) => [
            debit(one.partyId, one.to, one.amountRp),
            credit(one.partyId, one.from, one.amountRp),
          ]),
        );
        const mirror = reversePostings(posted);
        const left = new Map<string, number>();
        for (const { partyId, purpose, amountRp } of [...posted, ...mirror])
          left.set(`${partyId} ${purpose}`, (left.get(`${partyId} ${purpose}`) ?? 0) + amountRp);
        expect(new Set(left.values())).toEqual(new Set([0]));
        expect(mirror).toHaveLength(posted.length);
        expect(saysTheSame(reversePostings(mirror), posted)).toBe(true);
      }),
    );
  });

  it('posts nothing when one amount is changed', () => {
    fc.assert(
      fc.property(
        fc.array(pair, { minLength: 1, maxLength: 6 }),
        fc.integer({ min: 1, max: 1000 }),
        (pairs, error) => {
          const postings = pairs.flatMap((one, place) => [
            debit(one.partyId, one.to, one.amountRp + (place === 0 ? error : 0)),
            credit(one.partyId, one.from, one.amountRp),
          ]);
          expect(() => postJournal(postings)).toThrow(
            expect.objectContaining({ code: 'JOURNAL_UNBALANCED' }),
          );
        },
      ),
    );
  });
});

describe('saysTheSame', () => {
  const journal = postJournal([debit(supplier, 'unearned', 5), credit(supplier, 'sales', 5)]);

  it.each([
    ['another amount', postJournal([debit(supplier, 'unearned', 6), credit(supplier, 'sales', 6)])],
    ['another party', postJournal([debit(koperasi, 'unearned', 5), credit(koperasi, 'sales', 5)])],
    ['a further pair', postJournal([...journal, ...journal])],
  ])('tells apart %s', (_, other) => {
    expect(saysTheSame(journal, other)).toBe(false);
    expect(saysTheSame(other, journal)).toBe(false);
  });
});
