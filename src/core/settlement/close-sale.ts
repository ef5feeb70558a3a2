import { groupBy } from '../kernel/group-by.js';
import { FULL_GRADE_BPS } from '../pool/declare-grades.js';
import type { LotClosing, LotToClose } from './lot-closing.js';
import { sumOf } from '../kernel/sum-of.js';
import { saleFeeRp } from './price-sale.js';
import { sliceAmount } from './slice-amount.js';

/**
 * Closes a lot that was sold. Its price is common and fixed, so that nothing is paid back: what the buyers were
 * invoiced for what they accepted, grade by grade, is the koperasi's proceeds and the fee, to the rupiah, whatever was
 * short; the organiser bears what brought proceeds up to a koperasi's own limit.
 *
 *   10 sacks charged Rp4,500,000, fee Rp50,000; 6 of full grade accepted
 *   -> invoiced Rp2,700,000 = proceeds Rp2,670,000 + fees Rp30,000
 *
 * Method: a part's proceeds before its limit are the slice of charge less fee; the fee is the rest of the invoice.
 */
export const closeSale = ({ packSizeMilli, pricing, parts }: LotToClose): LotClosing => {
  const invoicedRp = sumOf(parts, (part) => part.invoicedRp);
  const billedRp = sumOf(parts, (part) => part.billedRp);
  const proceedsRp = sumOf(parts, ({ sold, acceptedPacks }) => {
    if (sold === undefined) throw new RangeError('a part of a sale says not what it was sold for');
    const { packs, chargeRp, worthBps = acceptedPacks * FULL_GRADE_BPS } = sold;
    const wholeRp = chargeRp - saleFeeRp(pricing, packSizeMilli, sold);
    return sliceAmount(wholeRp, packs * FULL_GRADE_BPS, 0, worthBps);
  });
  return {
    invoicedRp,
    billedRp,
    feesRp: invoicedRp - proceedsRp,
    creditedRp: 0,
    uncoveredRp: billedRp - proceedsRp,
    lines: [...groupBy(parts, ({ lineId }) => lineId)].map(([lineId, own]) => {
      const ownRp = sumOf(own, (part) => part.invoicedRp);
      return {
        lineId,
        acceptedPacks: sumOf(own, (part) => part.acceptedPacks),
        invoicedRp: ownRp,
        finalRp: ownRp,
      };
    }),
  };
};
