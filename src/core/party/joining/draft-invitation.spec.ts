import { Refusal } from '../../kernel/refuse.js';
import {
  invitePerson,
  inviteParty,
  type InvitedParty,
  type Inviter,
  type JoinedParty,
} from './draft-invitation.js';

const organiser: Inviter = { kind: 'organiser', isActive: true, regionCode: '32.71', roles: ['officer'] };
const administrator: Inviter = {
  kind: 'administrator',
  isActive: true,
  regionCode: null,
  roles: ['officer'],
};
const koperasi: InvitedParty = {
  kind: 'koperasi',
  regionCode: '32.71.01.1001',
  isRegionKnown: true,
  partner: null,
};
const codeOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};

describe('inviting a party', () => {
  const inviting = (inviter: Partial<Inviter>, party: Partial<InvitedParty>, roles = ['chair', 'officer']) =>
    codeOf(() => {
      inviteParty({ ...organiser, ...inviter }, { ...koperasi, ...party }, roles);
    });

  it('is for organisers in their region, and for the administrator anywhere', () => {
    expect(inviting({}, {})).toBeUndefined();
    expect(inviting({}, { kind: 'supplier', regionCode: '32.71.02' })).toBeUndefined();
    expect(inviting(administrator, { kind: 'organiser', regionCode: '35.71' })).toBeUndefined();
    expect(inviting(administrator, { kind: 'supplier', regionCode: null })).toBeUndefined();
  });

  it.each<[string, Partial<Inviter>, Partial<InvitedParty>, string[]]>([
    ['ONLY_ORGANISERS_INVITE_PARTIES', { kind: 'koperasi', roles: ['chair'] }, {}, ['chair']],
    ['ONLY_ORGANISERS_INVITE_PARTIES', { roles: ['viewer'] }, {}, ['chair']],
    ['INVITER_SUSPENDED', { isActive: false }, {}, ['chair']],
    ['INVITED_KIND_NOT_ALLOWED', {}, { kind: 'observer' }, ['chair']],
    ['INVITED_KIND_NOT_ALLOWED', administrator, { kind: 'administrator' }, ['chair']],
    ['INVITED_REGION_OUT_OF_REACH', {}, { regionCode: '35.71.01.1001' }, ['chair']],
    ['INVITED_REGION_OUT_OF_REACH', {}, { kind: 'supplier', regionCode: null }, ['chair']],
    ['INVITED_REGION_UNKNOWN', {}, { isRegionKnown: false }, ['chair']],
    ['INVITED_REGION_NOT_A_VILLAGE', {}, { regionCode: '32.71' }, ['chair']],
    ['PARTNER_NOT_A_KOPERASI', {}, { partner: { isKoperasi: true } }, ['chair']],
    ['PARTNER_NOT_A_KOPERASI', {}, { kind: 'kitchen', partner: { isKoperasi: false } }, ['chair']],
    ['FIRST_PERSON_IS_CHAIR', {}, {}, ['officer']],
  ])('is refused with %s', (code, inviter, party, roles) => {
    expect(inviting(inviter, party, roles)).toBe(code);
  });
});

describe('inviting a person', () => {
  const own: JoinedParty = {
    ...{ isOwn: true, kind: 'koperasi', regionCode: '32.71.01.1001' },
    ...{ hasChair: true, isDecided: false },
  };
  const inviting = (inviter: Partial<Inviter>, party: Partial<JoinedParty> | undefined, roles = ['viewer']) =>
    codeOf(() => {
      invitePerson({ ...organiser, ...inviter }, party && { ...own, ...party }, roles);
    });

  it('is for the chair of their own party, with any role', () => {
    expect(inviting({ kind: 'koperasi', roles: ['chair'] }, {})).toBeUndefined();
    expect(inviting({ kind: 'koperasi', roles: ['officer'] }, {})).toBe('ONLY_THE_CHAIR_INVITES');
    expect(inviting({ kind: 'koperasi', roles: ['chair'], isActive: false }, {})).toBe('INVITER_SUSPENDED');
    expect(inviting({ kind: 'koperasi', roles: ['chair'] }, undefined)).toBe('PARTY_NOT_FOUND');
    expect(inviting({ kind: 'koperasi', roles: ['chair'] }, {}, [])).toBe('INVITED_WITHOUT_A_ROLE');
  });

  it('reaches another party only where that has lost its chair, and brings the next', () => {
    const chair = { roles: ['chair'] };
    const other = { isOwn: false, hasChair: false, isDecided: true };
    expect(inviting(chair, other, ['chair'])).toBeUndefined();
    expect(inviting(chair, other)).toBe('FIRST_PERSON_IS_CHAIR');
    expect(inviting(chair, { ...other, hasChair: true }, ['chair'])).toBe('PARTY_HAS_ITS_CHAIR');
    expect(inviting(chair, { ...other, regionCode: '35.71.01.1001' }, ['chair'])).toBe(
      'INVITED_REGION_OUT_OF_REACH',
    );
    expect(inviting(chair, { ...other, kind: 'organiser' }, ['chair'])).toBe('INVITED_KIND_NOT_ALLOWED');
    expect(inviting({ ...chair, kind: 'supplier' }, other, ['chair'])).toBe('ONLY_THE_CHAIR_INVITES');
    expect(inviting(chair, { ...other, isDecided: false }, ['chair'])).toBe('NEW_CHAIR_TAKES_TWO');
    expect(inviting(administrator, { ...other, kind: 'organiser', isDecided: false }, ['chair'])).toBe(
      undefined,
    );
  });
});
