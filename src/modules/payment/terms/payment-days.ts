import { useTerms, type DueRule, type PaymentTerms } from '../../../core/payment/terms/use-terms.js';
import type { Sql } from '../../../platform/db/sql.js';
import { TermsReader } from './terms.reader.js';

const reader = new TermsReader();

interface Bill extends Pick<DueRule, 'dueBy' | 'bidDays'> {
  /** Whoever collects: in contract mode direct the supplier. */
  readonly payeeId: string;
  readonly payerId: string;
  readonly amountRp: number;
  /** What the buyer has of it besides what it owes: on consignment, or given time for and still to come; left out: nothing. */
  readonly besidesRp?: number;
}

/** When a buyer pays a bill, by what its pool declared; 0 days: in cash, before goods are released. */
export const paymentDays = async (
  sql: Sql,
  { dueBy, bidDays, payeeId, payerId, amountRp, besidesRp = 0 }: Bill,
): Promise<PaymentTerms> => {
  if (dueBy === 'bid') return { days: bidDays, isConsigned: false };
  const { terms, unpaidRp } = await reader.standing(sql, payeeId, payerId);
  return useTerms({ dueBy, bidDays, terms, unpaidRp: unpaidRp + besidesRp }, amountRp);
};
