import { approveAward, type ProposedAward } from './approve-award.js';

const proposed: ProposedAward = { state: 'proposed', proposedBy: 'ani', awardedPacks: 30 };
const budi = { personId: 'budi', roles: ['chair'] };

describe('approving an award', () => {
  it('takes a second person, a chair', () => {
    expect(approveAward(proposed, budi)).toEqual({ to: 'awarded' });
  });

  it('is refused to the proposer, who may be a chair', () => {
    expect(() => approveAward(proposed, { personId: 'ani', roles: ['officer', 'chair'] })).toThrow(
      'NOBODY_APPROVES_THEIR_OWN_PROPOSAL',
    );
  });

  it('is refused to anyone but a chair', () => {
    for (const roles of [[], ['officer', 'treasurer']])
      expect(() => approveAward(proposed, { personId: 'budi', roles })).toThrow('ONLY_THE_CHAIR_APPROVES');
  });

  it('needs a proposal and happens once', () => {
    expect(() => approveAward({ ...proposed, state: 'computed', proposedBy: null }, budi)).toThrow(
      'AWARD_NOT_PROPOSED_YET',
    );
    expect(() => approveAward({ ...proposed, state: 'approved' }, budi)).toThrow('AWARD_ALREADY_APPROVED');
  });

  it('of nothing fails the lot with its reason', () => {
    expect(approveAward({ ...proposed, awardedPacks: 0 }, budi)).toEqual({
      to: 'failed',
      reason: 'NO_ADMISSIBLE_BID',
    });
  });
});
