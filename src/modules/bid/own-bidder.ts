import { inPath, type MemberRule } from '../../platform/auth/allow.js';
import { partiesOf, type PartyKind, type Principal } from '../../platform/auth/principal.js';

/** Who may bid at all: suppliers, and in sell pools kitchens and koperasi too; of which side a lot is, the action knows. */
const kinds: readonly PartyKind[] = ['supplier', 'kitchen', 'koperasi'];

/** Those who act for the bidder in the path. */
export const ownBidder: readonly MemberRule[] = kinds.map((kind) => ({
  kind,
  roles: ['officer', 'chair'],
  owner: inPath('supplierId'),
}));

/** The parties that somebody may have bid for. */
export const biddersOf = (principal: Principal): string[] => partiesOf(principal, ...kinds);
