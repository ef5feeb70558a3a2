import type { Principal, Role } from '../../../platform/auth/principal.js';

/** The roles a person has at one party; at others they count for nothing. */
export const rolesAt = (principal: Principal, partyId: string): Role[] =>
  principal.memberships.filter((membership) => membership.partyId === partyId).flatMap(({ roles }) => roles);
