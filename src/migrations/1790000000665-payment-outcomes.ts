import { forward } from './forward.js';

/**
 * What a person says became of a payment moves money, so it takes two: it rests on a decision of its own kind, which the
 * database repeats. That nothing has changed one person may say.
 */
export const PaymentOutcomes1790000000665 = forward('PaymentOutcomes1790000000665', async (runner) => {
  await runner.query(`
    ALTER TABLE decision
      DROP CONSTRAINT decision_kind_check,
      ADD CONSTRAINT decision_kind_check CHECK (kind IN ('payout', 'early-opening', 'bank-account', 'organiser-rules',
        'new-chair', 'capabilities', 'payment-outcome'))`);
  await runner.query(`
    ALTER TABLE suspense_item
      ADD COLUMN outcome text CHECK (outcome IN ('unchanged', 'paid', 'taken-back', 'refunded')),
      ADD COLUMN outcome_rp bigint CHECK (outcome_rp > 0),
      ADD CONSTRAINT outcome_of_word CHECK (outcome IS NULL OR reason IN ('refund-unknown', 'unproved')),
      ADD CONSTRAINT outcome_is_proposed CHECK (outcome IS NULL OR outcome = 'unchanged' OR decision_id IS NOT NULL),
      ADD CONSTRAINT refunded_so_much CHECK (coalesce(outcome = 'refunded', false) = (outcome_rp IS NOT NULL))`);
  await runner.query(`
    CREATE FUNCTION check_outcome_of_two() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (SELECT FROM decision WHERE id = NEW.decision_id AND kind = 'payment-outcome' AND state = 'approved'
        AND party_id = NEW.payee_id AND subject_id = NEW.id)
      THEN
        RAISE EXCEPTION 'suspense item % rests on no decision of two', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'outcome_takes_two';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_outcome_of_two() FROM PUBLIC');
  // Nobody's word is needed where the gateway has told meanwhile.
  await runner.query(`
    CREATE TRIGGER outcome_takes_two BEFORE UPDATE ON suspense_item FOR EACH ROW
    WHEN (NEW.state = 'known' AND OLD.state = 'open' AND NEW.resolved_by IS NOT NULL AND NEW.outcome <> 'unchanged')
    EXECUTE FUNCTION check_outcome_of_two()`);
});
