import { hasEnded, type BillState } from './match-bill.js';
import { refuseSettlement } from './refusals.js';

/**
 * How a bill ends: its seller takes back what is held by a credit note, once nothing of it is awaited, or all of it; or its
 * buyer accepts what is held.
 *
 * @throws Refusal
 */
export const endBill = (
  to: 'credited' | 'accepted' | 'withdrawn',
  { state, heldRp }: { readonly state: BillState; readonly heldRp: number },
): void => {
  if (hasEnded(state)) throw refuseSettlement('BILL_HAS_ENDED', { state });
  if (to === 'withdrawn') return;
  if (state === 'held') throw refuseSettlement('BILL_STILL_WAITS');
  if (heldRp === 0) throw refuseSettlement('BILL_HOLDS_NOTHING');
};
