import { forward } from './forward.js';

/** A supplier that is suspended before it has signed is out of its lots; an award may fall before it was proposed. */
export const SuspendedBids1790000000364 = forward('SuspendedBids1790000000364', async (runner) => {
  await runner.query(`
    ALTER TABLE bid_out
      DROP CONSTRAINT bid_out_reason_check,
      ADD CONSTRAINT bid_out_reason_check
        CHECK (reason IN ('OBJECTION_UPHELD', 'NOT_SIGNED', 'DECLINED', 'SUPPLIER_SUSPENDED'))`);
  await runner.query(`
    ALTER TABLE award
      DROP CONSTRAINT computed_is_not_proposed,
      ADD CONSTRAINT computed_is_not_proposed CHECK (CASE state WHEN 'replaced' THEN true
        ELSE (proposed_at IS NULL) = (state = 'computed' OR mode = 'distribution') END)`);
});
