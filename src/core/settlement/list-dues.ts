import type { DueKind } from '../payment/dues.js';
import type { ContractMode } from '../pool/contract-mode.js';
import { lastSale, type Deal } from './make-journals.js';

/** What a party owes another from a receipt on. */
export interface ReceiptDue {
  readonly kind: Extract<DueKind, 'balance' | 'credit' | 'equalisation'>;
  readonly payerId: string;
  readonly payeeId: string;
  readonly amountRp: number;
  /** Days after receipt; none: at once. */
  readonly paymentDays: number;
}

export interface ReceiptAmounts {
  readonly invoiceRp: number;
  readonly billRp: number;
  readonly balances: readonly { readonly paymentDays: number; readonly amountRp: number }[];
  readonly creditRp: number;
  /** Of the credit, what its request had not been paid. */
  readonly openRp: number;
}

/**
 * The dues that go with a receipt's journals. What the credit note takes off an open request raises none; what a
 * supplier bills the organiser is due by lot, when all of it is counted.
 *
 *   direct, invoice Rp110 paid, bill Rp100     | the supplier owes the organiser Rp10
 *   secondary, the same                         | nobody owes
 *   credit Rp20, of which Rp5 were not paid yet | who asked owes the buyer Rp15
 */
export const receiptDues = (deal: Deal, mode: ContractMode, amounts: ReceiptAmounts): ReceiptDue[] => {
  const { invoiceRp, billRp, balances, creditRp, openRp } = amounts;
  const { sellerId: collectorId, buyerId } = lastSale(deal, mode);
  const { sellerId, organiserId } = deal;
  const dues: ReceiptDue[] = balances.map((balance) => ({
    ...balance,
    kind: 'balance',
    payerId: buyerId,
    payeeId: collectorId,
  }));
  const owe = (kind: 'credit' | 'equalisation', payerId: string, payeeId: string, amountRp: number): void => {
    if (amountRp > 0) dues.push({ kind, payerId, payeeId, amountRp, paymentDays: 0 });
  };
  owe('credit', collectorId, buyerId, creditRp - openRp);
  if (mode === 'direct') {
    owe('equalisation', sellerId, organiserId, invoiceRp - billRp);
    owe('equalisation', organiserId, sellerId, billRp - invoiceRp);
  }
  return dues;
};
