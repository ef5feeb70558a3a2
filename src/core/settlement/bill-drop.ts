import { amountRp } from '../kernel/quantity.js';

/** A drop's line at the price that was awarded. */
export interface PricedLine {
  readonly lineId: string;
  readonly packSizeMilli: number;
  readonly priceRpPerUnit: number;
  readonly shippedPacks: number;
}

export interface ReceivedLine extends PricedLine {
  readonly acceptedPacks: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
}

export interface InvoiceLine {
  readonly lineId: string;
  readonly acceptedPacks: number;
  readonly packSizeMilli: number;
  readonly priceRpPerUnit: number;
  readonly amountRp: number;
}

export interface DropBill {
  /** What was asked for when the truck left. */
  readonly requestRp: number;
  /** What is owed for what was accepted. */
  readonly invoiceRp: number;
  readonly lines: readonly InvoiceLine[];
  /** The difference, taken back; by reason the packs it stands for. */
  readonly creditRp: number;
  readonly quarantinedPacks: number;
  readonly damagedPacks: number;
  readonly missingPacks: number;
}

/**
 * What a line's packs cost after the first `fromPacks` of them: the amount to there minus the amount from
 * there. Slices so priced add up to the whole line whatever the cuts, though each is in whole rupiah.
 *
 *   trays at Rp52,501.875 | 0-1 Rp52,502, 1-2 Rp52,502, 2-3 Rp52,502, 3-4 Rp52,502 | 0-4 Rp210,008
 *   packs at Rp0.4        | 0-1 Rp0, 1-2 Rp1, 2-3 Rp0                              | 0-3 Rp1
 */
export const sliceRp = (line: PricedLine, fromPacks: number, toPacks: number): number =>
  amountRp(toPacks, line.packSizeMilli, line.priceRpPerUnit) -
  amountRp(fromPacks, line.packSizeMilli, line.priceRpPerUnit);

const sumOf = <Item>(items: readonly Item[], value: (item: Item) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);

/** What a drop is asked to pay when it leaves: every pack on it at its awarded price. */
export const requestPayment = (lines: readonly PricedLine[]): number =>
  sumOf(lines, (line) => sliceRp(line, 0, line.shippedPacks));

/**
 * What a received drop costs: the invoice bills what was accepted, the credit note takes back the rest, and
 * both together are the payment request, to the rupiah.
 *
 *   20 sacks of 50 kg at Rp10,500: request Rp10,500,000
 *   18 accepted, 1 damaged, 1 missing: invoice Rp9,450,000, credit Rp1,050,000
 */
export const billDrop = (received: readonly ReceivedLine[]): DropBill => {
  const lines = received.map((line) => ({
    lineId: line.lineId,
    acceptedPacks: line.acceptedPacks,
    packSizeMilli: line.packSizeMilli,
    priceRpPerUnit: line.priceRpPerUnit,
    amountRp: sliceRp(line, 0, line.acceptedPacks),
  }));
  return {
    requestRp: requestPayment(received),
    invoiceRp: sumOf(lines, (line) => line.amountRp),
    lines,
    creditRp: sumOf(received, (line) => sliceRp(line, line.acceptedPacks, line.shippedPacks)),
    quarantinedPacks: sumOf(received, (line) => line.quarantinedPacks),
    damagedPacks: sumOf(received, (line) => line.damagedPacks),
    missingPacks: sumOf(received, (line) => line.missingPacks),
  };
};
