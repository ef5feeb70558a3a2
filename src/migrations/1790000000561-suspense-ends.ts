import { forward } from './forward.js';

/**
 * Money in suspense ends in more ways: as a credit that the payer's next bills are paid from; and, where a bank took
 * back what had been given back already, by asking its payer for it again.
 */
export const SuspenseEnds1790000000561 = forward('SuspenseEnds1790000000561', async (runner) => {
  await runner.query(`
    ALTER TABLE suspense_item
      DROP CONSTRAINT suspense_item_state_check,
      DROP CONSTRAINT resolved_into_a_due,
      ADD CONSTRAINT suspense_item_state_check
        CHECK (state IN ('open', 'applied', 'giving-back', 'credited', 'asked-again', 'taken-back')),
      ADD CONSTRAINT resolved_into_a_due
        CHECK ((state IN ('applied', 'giving-back', 'credited', 'asked-again')) = (due_id IS NOT NULL)),
      ADD CONSTRAINT asked_again_when_reversed CHECK (state <> 'asked-again' OR reason = 'reversed')`);
  await runner.query(`
    ALTER TABLE bank_line
      DROP CONSTRAINT bank_line_resolved_as_check,
      ADD CONSTRAINT bank_line_resolved_as_check
        CHECK (resolved_as IN ('due', 'payout', 'transfer', 'gateway', 'not-ours', 'money-back', 'credit'))`);
});
