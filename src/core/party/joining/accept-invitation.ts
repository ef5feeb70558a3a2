import type { Refusal } from '../../kernel/refuse.js';
import { bringsParties, bringsPeople } from './draft-invitation.js';
import { refuseJoining } from './refusals.js';

export interface OpenInvitation {
  readonly acceptedAt: Date | null;
  readonly revokedAt: Date | null;
  readonly expiresAt: Date;
  readonly isInviterActive: boolean;
  readonly inviterKind: string;
  /** What the person who invited has there now: nothing, once disabled. */
  readonly inviterRoles: readonly string[];
  /** Of a party that is not here yet, else of a person. */
  readonly isNewParty: boolean;
  /** Another party than its inviter, which has a chair by now who may invite for it. */
  readonly hasItsChair: boolean;
}

const refusalOf = (invitation: OpenInvitation, now: Date): Refusal | null => {
  if (invitation.acceptedAt !== null) return refuseJoining('INVITATION_ALREADY_ACCEPTED');
  if (invitation.revokedAt !== null) return refuseJoining('INVITATION_REVOKED');
  if (now.getTime() >= invitation.expiresAt.getTime()) return refuseJoining('INVITATION_EXPIRED');
  if (!invitation.isInviterActive) return refuseJoining('INVITER_SUSPENDED');
  const by = { kind: invitation.inviterKind, roles: invitation.inviterRoles };
  if (!(invitation.isNewParty ? bringsParties(by) : bringsPeople(by)))
    return refuseJoining('INVITER_HAS_NO_SAY');
  return invitation.hasItsChair ? refuseJoining('PARTY_HAS_ITS_CHAIR') : null;
};

/** Whether a code would let somebody in now. */
export const letsIn = (invitation: OpenInvitation, now: Date): boolean => refusalOf(invitation, now) === null;

/**
 * Judges whether a code still lets somebody in; `now` is the database's clock under the invitation's lock.
 *
 *   accepted already           -> INVITATION_ALREADY_ACCEPTED
 *   now = expiresAt            -> INVITATION_EXPIRED
 *   its inviter was suspended  -> INVITER_SUSPENDED
 *   who invited has lost the role for it, or was disabled -> INVITER_HAS_NO_SAY: a code is no way back in
 *   another party than the inviter's got its chair meanwhile -> PARTY_HAS_ITS_CHAIR
 *
 * @throws Refusal
 */
export const acceptInvitation = (invitation: OpenInvitation | undefined, now: Date): void => {
  const refusal =
    invitation === undefined ? refuseJoining('INVITATION_NOT_FOUND') : refusalOf(invitation, now);
  if (refusal !== null) throw refusal;
};

/** Judges a revocation. @returns false when it was revoked before. @throws Refusal once somebody has accepted */
export const revokeInvitation = (
  invitation: Pick<OpenInvitation, 'acceptedAt' | 'revokedAt'> | undefined,
): boolean => {
  if (invitation === undefined) throw refuseJoining('INVITATION_NOT_FOUND');
  if (invitation.acceptedAt !== null) throw refuseJoining('INVITATION_ALREADY_ACCEPTED');
  return invitation.revokedAt === null;
};

/**
 * Judges sending an invitation again: the old code ends, a new one takes its place, whether the old had expired or not.
 * @throws Refusal once somebody has accepted, or it was taken back on purpose
 */
export const reissueInvitation = (
  invitation: Pick<OpenInvitation, 'acceptedAt' | 'revokedAt'> | undefined,
): void => {
  if (!revokeInvitation(invitation)) throw refuseJoining('INVITATION_REVOKED');
};

/**
 * In what state a new party begins: a supplier is a candidate until its documents are accepted, everybody else
 * takes part at once.
 */
export const firstState = (kind: string): 'candidate' | 'active' =>
  kind === 'supplier' ? 'candidate' : 'active';

const prefixes: Readonly<Record<string, string>> = {
  koperasi: 'KOP',
  supplier: 'SUP',
  carrier: 'CAR',
  kitchen: 'SPPG',
  organiser: 'ORG',
  observer: 'OBS',
};

/**
 * The code of a party that joins, unique because its id is: two koperasi of one kelurahan differ in their ends.
 *
 *   koperasi, 32.71.01.1001, id …9f3a20 -> KOP-32.71.01.1001-9F3A20
 */
export const codeOf = (kind: string, regionCode: string | null, id: string): string =>
  [prefixes[kind] ?? 'PTY', ...(regionCode === null ? [] : [regionCode]), id.slice(-6).toUpperCase()].join(
    '-',
  );
