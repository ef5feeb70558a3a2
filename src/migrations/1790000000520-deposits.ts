import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, organisesPool, OVERSEES, seesRow } from './sight.js';
import { asActing, wall } from './wall.js';

/**
 * What koperasi deposit on their orders. What was paid, and what went back, the dues say; what was applied and what
 * was carried on have rows of their own: held is what is left of it, and the ledger says the same (p02).
 */
export const Deposits1790000000520 = forward('Deposits1790000000520', async (runner) => {
  await runner.query(`
    ALTER TABLE pool
      ADD COLUMN deposit_forfeit text NOT NULL DEFAULT 'none' CHECK (deposit_forfeit IN ('none', 'line-withdrawn')),
      ADD COLUMN deposit_return_days integer NOT NULL DEFAULT 7 CHECK (deposit_return_days BETWEEN 0 AND 90),
      ADD COLUMN deposit_grace_s integer NOT NULL DEFAULT 900 CHECK (deposit_grace_s BETWEEN 0 AND 172800),
      ADD COLUMN due_by text NOT NULL DEFAULT 'bid' CHECK (due_by IN ('bid', 'party')),
      ADD COLUMN lines_released_at timestamptz,
      ADD COLUMN deposits_asked_at timestamptz,
      ADD CONSTRAINT deposits_are_bought_with CHECK (side = 'buy' OR deposit_rate_bps = 0),
      ADD CONSTRAINT forfeits_only_deposits CHECK (deposit_rate_bps > 0 OR deposit_forfeit = 'none')`);
  // Who joins a pool joins under what it declared.
  await runner.query(`
    CREATE FUNCTION deposit_declared_in_draft() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF OLD.state <> 'draft' AND
        (OLD.deposit_rate_bps, OLD.deposit_forfeit, OLD.deposit_return_days, OLD.deposit_grace_s, OLD.due_by) IS DISTINCT FROM
        (NEW.deposit_rate_bps, NEW.deposit_forfeit, NEW.deposit_return_days, NEW.deposit_grace_s, NEW.due_by)
      THEN
        RAISE EXCEPTION 'deposits are declared while their pool is a draft'
          USING ERRCODE = 'check_violation', CONSTRAINT = 'deposit_declared_in_draft';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER deposit_declared_in_draft BEFORE UPDATE OF
      deposit_rate_bps, deposit_forfeit, deposit_return_days, deposit_grace_s, due_by ON pool
    FOR EACH ROW EXECUTE FUNCTION deposit_declared_in_draft()`);

  await runner.query(`
    CREATE TABLE pool_deposit (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL REFERENCES pool (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      required_rp bigint NOT NULL DEFAULT 0 CHECK (required_rp >= 0),
      forfeited_rp bigint NOT NULL DEFAULT 0 CHECK (forfeited_rp >= 0),
      version integer NOT NULL DEFAULT 1,
      UNIQUE (pool_id, koperasi_id)
    )`);
  await runner.query(`CREATE INDEX pool_deposit_koperasi ON pool_deposit (koperasi_id, id)`);
  // One is open at a time of each kind; a new one takes the place of one that was cancelled or paid.
  await runner.query(`
    CREATE TABLE pool_deposit_due (
      id uuid PRIMARY KEY,
      deposit_id uuid NOT NULL REFERENCES pool_deposit (id),
      due_id uuid NOT NULL UNIQUE REFERENCES due (id),
      kind text NOT NULL CHECK (kind IN ('deposit', 'deposit-return'))
    )`);
  await runner.query(`CREATE INDEX pool_deposit_due_deposit ON pool_deposit_due (deposit_id)`);
  await runner.query(`
    CREATE TABLE deposit_application (
      id uuid PRIMARY KEY,
      deposit_id uuid NOT NULL REFERENCES pool_deposit (id),
      due_id uuid NOT NULL REFERENCES due (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      journal_id uuid NOT NULL REFERENCES journal (id),
      applied_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (deposit_id, due_id)
    )`);
  // A koperasi's consent; the worker then says how much was carried, which is less where less is asked for there.
  await runner.query(`
    CREATE TABLE deposit_carry (
      id uuid PRIMARY KEY,
      from_id uuid NOT NULL REFERENCES pool_deposit (id),
      to_pool_id uuid NOT NULL REFERENCES pool (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      asked_by uuid NOT NULL REFERENCES person (id),
      asked_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      to_id uuid REFERENCES pool_deposit (id),
      amount_rp bigint CHECK (amount_rp >= 0),
      carried_at timestamptz,
      CHECK (from_id <> to_id),
      CHECK (num_nonnulls(amount_rp, carried_at) IN (0, 2) AND (coalesce(amount_rp, 0) = 0 OR to_id IS NOT NULL))
    )`);
  await runner.query(`CREATE INDEX deposit_carry_from ON deposit_carry (from_id)`);
  await runner.query(`CREATE INDEX deposit_carry_to ON deposit_carry (to_id) WHERE to_id IS NOT NULL`);
  // Lines that bind nobody any more, with why: their deposit is free, and, but for one tendered anew, their worst too.
  await runner.query(`
    CREATE TABLE released_line (
      line_id uuid PRIMARY KEY REFERENCES commitment_line (id),
      pool_id uuid NOT NULL REFERENCES pool (id),
      reason text NOT NULL CHECK (reason IN ('DEPOSIT_NOT_HELD', 'REFUSED', 'LOT_FAILED', 'TENDERED_ANEW')),
      released_at timestamptz NOT NULL DEFAULT clock_timestamp()
    )`);
  await runner.query(`CREATE INDEX released_line_pool ON released_line (pool_id)`);

  await runner.query(`
    CREATE VIEW pool_deposit_sum WITH (security_invoker = true) AS
    SELECT deposit.id, deposit.pool_id, koperasi_id, required_rp, forfeited_rp, paid_rp, carried_in_rp, carried_out_rp,
      applied_rp, back_rp, returned_rp,
      paid_rp + carried_in_rp - carried_out_rp - applied_rp - forfeited_rp - back_rp AS held_rp
    FROM pool_deposit AS deposit
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(covered_rp) FILTER (WHERE part.kind = 'deposit'), 0)::bigint AS paid_rp,
        coalesce(sum(covered_rp) FILTER (WHERE part.kind = 'deposit-return'), 0)::bigint AS returned_rp,
        coalesce(sum(CASE state WHEN 'cancelled' THEN covered_rp ELSE amount_rp END)
          FILTER (WHERE part.kind = 'deposit-return'), 0)::bigint AS back_rp
      FROM pool_deposit_due AS part JOIN due ON due.id = due_id WHERE deposit_id = deposit.id
    ) AS dues
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_rp), 0)::bigint AS applied_rp FROM deposit_application WHERE deposit_id = deposit.id
    ) AS applied
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_rp), 0)::bigint AS carried_in_rp FROM deposit_carry WHERE to_id = deposit.id
    ) AS came
    CROSS JOIN LATERAL (
      SELECT coalesce(sum(amount_rp), 0)::bigint AS carried_out_rp FROM deposit_carry WHERE from_id = deposit.id
    ) AS went`);
  await runner.query(`GRANT SELECT ON pool_deposit_sum TO sepikul_app, sepikul_worker, sepikul_auditor`);

  await runner.query(`ALTER TABLE lot_membership DROP CONSTRAINT lot_membership_refusal_check`);
  await runner.query(`
    ALTER TABLE lot_membership ADD CONSTRAINT lot_membership_refusal_check CHECK (refusal IN (
      'RESCUE_CANCELLED', 'RESCUE_MERGED', 'RESCUE_NOT_CONSENTED', 'RESCUE_NO_TARGET',
      'KOPERASI_SUSPENDED', 'BENEFICIARY_SUSPENDED', 'COLD_STORE_MISSING', 'DEPOSIT_NOT_HELD'))`);

  // What came in as deposits is applied, forfeited, gone back or held, in the books of who paid and of who holds.
  await runner.query(`
    CREATE VIEW p02_deposits_add_up WITH (security_invoker = true) AS
    WITH flow AS (
      SELECT payer_id AS koperasi_id, payee_id AS organiser_id, covered_rp AS amount_rp FROM due WHERE kind = 'deposit'
      UNION ALL
      SELECT payee_id, payer_id, -(CASE state WHEN 'cancelled' THEN covered_rp ELSE amount_rp END)
      FROM due WHERE kind = 'deposit-return'
      UNION ALL
      SELECT koperasi_id, organiser_id, -(coalesce((SELECT sum(amount_rp) FROM deposit_application
        WHERE deposit_id = pool_deposit.id), 0)) - forfeited_rp
      FROM pool_deposit JOIN pool ON pool.id = pool_id
    ), said AS (
      SELECT party_id, sum(amount_rp) AS amount_rp FROM (
        SELECT koperasi_id AS party_id, amount_rp FROM flow
        UNION ALL
        SELECT organiser_id, -amount_rp FROM flow
      ) AS both_sides GROUP BY party_id
    ), booked AS (
      SELECT party_id, sum(amount_rp) AS amount_rp FROM account JOIN posting ON account_id = account.id
      WHERE purpose = 'deposit-held' GROUP BY party_id
    )
    SELECT party_id::text AS subject, 'deposits come to ' || coalesce(said.amount_rp, 0) || ', its books say '
      || coalesce(booked.amount_rp, 0) AS detail
    FROM said FULL JOIN booked USING (party_id)
    WHERE coalesce(said.amount_rp, 0) <> coalesce(booked.amount_rp, 0)
    UNION ALL
    SELECT id::text, 'carried ' || amount_rp || ' on without consent of its koperasi'
    FROM deposit_carry WHERE amount_rp > 0 AND NOT EXISTS (
      SELECT FROM pool_deposit WHERE pool_deposit.id = from_id AND pool_deposit.koperasi_id = deposit_carry.koperasi_id)`);
  await runner.query(`GRANT SELECT ON p02_deposits_add_up TO sepikul_auditor`);

  await grant(runner, {
    kept: ['pool_deposit', 'deposit_carry'],
    removable: ['released_line'],
    appended: ['pool_deposit_due', 'deposit_application'],
  });
  const seesDeposit = (column: string): string =>
    anyOf(ACROSS, seesRow('pool_deposit', `pool_deposit.id = ${column}`));
  await wall(runner, 'pool_deposit', {
    read: anyOf(isMine('koperasi_id'), ACROSS, OVERSEES, organisesPool('pool_id')),
    write: ACROSS,
  });
  await wall(runner, 'pool_deposit_due', { read: seesDeposit('deposit_id'), write: ACROSS });
  await wall(runner, 'deposit_application', { read: seesDeposit('deposit_id'), write: ACROSS });
  await wall(runner, 'deposit_carry', {
    read: anyOf(isMine('koperasi_id'), ACROSS, OVERSEES, organisesPool('to_pool_id')),
    write: anyOf(isMine('koperasi_id'), ACROSS),
  });
  await wall(runner, 'released_line', {
    read: anyOf(ACROSS, seesRow('commitment_line', 'commitment_line.id = line_id')),
    write: anyOf(ACROSS, organisesPool('pool_id')),
  });
  // The check of new rows covers no deletion: taken back by whoever closes the pool.
  await runner.query(`
    CREATE POLICY released_line_app_deletes ON released_line AS RESTRICTIVE FOR DELETE TO sepikul_app
    USING (${asActing(anyOf(ACROSS, organisesPool('pool_id')))})`);
});
