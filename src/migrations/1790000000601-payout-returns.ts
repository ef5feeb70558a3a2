import { forward } from './forward.js';

/** A line of a statement may be a payout that the bank gave back; of a payout there is one such line. */
export const PayoutReturns1790000000601 = forward('PayoutReturns1790000000601', async (runner) => {
  await runner.query(`
    ALTER TABLE bank_line
      DROP CONSTRAINT bank_line_resolved_as_check,
      ADD CONSTRAINT bank_line_resolved_as_check
        CHECK (resolved_as IN ('due', 'payout', 'return', 'transfer', 'gateway', 'not-ours', 'money-back', 'credit')),
      ADD CONSTRAINT return_came_in CHECK (resolved_as <> 'return' OR (amount_rp > 0 AND resolved_id IS NOT NULL))`);
  await runner.query('DROP INDEX bank_line_proves_once');
  await runner.query(`
    CREATE UNIQUE INDEX bank_line_proves_once ON bank_line (party_id, resolved_as, resolved_id)
    WHERE resolved_as IN ('payout', 'return', 'transfer')`);
});
