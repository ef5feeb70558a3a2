import type { KeyInHolding } from '../../../core/bid/committee/judge-opening.js';
import type { HeldKeyView } from './committee.dto.js';

export const inHolding = ({ isDue, release, holders }: HeldKeyView): KeyInHolding => ({
  isDue,
  isReleased: release !== null,
  holderIds: holders.map(({ holderId }) => holderId),
});
