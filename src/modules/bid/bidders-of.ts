import { partiesOf, type Principal } from '../../platform/auth/principal.js';

/** The parties that somebody may have bid for: suppliers, and in sell pools kitchens and koperasi too. */
export const biddersOf = (principal: Principal): string[] =>
  partiesOf(principal, 'supplier', 'kitchen', 'koperasi');
