/** Who and what the rows of more than one stage name. */
import { inPath, ofRow, type MemberRule, type Owner } from '../platform/auth/allow.js';
import { partyKinds, type PartyKind, type Role } from '../platform/auth/principal.js';

export const OFFICE: readonly Role[] = ['officer', 'chair'];
export const DECIDERS: readonly Role[] = ['officer', 'treasurer', 'chair'];
export const CASHIERS: readonly Role[] = ['treasurer', 'chair'];
export const GOODS: readonly Role[] = ['officer', 'warehouse', 'chair'];

export const OBSERVER: MemberRule = { kind: 'observer' };
export const ANY_ADMINISTRATOR: MemberRule = { kind: 'administrator' };
export const ANY_ORGANISER: MemberRule = { kind: 'organiser' };

/** Members, in one of the roles if any are given, of the owner where it is of one of the kinds. */
export const ofKinds = (kinds: readonly PartyKind[], owner: Owner, roles?: readonly Role[]): MemberRule[] =>
  kinds.map((kind) => ({ kind, owner, ...(roles ? { roles } : {}) }));

export const ownParty = ofKinds(partyKinds, inPath('partyId'));
export const ownDeciders = ofKinds(partyKinds, inPath('partyId'), DECIDERS);
/** Suppliers, and in sell pools kitchens and koperasi too; of which side a lot is, the action knows. */
export const ownBidder = ofKinds(['supplier', 'kitchen', 'koperasi'], inPath('supplierId'), OFFICE);
export const ownPool = ofRow('pool', 'organiser_id', 'poolId');

export const pool = ['pool', 'poolId'] as const;
export const lot = ['lot', 'lotId'] as const;
