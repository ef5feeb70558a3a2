import { refuseDelivery } from './refusals.js';

export const dropStates = ['planned', 'dispatched', 'received'] as const;
export type DropState = (typeof dropStates)[number];

export interface DropToDispatch {
  readonly state: DropState;
  readonly deliveryNote: string | null;
  readonly isReleased: boolean;
  /** Payment requests that are not paid for good; null: not reckoned since the drop last grew. */
  readonly awaitedRequests: number | null;
}

/**
 * Whether a drop leaves now. It leaves only when it is released: what is to be paid before has been paid for good.
 * Saying it twice with the same delivery note is the same answer.
 *
 *   planned, released            -> 'leaves'
 *   planned, 2 requests unpaid   -> DROP_NOT_RELEASED
 *   planned, not reckoned yet    -> DROP_NOT_ASKED_FOR
 *   dispatched or received, same note -> 'left-already'
 *   dispatched or received, other note -> DROP_ALREADY_DISPATCHED
 */
export const dispatchDrop = (drop: DropToDispatch, deliveryNote: string): 'leaves' | 'left-already' => {
  if (drop.state !== 'planned') {
    if (drop.deliveryNote === deliveryNote) return 'left-already';
    throw refuseDelivery('DROP_ALREADY_DISPATCHED', {}, 'deliveryNote');
  }
  if (drop.isReleased) return 'leaves';
  if (drop.awaitedRequests === null) throw refuseDelivery('DROP_NOT_ASKED_FOR');
  throw refuseDelivery('DROP_NOT_RELEASED', { awaitedRequests: drop.awaitedRequests });
};
