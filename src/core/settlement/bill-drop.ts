import { FULL_GRADE_BPS } from '../pool/declare-grades.js';
import { sumOf } from '../kernel/sum-of.js';
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
  /** What the seller bills for all of them: the supplier, in a sell pool the koperasi. */
  readonly billRp: number;
  readonly priceRpPerUnit: number;
  /** Packs of the line from this supplier on its earlier drops: this drop's come after them. */
  readonly beforePacks: number;
  readonly shippedPacks: number;
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
}

/** What a supplier bills for what was accepted of a lot on a drop; the fixed charge comes on top. */
export interface LotBill {
  readonly lotId: string;
  readonly acceptedPacks: number;
  readonly goodsRp: number;
}

export interface DropBill {
  /** What was asked for when the truck left. */
  readonly requestRp: number;
  /** What the koperasi owes for what was accepted. */
  readonly invoiceRp: number;
  readonly lines: readonly InvoiceLine[];
  /** What the supplier bills, by lot. */
  readonly bills: readonly LotBill[];
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

const shippedBps = ({ shippedPacks }: PricedLine): number => shippedPacks * FULL_GRADE_BPS;

const acceptedBps = ({ acceptedPacks, worthBps }: ReceivedLine): number =>
  worthBps ?? acceptedPacks * FULL_GRADE_BPS;

/** What a drop is asked to pay when it leaves: every pack on it at its lot's price. */
export const requestPayment = (lines: readonly PricedLine[]): number =>
  sumOf(lines, (line) => sliceOf(line, line.chargeRp, 0, shippedBps(line)));

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
 * What a received drop comes to: the invoice charges the koperasi what was accepted at its lot's price, the
 * credit note takes back the rest, and both together are the payment request, to the rupiah. The supplier
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
export const billDrop = (received: readonly ReceivedLine[]): DropBill => {
  const lines = received.map((line) => ({
    lineId: line.lineId,
    acceptedPacks: line.acceptedPacks,
    packSizeMilli: line.packSizeMilli,
    priceRpPerUnit: line.priceRpPerUnit,
    amountRp: sliceOf(line, line.chargeRp, 0, acceptedBps(line)),
  }));
  return {
    requestRp: requestPayment(received),
    invoiceRp: sumOf(lines, (line) => line.amountRp),
    lines,
    bills: listBills(received),
    creditRp: sumOf(received, (line) => sliceOf(line, line.chargeRp, acceptedBps(line), shippedBps(line))),
    quarantinedPacks: sumOf(received, (line) => line.quarantinedPacks),
    damagedPacks: sumOf(received, (line) => line.damagedPacks),
    missingPacks: sumOf(received, (line) => line.missingPacks),
    lowerGradePacks: sumOf(received, (line) => line.lowerGradePacks ?? 0),
  };
};
