import fc from 'fast-check';
import { availableRp, holdFunds, postHold, voidHold, type Hold } from './hold-funds.js';
import { credit, debit, postJournal } from './post-journal.js';

const held = (state: Hold['state'], amountRp = 70): Hold => ({
  partyId: 'organiser',
  purpose: 'bank',
  amountRp,
  state,
});
const payment = (amountRp: number): ReturnType<typeof postJournal> =>
  postJournal([debit('organiser', 'payable', amountRp), credit('organiser', 'bank', amountRp)]);

describe('a hold', () => {
  it.each([
    [100, 0, 100],
    [100, 70, 30],
    [-100, 40, 60],
    [0, 0, 0],
  ])('of a balance of %d with %d held leaves %d available', (balanceRp, pendingRp, available) => {
    expect(availableRp(balanceRp, pendingRp)).toBe(available);
    if (available > 0) expect(() => holdFunds(available, { balanceRp, pendingRp })).not.toThrow();
    expect(() => holdFunds(available + 1, { balanceRp, pendingRp })).toThrow(
      expect.objectContaining({ code: 'HOLD_ABOVE_AVAILABLE' }),
    );
  });

  it.each([
    ['more than was held', payment(71)],
    [
      'nothing of its account',
      postJournal([debit('organiser', 'payable', 5), credit('organiser', 'gateway', 5)]),
    ],
    [
      'the account of another',
      postJournal([debit('supplier', 'bank', 5), credit('supplier', 'receivable', 5)]),
    ],
  ])('is not posted by a journal that moves %s', (_, postings) => {
    expect(() => postHold(held('pending'), postings)).toThrow(
      expect.objectContaining({ code: 'HOLD_DOES_NOT_COVER' }),
    );
  });

  it('ends once, whatever is tried in whatever order, and the money it held is free or moved, never both', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 1_000_000 }),
        fc.array(fc.record({ posts: fc.boolean(), movedRp: fc.integer({ min: 1, max: 1_500_000 }) }), {
          maxLength: 8,
        }),
        (amountRp, steps) => {
          let state: Hold['state'] = 'pending';
          const ends: string[] = [];
          for (const { posts, movedRp } of steps) {
            const before = state;
            try {
              state = posts ? postHold(held(state, amountRp), payment(movedRp)) : voidHold({ state });
              if (before === 'pending') ends.push(state);
              else expect([before, state, posts]).toEqual(['voided', 'voided', false]);
              if (state === 'posted') expect(movedRp).toBeLessThanOrEqual(amountRp);
            } catch (error) {
              expect(state).toBe(before);
              expect(error).toMatchObject({
                code: expect.stringMatching(
                  /^HOLD_(ALREADY_POSTED|ALREADY_VOIDED|DOES_NOT_COVER)$/,
                ) as string,
              });
            }
          }
          expect(ends.length).toBeLessThanOrEqual(1);
        },
      ),
    );
  });
});
