import type { DropState } from '../delivery/dispatch-drop.js';
import type { LotState } from '../lot/advance-lot.js';

/** Where something a kitchen needs is: `prepared` is shared out to it and not on a truck yet. */
export const comingStates = [
  'in-no-pool',
  'in-pool',
  'refused',
  'prepared',
  'on-the-way',
  'arrived',
] as const;
export type ComingState = (typeof comingStates)[number];

export interface NeedStand {
  /** Null until a pool took it up. */
  readonly lineId: string | null;
  readonly isRefused: boolean;
  readonly lotState: LotState | null;
  readonly isShared: boolean;
  /** Of what a supplier brings; null where nobody brings anything yet. */
  readonly dropState: DropState | null;
}

/**
 * Where a kitchen's need is, as the kitchen is told.
 *
 *   in no pool                           -> 'in-no-pool'
 *   its lot failed, or left without share -> 'refused'
 *   shared out, drop planned             -> 'prepared'
 */
export const tellComing = ({ lineId, isRefused, lotState, isShared, dropState }: NeedStand): ComingState => {
  if (lineId === null) return 'in-no-pool';
  if (dropState === 'received') return 'arrived';
  if (dropState === 'dispatched') return 'on-the-way';
  if (isShared) return 'prepared';
  const isOver = lotState === 'failed' || lotState === 'delivering' || lotState === 'settled';
  return isRefused || isOver ? 'refused' : 'in-pool';
};
