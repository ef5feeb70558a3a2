import { roles, type Role } from '../../../platform/auth/principal.js';

/**
 * The version of what somebody may do at a party, for `If-Match`: each set of roles has its own number. It tells the
 * content and not how often it changed, because a change replaces the whole set: whoever saw this set loses nobody's change.
 *
 *   officer            -> 1
 *   officer, treasurer -> 3, in whichever order
 */
export const versionOfRoles = (held: readonly Role[]): number =>
  roles.reduce((version, role, place) => version + (held.includes(role) ? 2 ** place : 0), 0);
