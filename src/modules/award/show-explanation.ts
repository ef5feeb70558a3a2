import type { Explanation } from '../../core/award/explanation.js';
import type { ExplanationView } from './explanation.dto.js';

/** An explanation as an answer, with the koperasi's names as far as it tells which they are. */
export const showExplanation = (
  { bestSingle, losers, lines, koperasi, ...rest }: Explanation,
  names: ReadonlyMap<string, string>,
): ExplanationView => ({
  ...rest,
  koperasi: koperasi.map((part) => ({ ...part, koperasiName: names.get(part.koperasiId ?? '') ?? null })),
  lines: lines.map((line) => ({
    ...line,
    zones: line.zones.map(({ zoneCode, packs, surchargeRpPerUnit, freightRpPerUnit, amountRp }) => ({
      zoneCode,
      packs,
      surchargeRpPerUnit,
      freightRpPerUnit,
      amountRp,
    })),
  })),
  bestSingle: bestSingle && {
    bidId: bestSingle.line.bidId,
    supplierId: bestSingle.line.supplierId,
    supplierName: bestSingle.supplierName,
    packs: bestSingle.line.packs,
    priceRpPerUnit: bestSingle.line.priceRpPerUnit,
    amountRp: bestSingle.line.amountRp,
    unservedPacks: bestSingle.unservedPacks,
    totalRp: bestSingle.totalRp,
  },
  losingBids: losers.map(({ bidId, supplierName, code, id, en, supplierId }) => ({
    bidId,
    supplierId,
    supplierName,
    code,
    id,
    en,
  })),
});
