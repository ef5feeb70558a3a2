import type { BestSingle } from '../../core/award/lot-award.js';
import { wordEnding } from '../../core/award/steps/word-ending.js';
import type { AwardLineView, AwardView, BestSingleView } from './award.dto.js';
import type { AwardLineRow, AwardZoneRow, ShownAward } from './award.reader.js';

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

const showLine = (line: AwardLineRow, zones: readonly AwardZoneRow[]): AwardLineView => ({
  ...line,
  zones: zones
    .filter(({ bidId }) => bidId === line.bidId)
    .map(({ zoneCode, packs, surchargeRpPerUnit, freightRpPerUnit, amountRp }) => ({
      zoneCode,
      packs,
      surchargeRpPerUnit,
      freightRpPerUnit,
      amountRp,
    })),
});

/** An award as an answer: the engine's explanation with the suppliers' names. */
export const showAward = ({
  award,
  lines,
  zones,
  groupLotIds,
  clearingRpPerUnit,
  bidsOut,
  suppliers,
}: ShownAward): AwardView => {
  const { id, explanation, version: _, groupId: __, ...rest } = award;
  return {
    ...rest,
    awardId: id,
    unservedPacks: explanation.unservedPacks,
    penaltyRp: explanation.penaltyRp,
    termsRp: explanation.termsRp,
    missingSuppliers: explanation.missingSuppliers,
    missingSuppliersRp: explanation.missingSuppliersRp,
    totalRp: explanation.totalRp,
    savedRp: explanation.savedRp,
    groupLotIds,
    clearingRpPerUnit,
    lines: lines.map((line) => showLine(line, zones)),
    losingBids: explanation.reasons.map((reason) => ({
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
    bestSingle: explanation.bestSingle && showSingle(explanation.bestSingle, suppliers),
  };
};
