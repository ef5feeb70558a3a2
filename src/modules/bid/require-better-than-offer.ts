import type { BidTerms } from '../../core/bid/bid-terms.js';
import { compareWithOffer } from '../../core/bid/compare-with-offer.js';
import { lookAcross } from '../../platform/db/look-across.js';
import type { Tx } from '../../platform/db/sql.js';
import { AwardRuleReader } from '../pool/index.js';
import { LotOfferReader } from './lot-offer.reader.js';

const lots = new LotOfferReader();
const rules = new AwardRuleReader();

/** Refuses a bid that is worse than what its supplier has promised for the lot's item. */
export const requireBetterThanOffer = async (
  tx: Tx,
  lotId: string,
  supplierId: string,
  terms: BidTerms,
): Promise<void> => {
  const lot = await lookAcross(tx, 'lot-demand', () => lots.offeredLot(tx, lotId));
  const offer = lot.offers.find((each) => each.supplierId === supplierId);
  if (offer === undefined) return;
  const { freight } = await rules.ruleOf(tx, lot.poolId);
  compareWithOffer(offer, terms, lot, freight);
};
