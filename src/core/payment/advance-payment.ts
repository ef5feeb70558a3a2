import { assertWhole } from '../kernel/whole.js';

/**
 * How far a payment is: asked of nobody yet; asked, and nobody knows with what outcome; waiting for its payer; over
 * without money; paid; given back; taken back by the bank.
 */
export const paymentStates = [
  'created',
  'unknown',
  'pending',
  'expired',
  'cancelled',
  'denied',
  'settled',
  'partially-refunded',
  'refunded',
  'reversed',
  'charged-back',
] as const;
export type PaymentState = (typeof paymentStates)[number];

/** What has been seen of a payment, ever. Sights are only added, so their order says nothing. */
export const sights = ['unknown', 'pending', 'expire', 'cancel', 'deny', 'settlement', 'chargeback'] as const;
export type Sight = (typeof sights)[number];

export interface Payment {
  readonly amountRp: number;
  /** Each once, in the order of the list of sights. */
  readonly seen: readonly Sight[];
  readonly refundedRp: number;
}

/** What an answer of the gateway says of a payment. */
export interface Fact {
  readonly status: string;
  readonly fraudStatus: string | null;
  readonly paymentType: string;
  readonly settledAt: Date | null;
  /** Refunds that the bank has confirmed, together. */
  readonly refundedRp: number;
}

/** A card that was denied may be tried again under the same order; a bank that denies what it settled takes it back. */
const mayBeTriedAgain = (paymentType: string): boolean => paymentType === 'credit_card';

const isClean = (fraudStatus: string | null): boolean => fraudStatus === null || fraudStatus === 'accept';

/**
 * What a fact shows. A captured card is not paid: it settles later, or is cancelled. A denial that knows when it was
 * settled shows both.
 */
export const sightsOf = ({ status, fraudStatus, paymentType, settledAt }: Fact): Sight[] => {
  switch (status) {
    case 'settlement':
      return [isClean(fraudStatus) ? 'settlement' : 'pending'];
    case 'refund':
    case 'partial_refund':
      return ['settlement'];
    case 'chargeback':
    case 'partial_chargeback':
      return ['settlement', 'chargeback'];
    case 'deny':
    case 'failure':
      if (mayBeTriedAgain(paymentType)) return ['pending'];
      return settledAt === null ? ['deny'] : ['settlement', 'deny'];
    case 'cancel':
      return ['cancel'];
    case 'expire':
      return ['expire'];
    default:
      return ['pending'];
  }
};

/**
 * The state that follows from all that was seen: a function of a set, so that events in any order, and twice, lead
 * to the same. Money that came counts above an end without money; what took it away counts above that.
 *
 *   {pending, expire} -> expired      {expire, settlement} -> settled (late, and kept apart)
 *   {settlement, deny} -> reversed    {settlement} and Rp75 of Rp275 refunded -> partially-refunded
 */
export const stateOf = ({ seen, amountRp, refundedRp }: Payment): PaymentState => {
  const saw = (sight: Sight): boolean => seen.includes(sight);
  if (saw('chargeback')) return 'charged-back';
  if (saw('settlement')) {
    if (saw('deny')) return 'reversed';
    if (refundedRp >= amountRp) return 'refunded';
    return refundedRp > 0 ? 'partially-refunded' : 'settled';
  }
  if (saw('deny')) return 'denied';
  if (saw('cancel')) return 'cancelled';
  if (saw('expire')) return 'expired';
  if (saw('pending')) return 'pending';
  return saw('unknown') ? 'unknown' : 'created';
};

/** A payment after further sights, and refunds, of which the most that was ever confirmed counts. */
export const see = <Kept extends Payment>(payment: Kept, more: readonly Sight[], refundedRp = 0): Kept => {
  assertWhole(refundedRp, 'refundedRp');
  const seen = sights.filter((sight) => payment.seen.includes(sight) || more.includes(sight));
  const most = Math.min(payment.amountRp, Math.max(payment.refundedRp, refundedRp));
  return { ...payment, seen, refundedRp: most };
};

/** A payment after a fact. */
export const advancePayment = <Kept extends Payment>(payment: Kept, fact: Fact): Kept =>
  see(payment, sightsOf(fact), fact.refundedRp);

/** It waits: for an answer, or for its payer. */
export const isWaiting = (state: PaymentState): boolean =>
  state === 'created' || state === 'unknown' || state === 'pending';

/** Its money stands with the collector, though a part may have gone back. */
export const isPaid = (state: PaymentState): boolean =>
  state === 'settled' || state === 'partially-refunded' || state === 'refunded';

/** Its money came and was taken away again. */
export const isTakenBack = (state: PaymentState): boolean => state === 'reversed' || state === 'charged-back';
