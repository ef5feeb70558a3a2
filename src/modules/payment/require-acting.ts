import { refusePayment } from '../../core/payment/refusals.js';
import type { Principal, Role } from '../../platform/auth/principal.js';

const acting: readonly Role[] = ['officer', 'treasurer', 'chair'];

/** Only who acts for a party moves its money; a viewer looks on. @throws Refusal */
export const requireActing = (
  { memberships }: Principal,
  partyId: string,
  code: 'DUE_NOT_YOURS' | 'PAYMENT_NOT_FOUND' | 'DUE_NOT_FOUND',
  wanted: readonly Role[] = acting,
): void => {
  const isActing = memberships.some(
    (membership) => membership.partyId === partyId && membership.roles.some((role) => wanted.includes(role)),
  );
  if (!isActing) throw refusePayment(code);
};
