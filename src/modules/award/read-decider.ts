import type { Decider } from '../../core/award/steps/human-steps.js';
import type { Principal } from '../../platform/auth/principal.js';

/** Who decides: a person with the roles they have at this organiser, and no others. */
export const deciderAt = (principal: Principal, organiserId: string): Decider => ({
  personId: principal.personId,
  roles: principal.memberships.filter(({ partyId }) => partyId === organiserId).flatMap(({ roles }) => roles),
});
