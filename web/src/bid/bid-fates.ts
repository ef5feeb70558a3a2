import type { View } from '../api/api.js';
import type { BidFate } from './bid-card.js';

type Bid = View<'BidView'>;
type Award = View<'AwardView'>;

const packsOf = ({ supplierId }: Bid, award: Award): number =>
  award.lines.filter((line) => line.supplierId === supplierId).reduce((sum, line) => sum + line.packs, 0);

/** What became of a bid; null while nothing is awarded. */
export const fateOf = (
  bid: Bid,
  failed: readonly View<'FailedBidView'>[],
  award: Award | null,
): BidFate | null => {
  const failure = failed.find(({ supplierId }) => supplierId === bid.supplierId);
  const [fault] = failure?.faults ?? [];
  if (failure !== undefined) return { packs: 0, reason: fault ?? null, hasFailed: true };
  if (award === null) return null;
  const lost = [...award.losingBids, ...award.bidsOut].find(
    ({ supplierId }) => supplierId === bid.supplierId,
  );
  return { packs: packsOf(bid, award), reason: lost ?? null, hasFailed: false };
};

const bestOf = ({ terms }: Bid): number =>
  Math.min(Number.MAX_SAFE_INTEGER, ...(terms?.tiers ?? []).map((tier) => tier.priceRpPerUnit));

/** Winners first, the most packs before; then by their best price. */
export const inOrder = (bids: readonly Bid[], award: Award | null): readonly Bid[] =>
  [...bids].sort(
    (one, other) =>
      (award === null ? 0 : packsOf(other, award) - packsOf(one, award)) || bestOf(one) - bestOf(other),
  );
