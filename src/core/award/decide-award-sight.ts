import type { AwardState } from './award-state.js';

/** What is known of a lot's current award and of who asks to see it. */
export interface AwardOnlooker {
  /** What they see of the lot's bids. */
  readonly sight: 'all' | 'own';
  /** They have a bid for the lot that they did not take back. */
  readonly isBidder: boolean;
  readonly state: AwardState;
}

/**
 * What of an award somebody may see: all of it, what they need to object to it (who is to deliver how much at which
 * price, and why they are not), or nothing.
 *
 *                       | outsider | bidder   | who sees all bids
 *   computed            | nothing  | nothing  | all
 *   proposed, approved  | nothing  | proposal | all
 */
export const decideAwardSight = ({
  sight,
  isBidder,
  state,
}: AwardOnlooker): 'all' | 'proposal' | 'nothing' => {
  if (sight === 'all') return 'all';
  return isBidder && (state === 'proposed' || state === 'approved') ? 'proposal' : 'nothing';
};
