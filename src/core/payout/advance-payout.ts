import { refusePayout } from './refusals.js';

export const payoutStates = [
  'proposed',
  'approved',
  'sent',
  'paid',
  'failed',
  'returned',
  'refused',
] as const;
export type PayoutState = (typeof payoutStates)[number];

export const payoutMethods = ['transfer', 'iris'] as const;
export type PayoutMethod = (typeof payoutMethods)[number];

/**
 * Where a payout may go from where it is. A bank may give back what it has paid (`returned`), days later. That one
 * failed is a person's word or the gateway's: who sees the money on an account knows better. What has failed or come
 * back is paid by a new payout, of two people again.
 */
const ways: Readonly<Record<PayoutState, readonly PayoutState[]>> = {
  proposed: ['approved', 'refused'],
  approved: ['sent', 'paid', 'failed'],
  sent: ['paid', 'failed'],
  paid: ['returned'],
  failed: ['paid'],
  returned: [],
  refused: [],
};

/**
 * Moves a payout on; what has been heard already changes nothing.
 *
 * @returns false when it is there, or beyond it on the same way: news that came twice, or late.
 * @throws Refusal PAYOUT_MOVED_ON when there is no way.
 */
export const advancePayout = (from: PayoutState, to: PayoutState): boolean => {
  if (from === to) return false;
  if (ways[from].includes(to)) return true;
  const isBehind =
    to === 'sent' ? from !== 'proposed' && from !== 'refused' : to !== 'failed' && ways[to].includes(from);
  if (isBehind) return false;
  throw refusePayout('PAYOUT_MOVED_ON', { state: from });
};
