import type { AwardState, Decider } from './propose-award.js';
import { refuseAward } from './refusals.js';

export interface ProposedAward {
  readonly state: AwardState;
  readonly proposedBy: string | null;
  readonly awardedPacks: number;
}

/** What approval makes of the lot. */
export type LotOutcome =
  { readonly to: 'awarded' } | { readonly to: 'failed'; readonly reason: 'NO_ADMISSIBLE_BID' };

/**
 * Judges an approval: by a chair of the organiser who is not the person who proposed. Two people always, also
 * where one person holds both roles. An award of nothing is approved too: somebody must own up that the lot failed.
 *
 *   proposed by Ani, 30 packs | chair Budi -> awarded
 *   proposed by Ani, 0 packs  | chair Budi -> failed, NO_ADMISSIBLE_BID
 *   proposed by Ani           | chair Ani  -> NOBODY_APPROVES_THEIR_OWN_PROPOSAL
 *
 * @throws Refusal
 */
export const approveAward = (award: ProposedAward, approver: Decider): LotOutcome => {
  if (!approver.roles.includes('chair')) throw refuseAward('ONLY_THE_CHAIR_APPROVES');
  if (award.state === 'computed') throw refuseAward('AWARD_NOT_PROPOSED_YET');
  if (award.state === 'approved') throw refuseAward('AWARD_ALREADY_APPROVED');
  if (award.proposedBy === approver.personId) throw refuseAward('NOBODY_APPROVES_THEIR_OWN_PROPOSAL');
  return award.awardedPacks > 0 ? { to: 'awarded' } : { to: 'failed', reason: 'NO_ADMISSIBLE_BID' };
};
