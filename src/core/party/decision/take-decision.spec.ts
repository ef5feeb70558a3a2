import fc from 'fast-check';
import { Refusal } from '../../kernel/refuse.js';
import {
  approveDecision,
  decisionKinds,
  proposeDecision,
  refuseProposal,
  type Decider,
  type OpenDecision,
} from './take-decision.js';

const at = (text: string): Date => new Date(`2026-11-22T${text}Z`);
const organiser = { kind: 'organiser', isActive: true };
const open = (change: Partial<OpenDecision> = {}): OpenDecision => ({
  state: 'proposed',
  proposedBy: 'ani',
  proposerRoles: ['officer'],
  expiresAt: at('12:00:00'),
  ...change,
});
const codeOf = (act: () => void): string | undefined => {
  try {
    act();
    return undefined;
  } catch (error) {
    return error instanceof Refusal ? error.code : String(error);
  }
};
const approving = (personId: string, roles: string[], change: Partial<OpenDecision> = {}, now = '11:59:59') =>
  codeOf(() => {
    approveDecision(open(change), organiser, { personId, roles }, at(now));
  });

describe('a decision of two people', () => {
  it.each<[string, string | undefined, string | undefined]>([
    ['a chair approves an officer’s', undefined, approving('budi', ['chair'])],
    [
      'a treasurer approves a chair’s',
      undefined,
      approving('cici', ['treasurer'], { proposerRoles: ['chair'] }),
    ],
    ['a treasurer alone with an officer', 'ONE_OF_TWO_IS_A_CHAIR', approving('cici', ['treasurer'])],
    [
      'an officer approves',
      'ROLE_DOES_NOT_DECIDE',
      approving('dedi', ['officer'], { proposerRoles: ['chair'] }),
    ],
    ['a chair approves their own', 'NOBODY_APPROVES_THEIR_OWN_PROPOSAL', approving('ani', ['chair'])],
    ['its proposer has left', 'PROPOSER_HAS_LEFT', approving('budi', ['chair'], { proposerRoles: [] })],
    ['at the moment it expires', 'DECISION_EXPIRED', approving('budi', ['chair'], {}, '12:00:00')],
    ['approved before', 'DECISION_ALREADY_TAKEN', approving('budi', ['chair'], { state: 'approved' })],
    ['marked expired', 'DECISION_EXPIRED', approving('budi', ['chair'], { state: 'expired' })],
  ])('%s: %s', (_, expected, code) => {
    expect(code).toBe(expected);
  });

  it('is proposed by those with a say, of an active party, of a kind that it decides, once at a time', () => {
    const proposing = (
      kind: (typeof decisionKinds)[number],
      party = organiser,
      roles = ['officer'],
      waits = false,
    ) =>
      codeOf(() => {
        proposeDecision(kind, party, { roles }, waits);
      });
    expect(proposing('early-opening')).toBeUndefined();
    expect(proposing('bank-account', { kind: 'koperasi', isActive: true })).toBeUndefined();
    expect(proposing('early-opening', { kind: 'koperasi', isActive: true })).toBe(
      'DECISION_NOT_FOR_THIS_PARTY',
    );
    expect(proposing('payout', { ...organiser, isActive: false })).toBe('DECIDER_SUSPENDED');
    expect(proposing('payout', organiser, ['viewer', 'warehouse'])).toBe('ROLE_DOES_NOT_DECIDE');
    expect(proposing('payout', organiser, ['chair'], true)).toBe('DECISION_ALREADY_PROPOSED');
  });

  it('may be turned down by anybody with a say, by its proposer too, while it waits', () => {
    const refusing = (roles: string[], change: Partial<OpenDecision> = {}) =>
      codeOf(() => {
        refuseProposal(open(change), { roles }, at('10:00:00'));
      });
    expect(refusing(['officer'])).toBeUndefined();
    expect(refusing(['viewer'])).toBe('ROLE_DOES_NOT_DECIDE');
    expect(refusing(['chair'], { state: 'refused' })).toBe('DECISION_ALREADY_TAKEN');
  });

  it('never ends with one person alone, nor without a chair', () => {
    const roles = fc.subarray(['officer', 'treasurer', 'chair', 'warehouse', 'viewer']);
    const person = fc.record({ personId: fc.constantFrom('ani', 'budi', 'cici'), roles });
    fc.assert(
      fc.property(person, person, (proposer: Decider, approver: Decider) => {
        const code = approving(approver.personId, [...approver.roles], {
          proposedBy: proposer.personId,
          proposerRoles: proposer.roles,
        });
        if (code !== undefined) return;
        expect(approver.personId).not.toBe(proposer.personId);
        expect([...proposer.roles, ...approver.roles]).toContain('chair');
      }),
    );
  });
});
