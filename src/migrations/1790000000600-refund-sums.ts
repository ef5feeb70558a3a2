import { forward } from './forward.js';

/** A gateway may say that a part of a payment went back, and not how much: a task, which ends once somebody knows. */
export const RefundSums1790000000600 = forward('RefundSums1790000000600', async (runner) => {
  await runner.query(`
    ALTER TABLE suspense_item
      DROP CONSTRAINT suspense_item_reason_check,
      DROP CONSTRAINT suspense_item_state_check,
      ADD CONSTRAINT suspense_item_reason_check
        CHECK (reason IN ('late', 'not-owed', 'unknown', 'reversed', 'refund-unknown')),
      ADD CONSTRAINT suspense_item_state_check
        CHECK (state IN ('open', 'applied', 'giving-back', 'credited', 'asked-again', 'taken-back', 'known')),
      ADD CONSTRAINT known_of_a_refund
        CHECK ((reason = 'refund-unknown' AND state IN ('open', 'known') AND payment_id IS NOT NULL
          AND source_id = payment_id AND journal_id IS NULL) OR (reason <> 'refund-unknown' AND state <> 'known'))`);
  await runner.query(
    `CREATE INDEX suspense_item_payment ON suspense_item (payment_id, reason) WHERE payment_id IS NOT NULL`,
  );
});
