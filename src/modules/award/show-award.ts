import type { BestSingle } from '../../core/award/lot-to-award.js';
import { wordEnding } from '../../core/award/steps/word-ending.js';
import type { AwardView, BestSingleView } from './award.dto.js';
import type { ShownAward } from './award.reader.js';

type Suppliers = ShownAward['suppliers'];

const supplierOf = (suppliers: Suppliers, bidId: string): { supplierId: string; supplierName: string } => {
  const supplier = suppliers.get(bidId);
  if (supplier === undefined) throw new Error(`the award names bid ${bidId}, which is none of the lot's`);
  return { supplierId: supplier.supplierId, supplierName: supplier.supplierName };
};

const showSingle = ({ line, unservedPacks, totalRp }: BestSingle, suppliers: Suppliers): BestSingleView => ({
  bidId: line.bidId,
  ...supplierOf(suppliers, line.bidId),
  packs: line.packs,
  priceRpPerUnit: line.priceRpPerUnit,
  amountRp: line.amountRp,
  unservedPacks,
  totalRp,
});

/** An award as an answer: the engine's explanation with the suppliers' names. */
export const showAward = ({ award, lines, bidsOut, suppliers }: ShownAward): AwardView => {
  const { id, explanation, version: _, ...rest } = award;
  const { unservedPacks, penaltyRp, bestSingle, savedRp, reasons } = explanation;
  return {
    ...rest,
    awardId: id,
    unservedPacks,
    penaltyRp,
    savedRp,
    lines: [...lines],
    losingBids: reasons.map((reason) => ({
      bidId: reason.bidId,
      ...supplierOf(suppliers, reason.bidId),
      code: reason.code,
      id: reason.id,
      en: reason.en,
    })),
    bidsOut: bidsOut.map(({ bidId, reason, attempt }) => ({
      bidId,
      ...supplierOf(suppliers, bidId),
      attempt,
      code: reason,
      ...wordEnding(reason),
    })),
    bestSingle: bestSingle && showSingle(bestSingle, suppliers),
  };
};
