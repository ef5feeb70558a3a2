import { toSafe } from '../kernel/quantity.js';
import { assertWhole } from '../kernel/whole.js';
import { credit, debit, type Posting } from '../ledger/post-journal.js';

/** Income tax that a payer takes off and pays to the state in the seller's name: on goods, on services. */
export const withholdingCodes = ['pph-22', 'pph-23'] as const;
export type WithholdingCode = (typeof withholdingCodes)[number];

/** A rate that holds from a civil day on, for bills whose base is above an amount. */
export interface WithholdingRate {
  readonly code: WithholdingCode;
  readonly validFrom: string;
  readonly rateBps: number;
  readonly aboveRp: number;
}

export interface Withheld {
  readonly code: WithholdingCode;
  /** The bill without value added tax. */
  readonly baseRp: number;
  readonly amountRp: number;
  readonly rateFrom: string;
}

/**
 * What a payer withholds of a bill on a civil day: of each tax that it must withhold the rate of that day, on the bill
 * without value added tax, rounded down; nothing of a bill that is not above the rate's amount.
 *
 *   pph-22 of 1.5 % above Rp2,000,000 | Rp10,000,000, no VAT           -> Rp150,000
 *                                      | Rp11,100,000, VAT Rp1,100,000  -> Rp150,000
 *                                      | Rp2,000,000                    -> nothing
 */
export const withhold = (
  bill: { readonly amountRp: number; readonly taxRp: number },
  codes: readonly WithholdingCode[],
  rates: readonly WithholdingRate[],
  day: string,
): Withheld[] => {
  const baseRp = bill.amountRp - bill.taxRp;
  assertWhole(baseRp, 'baseRp');
  return withholdingCodes.flatMap((code) => {
    if (!codes.includes(code)) return [];
    const [rate] = rates
      .filter((each) => each.code === code && each.validFrom <= day)
      .sort((one, other) => (one.validFrom < other.validFrom ? 1 : -1));
    if (rate === undefined || baseRp <= rate.aboveRp) return [];
    const amountRp = toSafe((BigInt(baseRp) * BigInt(rate.rateBps)) / 10_000n);
    return amountRp === 0 ? [] : [{ code, baseRp, amountRp, rateFrom: rate.validFrom }];
  });
};

/**
 * The payer owes the seller less, and the state what it withheld; the seller has paid that much income tax. An amount
 * below zero takes back what was withheld too much.
 *
 *   payer   payable     +W  withholding -W
 *   seller  withholding +W  receivable  -W
 */
export const withholdingPostings = (payerId: string, sellerId: string, amountRp: number): Posting[] => [
  debit(payerId, 'payable', amountRp),
  credit(payerId, 'withholding', amountRp),
  debit(sellerId, 'withholding', amountRp),
  credit(sellerId, 'receivable', amountRp),
];
