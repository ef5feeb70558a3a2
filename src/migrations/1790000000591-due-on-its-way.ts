import { forward } from './forward.js';

/**
 * What of a due is being paid by something under way: a payout that was proposed and has not ended, a payment through the
 * gateway that waits, a refund that was approved or still may be. Whoever begins another asks this under the due's lock.
 */
export const DueOnItsWay1790000000591 = forward('DueOnItsWay1790000000591', async (runner) => {
  await runner.query(`
    CREATE VIEW due_on_its_way WITH (security_invoker = true) AS
    SELECT due_id, amount_rp, 'payout' AS way, payout_id AS source_id FROM payout_item WHERE is_under_way
    UNION ALL
    SELECT due_id, payment_item.amount_rp, 'payment', payment_id FROM payment_item JOIN payment ON payment.id = payment_id
    WHERE payment.state IN ('created', 'unknown', 'pending')
    UNION ALL
    SELECT due_id, amount_rp, 'refund', payment_refund.id FROM payment_refund JOIN decision ON decision.id = decision_id
    WHERE payment_refund.state = 'approved' OR (payment_refund.state = 'proposed'
      AND (decision.state = 'approved' OR (decision.state = 'proposed' AND expires_at > clock_timestamp())))`);
  await runner.query('GRANT SELECT ON due_on_its_way TO sepikul_app, sepikul_worker, sepikul_auditor');
});
