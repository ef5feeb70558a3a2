import type { AdmittedBid, AdmittedTier, Admission } from './admit-bids.js';
import type { Pick, Plan } from './cost-plan.js';
import type { Cause, LosingReason, LotToAward } from './lot-to-award.js';
import { orderBids } from './order-bids.js';
import { wordReason } from './word-reason.js';

/** The tier with the lowest price; of equal ones the one that starts first. */
const bestTier = ({ tiers }: AdmittedBid): AdmittedTier =>
  tiers.reduce((best, next) => (next.priceRpPerUnit < best.priceRpPerUnit ? next : best));

/** True when the loser could have delivered exactly what the winner got, at the winner's price. */
const couldReplace = (loser: AdmittedBid, winner: Pick): boolean =>
  loser.tiers.some(
    ({ fromPacks, toPacks, priceRpPerUnit }) =>
      priceRpPerUnit === winner.tier.priceRpPerUnit && fromPacks <= winner.packs && winner.packs <= toPacks,
  );

const causeOf = (loser: AdmittedBid, plan: Plan, gapPpm: number): Cause => {
  const { bidId } = loser.bid;
  const { unservedPacks, picks } = plan;
  const minimumPacks = Math.min(...loser.tiers.map((tier) => tier.fromPacks));
  if (unservedPacks > 0 && minimumPacks > unservedPacks) {
    return { bidId, code: 'MINIMUM_ABOVE_REMAINDER', params: { minimumPacks, unservedPacks } };
  }
  const { priceRpPerUnit, fromPacks } = bestTier(loser);
  const winner = picks.find((pick) => pick.bid.rank < loser.rank && couldReplace(loser, pick));
  if (winner) {
    return {
      bidId,
      code: 'EQUAL_PRICE_LATER',
      params: { priceRpPerUnit: winner.tier.priceRpPerUnit, winnerBidId: winner.bid.bid.bidId },
    };
  }
  const dearestRpPerUnit = Math.max(0, ...picks.map(({ tier }) => tier.priceRpPerUnit));
  if (unservedPacks === 0 && priceRpPerUnit >= dearestRpPerUnit) {
    return { bidId, code: 'DEARER', params: { priceRpPerUnit, dearestRpPerUnit } };
  }
  return gapPpm > 0
    ? { bidId, code: 'NO_CHEAPER_SPLIT_FOUND', params: { priceRpPerUnit, gapPpm } }
    : { bidId, code: 'DEARER_IN_TOTAL', params: { priceRpPerUnit, fromPacks } };
};

/**
 * Why each bid without packs got none: one reason each, earlier bids first. Each is a statement that
 * anyone can check on the opened bids.
 *
 *   A 30 of 30 at Rp10,500 | B at Rp10,800 -> B DEARER than Rp10,500
 *                          | C at Rp10,500, sent later -> C EQUAL_PRICE_LATER than A
 *   A 24 of 30, 6 unserved | D from 10 packs -> D MINIMUM_ABOVE_REMAINDER of 6
 */
export const explainLosers = (
  lot: LotToAward,
  admission: Admission,
  plan: Plan,
  gapPpm: number,
): LosingReason[] => {
  const winners = new Set(plan.picks.map(({ bid }) => bid));
  const losers = admission.admitted.filter((bid) => !winners.has(bid));
  const causes = new Map(
    [...admission.refused, ...losers.map((loser) => causeOf(loser, plan, gapPpm))].map((cause) => [
      cause.bidId,
      cause,
    ]),
  );
  return orderBids(lot.bids).flatMap(({ bidId }) => {
    const cause = causes.get(bidId);
    return cause ? [wordReason(cause)] : [];
  });
};

/** A single supplier's pick with what it leaves unserved. */
export interface Single {
  readonly pick: Pick;
  readonly unservedPacks: number;
}

/**
 * The best one supplier alone could have done: as many packs as any can serve, and of those the cheapest;
 * of equal ones the earlier. Null when no bid is admitted.
 *
 *   demand 30 | A 1-25 at Rp10,500 | B 1-40 at Rp10,800 | C 1-40 at Rp10,900 -> B 30
 */
export const findBestSingle = (lot: LotToAward, admitted: readonly AdmittedBid[]): Single | null => {
  let best: Single | null = null;
  for (const bid of admitted) {
    for (const tier of bid.tiers) {
      const unservedPacks = lot.demandPacks - tier.toPacks;
      const isBetter =
        !best ||
        unservedPacks < best.unservedPacks ||
        (unservedPacks === best.unservedPacks && tier.priceRpPerUnit < best.pick.tier.priceRpPerUnit);
      if (isBetter) best = { pick: { bid, tier, packs: tier.toPacks }, unservedPacks };
    }
  }
  return best;
};
