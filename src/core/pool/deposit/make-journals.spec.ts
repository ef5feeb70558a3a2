import { postJournal } from '../../ledger/post-journal.js';
import {
  appliedPostings,
  carriedPostings,
  forfeitedPostings,
  goesBackPostings,
  owedOnPostings,
} from './make-journals.js';

const applied = { organiserId: 'organiser', koperasiId: 'koperasi', amountRp: 700 };
const say = (postings: Parameters<typeof postJournal>[0]): string[] =>
  postJournal(postings).map(({ partyId, purpose, amountRp }) => `${partyId} ${purpose} ${amountRp}`);

describe('journals of deposits', () => {
  it('balance in every book, whoever sells', () => {
    expect(say(appliedPostings(applied, 'organiser'))).toEqual([
      'koperasi deposit-held -700',
      'koperasi payable 700',
      'organiser deposit-held 700',
      'organiser receivable -700',
    ]);
    expect(say(appliedPostings(applied, 'supplier'))).toContain('organiser deposit-applied -700');
    expect(say(owedOnPostings('organiser', 700))).toEqual([
      'organiser deposit-applied 700',
      'organiser payable -700',
    ]);
    expect(say(forfeitedPostings(applied))).toEqual([
      'koperasi deposit-held -700',
      'koperasi forfeited 700',
      'organiser deposit-held 700',
      'organiser forfeited -700',
    ]);
    expect(say(goesBackPostings(applied))).toEqual([
      'koperasi deposit-held -700',
      'koperasi receivable 700',
      'organiser deposit-held 700',
      'organiser payable -700',
    ]);
  });

  it('of what is carried on take back those of what goes back', () => {
    const both = postJournal([...goesBackPostings(applied), ...carriedPostings(applied)]);
    expect(both.reduce((sum, { amountRp }) => sum + amountRp, 0)).toBe(0);
    expect(say(carriedPostings(applied))).toContain('organiser payable 700');
  });
});
