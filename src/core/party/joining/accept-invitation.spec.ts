import {
  acceptInvitation,
  codeOf,
  firstState,
  letsIn,
  reissueInvitation,
  revokeInvitation,
  type OpenInvitation,
} from './accept-invitation.js';
import { changeRoles } from './change-roles.js';

const now = new Date('2026-11-22T10:00:00Z');
const open: OpenInvitation = {
  acceptedAt: null,
  revokedAt: null,
  expiresAt: new Date('2026-11-22T10:00:01Z'),
  isInviterActive: true,
  inviterKind: 'koperasi',
  inviterRoles: ['chair'],
  isNewParty: false,
  hasItsChair: false,
};

describe('an invitation', () => {
  it.each<[string, Partial<OpenInvitation> | undefined]>([
    ['INVITATION_NOT_FOUND', undefined],
    ['INVITATION_ALREADY_ACCEPTED', { acceptedAt: now }],
    ['INVITATION_REVOKED', { revokedAt: now }],
    ['INVITATION_EXPIRED', { expiresAt: now }],
    ['INVITER_SUSPENDED', { isInviterActive: false }],
    ['INVITER_HAS_NO_SAY', { inviterRoles: [] }],
    ['INVITER_HAS_NO_SAY', { inviterRoles: ['officer'] }],
    ['INVITER_HAS_NO_SAY', { inviterKind: 'organiser', inviterRoles: ['viewer'], isNewParty: true }],
    ['INVITER_HAS_NO_SAY', { inviterKind: 'koperasi', isNewParty: true }],
    ['PARTY_HAS_ITS_CHAIR', { hasItsChair: true }],
  ])('lets nobody in: %s', (code, change) => {
    if (change) expect(letsIn({ ...open, ...change }, now)).toBe(false);
    expect(() => {
      acceptInvitation(change && { ...open, ...change }, now);
    }).toThrow(code);
  });

  it('lets one in until it expires', () => {
    expect(letsIn(open, now)).toBe(true);
    expect(() => {
      acceptInvitation(open, now);
    }).not.toThrow();
    expect(() => {
      acceptInvitation(
        { ...open, inviterKind: 'organiser', inviterRoles: ['officer'], isNewParty: true },
        now,
      );
    }).not.toThrow();
  });

  it('is revoked once, and not after somebody came in', () => {
    expect(revokeInvitation(open)).toBe(true);
    expect(revokeInvitation({ ...open, revokedAt: now })).toBe(false);
    expect(() => revokeInvitation({ ...open, acceptedAt: now })).toThrow('INVITATION_ALREADY_ACCEPTED');
    expect(() => revokeInvitation(undefined)).toThrow('INVITATION_NOT_FOUND');
  });

  it('is sent again while nobody came in by it, and not once it was taken back', () => {
    expect(() => {
      reissueInvitation(open);
    }).not.toThrow();
    for (const [code, change] of [
      ['INVITATION_ALREADY_ACCEPTED', { acceptedAt: now }],
      ['INVITATION_REVOKED', { revokedAt: now }],
    ] as const)
      expect(() => {
        reissueInvitation({ ...open, ...change });
      }).toThrow(code);
    expect(() => {
      reissueInvitation(undefined);
    }).toThrow('INVITATION_NOT_FOUND');
  });

  it('makes suppliers candidates, and each party a code of its own', () => {
    expect(['supplier', 'koperasi', 'kitchen'].map(firstState)).toEqual(['candidate', 'active', 'active']);
    expect(codeOf('koperasi', '32.71.01.1001', '01900000-0000-7000-8000-0000009f3a20')).toBe(
      'KOP-32.71.01.1001-9F3A20',
    );
    expect(codeOf('observer', null, '01900000-0000-7000-8000-0000009f3a20')).toBe('OBS-9F3A20');
  });
});

describe("somebody's roles", () => {
  const changing = (
    current: string[],
    next: string[],
    hasOtherLeader = false,
    partyKind = 'koperasi',
    hasOtherChair = hasOtherLeader,
  ) => changeRoles({ current, hasOtherLeader, hasOtherChair, partyKind }, next);

  it('are given and taken', () => {
    expect(changing(['officer'], ['officer', 'warehouse'], true)).toEqual({
      given: ['warehouse'],
      taken: [],
    });
    expect(changing(['officer', 'chair'], [], true)).toEqual({
      given: [],
      taken: ['officer', 'chair'],
    });
    expect(changing(['officer'], ['officer'])).toBeNull();
  });

  it('are never taken from the last chair, nor given to who is no member', () => {
    expect(() => changing(['chair'], ['officer'])).toThrow('LAST_CHAIR_STAYS');
    expect(() => changing(['officer'], ['viewer'], false, 'administrator')).toThrow('LAST_CHAIR_STAYS');
    // The administrator's officers lead it too, and yet the chair it has stays until there is another.
    expect(() => changing(['officer', 'chair'], ['officer'], true, 'administrator', false)).toThrow(
      'LAST_CHAIR_STAYS',
    );
    expect(changing(['officer', 'chair'], ['officer'], false, 'administrator', true)).toEqual({
      given: [],
      taken: ['chair'],
    });
    expect(() => changing([], ['officer'], true)).toThrow('PERSON_NOT_A_MEMBER');
  });
});
