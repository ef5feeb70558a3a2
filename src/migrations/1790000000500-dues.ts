import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, organisesPool, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/**
 * Dues: what one party owes another, for what, by when, and what has covered it. Deposits, payment requests,
 * balances, supplier bills and what is paid back are all rows here, so that there is one ageing, one exposure and one
 * way of paying.
 */
export const Dues1790000000500 = forward('Dues1790000000500', async (runner) => {
  await runner.query(`ALTER TABLE account DROP CONSTRAINT account_purpose_check`);
  await runner.query(`
    ALTER TABLE account ADD CONSTRAINT account_purpose_check CHECK (purpose IN
      ('receivable', 'payable', 'prepaid', 'unearned', 'purchases', 'sales', 'equalisation', 'fees', 'deposit-held',
       'deposit-applied', 'gateway-clearing', 'gateway', 'gateway-fees', 'bank', 'freight', 'suspense', 'withholding',
       'tax', 'forfeited'))`);
  await runner.query(`
    CREATE TABLE due (
      id uuid PRIMARY KEY,
      kind text NOT NULL CHECK (kind IN
        ('deposit', 'payment-request', 'balance', 'supplier-bill', 'equalisation', 'credit', 'deposit-return', 'money-back')),
      subject_id uuid NOT NULL,
      payer_id uuid NOT NULL REFERENCES party (id),
      payee_id uuid NOT NULL REFERENCES party (id),
      pool_id uuid REFERENCES pool (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      covered_rp bigint NOT NULL DEFAULT 0 CHECK (covered_rp >= 0),
      due_at timestamptz,
      state text NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'settled', 'cancelled')),
      firm_at timestamptz,
      raised_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      settled_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      UNIQUE (kind, subject_id),
      CONSTRAINT nobody_owes_themselves CHECK (payer_id <> payee_id),
      CONSTRAINT covered_up_to_what_is_due CHECK (covered_rp <= amount_rp),
      CONSTRAINT settled_when_covered CHECK ((state = 'settled') = (settled_at IS NOT NULL)
        AND (state <> 'settled' OR covered_rp = amount_rp) AND (state <> 'open' OR covered_rp < amount_rp)),
      CONSTRAINT firm_when_settled CHECK (firm_at IS NULL OR state = 'settled')
    )`);
  await runner.query(`CREATE INDEX due_payer ON due (payer_id, id)`);
  await runner.query(`CREATE INDEX due_payee ON due (payee_id, id)`);
  await runner.query(`CREATE INDEX due_pool ON due (pool_id) WHERE pool_id IS NOT NULL`);
  await runner.query(`
    CREATE TABLE due_cover (
      id uuid PRIMARY KEY,
      due_id uuid NOT NULL REFERENCES due (id),
      kind text NOT NULL CHECK (kind IN ('gateway', 'transfer', 'payout', 'deposit', 'credit', 'credit-note', 'reversal')),
      amount_rp bigint NOT NULL CHECK (amount_rp <> 0),
      source_id uuid NOT NULL,
      journal_id uuid REFERENCES journal (id),
      paid_at timestamptz NOT NULL,
      firm_at timestamptz NOT NULL CHECK (firm_at >= paid_at),
      covered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (due_id, kind, source_id),
      CONSTRAINT only_reversals_take_away CHECK ((amount_rp < 0) = (kind = 'reversal'))
    )`);
  // A due's sum is that of its covers, whoever writes either.
  await runner.query(`
    CREATE FUNCTION check_due_covered() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      checked uuid := coalesce(to_jsonb(NEW) ->> 'due_id', to_jsonb(NEW) ->> 'id')::uuid;
      said bigint;
      summed numeric;
    BEGIN
      SELECT covered_rp INTO said FROM due WHERE id = checked;
      SELECT coalesce(sum(amount_rp), 0) INTO summed FROM due_cover WHERE due_id = checked;
      IF said <> summed THEN
        RAISE EXCEPTION 'due % says % covered, its covers %', checked, said, summed
          USING ERRCODE = 'check_violation', CONSTRAINT = 'due_is_sum_of_covers';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_due_covered() FROM PUBLIC');
  await runner.query(`
    CREATE CONSTRAINT TRIGGER due_is_sum_of_covers AFTER INSERT OR UPDATE ON due
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_due_covered()`);
  await runner.query(`
    CREATE CONSTRAINT TRIGGER due_cover_sums_up AFTER INSERT ON due_cover
    DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_due_covered()`);
  await grant(runner, { kept: ['due'], appended: ['due_cover'] });
  await wall(runner, 'due', {
    read: anyOf(isMine('payer_id'), isMine('payee_id'), ACROSS, OVERSEES, organisesPool('pool_id')),
    write: anyOf(isMine('payer_id'), isMine('payee_id'), ACROSS),
  });
  await wall(runner, 'due_cover', {
    read: anyOf(ACROSS, seesRow('due', 'due.id = due_id')),
    write: ACROSS,
  });
});
