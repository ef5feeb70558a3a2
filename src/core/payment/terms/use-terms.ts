/** How a seller lets a buyer pay later: so many days after receipt, or as the goods are sold, the rest by then. */
export const termsKinds = ['tempo', 'consignment'] as const;
export type TermsKind = (typeof termsKinds)[number];

/** What a seller grants a buyer: so many days to pay, for so much at a time. */
export interface CreditTerms {
  readonly days: number;
  readonly limitRp: number;
  /** Left out: tempo. */
  readonly kind?: TermsKind;
}

/** By whose terms a pool's bills fall due: those of the bid that won, or those granted to each buyer. */
export interface DueRule {
  readonly dueBy: 'bid' | 'party';
  /** What the winning bid gives all; 0: cash. */
  readonly bidDays: number;
  /** What the seller has granted this buyer; undefined: nothing. */
  readonly terms: CreditTerms | undefined;
  /** What the buyer owes the seller already and has not paid. */
  readonly unpaidRp: number;
}

/** When a bill is paid; 0 days: in cash, before goods are released. */
export interface PaymentTerms {
  readonly days: number;
  /** Goods are handed over and paid for as they are sold; what is left of them by the last of the days. */
  readonly isConsigned: boolean;
}

/**
 * Days a buyer has for an amount: by its own terms only while all it owes stays within their limit. 0: cash, before
 * goods are released.
 *
 *   bid, 14 days                                        -> 14
 *   party, 30 days up to Rp10,000,000, unpaid Rp4,000,000 | Rp6,000,000 -> 30 | Rp6,000,001 -> 0
 *   party, nothing granted                              -> 0
 *   party, consignment of 30 days within its limit       -> 30, as it is sold
 */
export const useTerms = ({ dueBy, bidDays, terms, unpaidRp }: DueRule, amountRp: number): PaymentTerms => {
  if (dueBy === 'bid') return { days: bidDays, isConsigned: false };
  if (terms === undefined || unpaidRp + amountRp > terms.limitRp) return { days: 0, isConsigned: false };
  return { days: terms.days, isConsigned: terms.kind === 'consignment' && terms.days > 0 };
};
