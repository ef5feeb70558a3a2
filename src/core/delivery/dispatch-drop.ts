import { refuseDelivery } from './refusals.js';

export const dropStates = ['planned', 'dispatched', 'received'] as const;
export type DropState = (typeof dropStates)[number];

/**
 * Whether a drop leaves now. Saying it twice with the same delivery note is the same answer.
 *
 *   planned                      -> 'leaves'
 *   dispatched or received, same note -> 'left-already'
 *   dispatched or received, other note -> DROP_ALREADY_DISPATCHED
 */
export const dispatchDrop = (
  drop: { readonly state: DropState; readonly deliveryNote: string | null },
  deliveryNote: string,
): 'leaves' | 'left-already' => {
  if (drop.state === 'planned') return 'leaves';
  if (drop.deliveryNote === deliveryNote) return 'left-already';
  throw refuseDelivery('DROP_ALREADY_DISPATCHED', {}, 'deliveryNote');
};
