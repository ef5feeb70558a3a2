export const partyKinds = [
  'koperasi',
  'organiser',
  'supplier',
  'carrier',
  'kitchen',
  'observer',
  'administrator',
] as const;
export type PartyKind = (typeof partyKinds)[number];

export const roles = ['officer', 'treasurer', 'chair', 'warehouse', 'viewer'] as const;
export type Role = (typeof roles)[number];

export interface Membership {
  readonly partyId: string;
  readonly kind: PartyKind;
  readonly roles: readonly Role[];
}

/** Who is asking: a person with a live session, and what they may act for. */
export interface Principal {
  readonly personId: string;
  readonly memberships: readonly Membership[];
}

/** A principal by a live session. */
export interface SignedIn extends Principal {
  /** Whether the person signed in, or proved who they are again, a short while ago (STEP_UP_MINUTES). */
  readonly isSteppedUp: boolean;
}

/** The parties of these kinds that a person belongs to. */
export const partiesOf = (principal: Principal, ...kinds: readonly PartyKind[]): string[] =>
  principal.memberships
    .filter((membership) => kinds.includes(membership.kind))
    .map((membership) => membership.partyId);

/** The parties that a person may do anything for; whoever is a viewer only looks. */
export const actsFor = (principal: Principal): string[] =>
  principal.memberships
    .filter((membership) => membership.roles.some((role) => role !== 'viewer'))
    .map((membership) => membership.partyId);

/** Reads past party walls: the organiser's city office and the administrator. */
export const oversees = (principal: Principal): boolean =>
  partiesOf(principal, 'observer', 'administrator').length > 0;
