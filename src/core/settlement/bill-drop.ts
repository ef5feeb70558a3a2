import { FULL_GRADE_BPS } from '../pool/declare-grades.js';
import { sumOf } from '../kernel/sum-of.js';
import { composeCharge, goodsOnly, type ChargeParts } from './compose-charge.js';
import { settleDifference, type Balance } from './settle-difference.js';
import { sliceAmount } from './slice-amount.js';

/** A drop's line with what its packs come to: fixed when the lot was shared out. */
export interface PricedLine {
  readonly lineId: string;
  readonly lotId: string;
  readonly packSizeMilli: number;
  /** Packs that charge and bill are for. */
  readonly packs: number;
  /** What the buyer pays for all of them: the koperasi, in a sell pool the bidder. */
  readonly chargeRp: number;
  /** What the charge is made of besides goods; left out: nothing. */
  readonly freightRp?: number;
  readonly fixedRp?: number;
  readonly feeRp?: number;
  /** What the seller bills for all of them: the supplier, in a sell pool the koperasi. */
  readonly billRp: number;
  readonly priceRpPerUnit: number;
  /** Packs of the line from this supplier on its earlier drops: this drop's come after them. */
  readonly beforePacks: number;
  readonly shippedPacks: number;
  /** Days after receipt that payment is due; none or left out: before the goods are released. */
  readonly paymentDays?: number;
  /** On consignment: paid for as it is sold, the rest by then. */
  readonly isConsigned?: boolean;
  /** Of what is on consignment what has been told to be sold. */
  readonly soldPacks?: number;
}

export interface ReceivedLine extends PricedLine {
  readonly acceptedPacks: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
  /** Accepted packs x the basis points of their grade; left out: all of full grade. */
  readonly worthBps?: number;
  /** Accepted packs below full grade; left out: none. */
  readonly lowerGradePacks?: number;
}

export interface InvoiceLine {
  readonly lineId: string;
  readonly acceptedPacks: number;
  readonly packSizeMilli: number;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
  /** What it is made of. */
  readonly parts: ChargeParts;
}

/** What a supplier bills for what was accepted of a lot on a drop; the fixed charge comes on top. */
export interface LotBill {
  readonly lotId: string;
  readonly acceptedPacks: number;
  readonly goodsRp: number;
}

export interface DropBill {
  /** What was asked for before the goods were released. */
  readonly requestRp: number;
  /** What the koperasi owes for what was accepted. */
  readonly invoiceRp: number;
  readonly lines: readonly InvoiceLine[];
  /** What the supplier bills, by lot. */
  readonly bills: readonly LotBill[];
  /** What was asked for of what is invoiced. */
  readonly askedRp: number;
  /** What is still to be asked for, by the days it may take. */
  readonly balances: readonly Balance[];
  /** The difference to the request, taken back; by reason the packs it stands for. */
  readonly creditRp: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
  /** Accepted, but for less than the full price. */
  readonly lowerGradePacks: number;
}

/** What a part of a drop's line comes to, counted from the first pack on the drop; in packs x basis points of full grade. */
const sliceOf = (
  { packs, beforePacks }: PricedLine,
  amountRp: number,
  fromBps: number,
  toBps: number,
): number => {
  const before = beforePacks * FULL_GRADE_BPS;
  return sliceAmount(amountRp, packs * FULL_GRADE_BPS, before + fromBps, before + toBps);
};

/** What a line's charge is made of. */
const partsOf = ({ chargeRp, freightRp = 0, fixedRp = 0, feeRp = 0 }: PricedLine): ChargeParts => ({
  ...goodsOnly(chargeRp - freightRp - fixedRp - feeRp),
  freightRp,
  fixedRp,
  feeRp,
});

const shippedBps = ({ shippedPacks }: PricedLine): number => shippedPacks * FULL_GRADE_BPS;

const soldBps = ({ soldPacks = 0 }: PricedLine): number => soldPacks * FULL_GRADE_BPS;

const acceptedBps = ({ acceptedPacks, worthBps }: ReceivedLine): number =>
  worthBps ?? acceptedPacks * FULL_GRADE_BPS;

/**
 * What is to be paid of a drop before it is released: every pack on it at its lot's price, but for lines whose
 * supplier waits for its money; and of lines on consignment what has been sold. A drop that grows is asked for the increment: what this says less what was asked.
 *
 *   20 sacks charged Rp10,600,000, 10 more on 14 days' time | Rp10,600,000
 *   20 sacks on consignment, of which 5 have been sold       | Rp2,650,000, once they are
 */
export const requestPayment = (lines: readonly PricedLine[]): number =>
  sumOf(lines, (line) => {
    if (line.isConsigned === true) return sliceOf(line, line.chargeRp, 0, soldBps(line));
    return (line.paymentDays ?? 0) === 0 ? sliceOf(line, line.chargeRp, 0, shippedBps(line)) : 0;
  });

const listBills = (received: readonly ReceivedLine[]): LotBill[] =>
  [...new Set(received.map(({ lotId }) => lotId))].sort().map((lotId) => {
    const own = received.filter((line) => line.lotId === lotId);
    return {
      lotId,
      acceptedPacks: sumOf(own, (line) => line.acceptedPacks),
      goodsRp: sumOf(own, (line) => sliceOf(line, line.billRp, 0, acceptedBps(line))),
    };
  });

/**
 * What a received drop comes to: the invoice charges the koperasi what was accepted at its lot's price, what was
 * asked for before pays it, a credit note takes back the rest of the request, or what the request left is asked for
 * still: request + balances = invoice + credit, to the rupiah. The supplier
 * bills the same packs at its own price; what lies between goes over the organiser's equalisation account.
 *
 *   20 sacks charged Rp10,600,000, billed Rp10,500,000: request Rp10,600,000
 *   18 accepted, 1 damaged, 1 missing: invoice Rp9,540,000, credit Rp1,060,000, bill Rp9,450,000
 *
 * In a sell pool the bidder is charged and the koperasi bills; a lower grade counts for less.
 *
 *   20 sacks charged Rp10,000,000, billed Rp9,900,000; 10 of grade A, 10 of grade B at 9,000 basis points
 *   -> invoice Rp9,500,000, credit Rp500,000, proceeds Rp9,405,000
 */
export const billDrop = (
  received: readonly ReceivedLine[],
  requestRp = requestPayment(received),
): DropBill => {
  const lines = received.map((line) => {
    const amountRp = sliceOf(line, line.chargeRp, 0, acceptedBps(line));
    return {
      lineId: line.lineId,
      acceptedPacks: line.acceptedPacks,
      packSizeMilli: line.packSizeMilli,
      priceRpPerUnit: line.priceRpPerUnit,
      amountRp,
      parts: composeCharge(amountRp, partsOf(line)),
    };
  });
  const invoiced = received.map(({ paymentDays = 0 }, at) => ({
    amountRp: lines[at]?.amountRp ?? 0,
    paymentDays,
  }));
  return {
    requestRp,
    invoiceRp: sumOf(lines, (line) => line.amountRp),
    ...settleDifference(requestRp, invoiced),
    lines,
    bills: listBills(received),
    quarantinedPacks: sumOf(received, (line) => line.quarantinedPacks),
    damagedPacks: sumOf(received, (line) => line.damagedPacks),
    missingPacks: sumOf(received, (line) => line.missingPacks),
    lowerGradePacks: sumOf(received, (line) => line.lowerGradePacks ?? 0),
  };
};
