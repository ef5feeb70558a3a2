import type { ContractMode } from '../pool/contract-mode.js';
import { endBill } from './end-bill.js';
import type { BillState } from './match-bill.js';
import { refuseSettlement } from './refusals.js';

/** A bill as far as its buyer may accept what is held of it. */
export interface HeldBill {
  readonly state: BillState;
  readonly heldRp: number;
  readonly contractMode: ContractMode;
}

/**
 * Judges that a buyer pays what a bill asks for above what agrees, all that is held of it: the organiser's own margin
 * bears it, for what members pay was fixed with the award. In mode direct a member's price would rise, which nothing does.
 *
 * @returns what is to be paid besides what agrees, in rupiah. @throws Refusal
 */
export const acceptDifference = ({ state, heldRp, contractMode }: HeldBill): number => {
  if (contractMode === 'direct') throw refuseSettlement('PRICE_WAS_FIXED');
  endBill('accepted', { state, heldRp });
  return heldRp;
};

/** Judges that somebody disputes a bill, or answers. @throws Refusal once it has ended, or while all of it agrees. */
export const sayAboutBill = ({ state, heldRp }: Pick<HeldBill, 'state' | 'heldRp'>): void => {
  endBill('accepted', { state, heldRp });
};
