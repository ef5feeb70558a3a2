import type { Tx } from '../../platform/db/sql.js';
import { keepInSuspense } from './keep-in-suspense.js';

/** Of which payment word came. */
export interface NotedPayment {
  readonly id: string;
  readonly payeeId: string;
  readonly payerId: string;
  readonly amountRp: number;
}

/** Word came of a payment that nobody can prove or disprove: its collector looks at the gateway's own pages, once. */
export const keepUnproved = (
  tx: Tx,
  { id, payeeId, payerId, amountRp }: NotedPayment,
  notificationId: string,
  firmAt: Date,
): Promise<void> =>
  keepInSuspense(tx, {
    ...{ payeeId, payerId, paymentId: id, sourceId: notificationId, amountRp, reason: 'unproved', firmAt },
  });

/** The last genuine notification of a payment that came after the gateway was last asked and answered. */
export const unansweredWord = async (tx: Tx, paymentId: string): Promise<string | undefined> => {
  const row = await tx.first<{ id: string }>(
    `SELECT id FROM gateway_verdict JOIN gateway_notification ON id = notification_id
     WHERE payment_id = $1 AND verdict = 'genuine' AND received_at > coalesce(
       (SELECT max(began_at) FROM gateway_call WHERE payment_id = $1 AND outcome = 'done'), '-infinity')
     ORDER BY received_at DESC LIMIT 1`,
    [paymentId],
  );
  return row?.id;
};
