import { proposeAward } from './propose-award.js';

const person = (...roles: string[]) => ({ personId: 'ani', roles });

describe('proposing an award', () => {
  it.each(['officer', 'treasurer', 'chair'])('is for the %s of the organiser', (role) => {
    expect(() => proposeAward({ state: 'computed' }, person('viewer', role))).not.toThrow();
  });

  it('is not for others', () => {
    for (const roles of [[], ['viewer'], ['warehouse']])
      expect(() => proposeAward({ state: 'computed' }, person(...roles))).toThrow(
        'ONLY_THE_ORGANISER_PROPOSES',
      );
  });

  it('happens once', () => {
    expect(() => proposeAward({ state: 'proposed' }, person('chair'))).toThrow('AWARD_ALREADY_PROPOSED');
    expect(() => proposeAward({ state: 'approved' }, person('chair'))).toThrow('AWARD_ALREADY_APPROVED');
  });
});
