import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isActing, isMine, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/** Handed over = sold + back + still there; nothing is asked for that was not sold; no invoice before its end. */
const p30 = `
  SELECT drop_id::text AS subject, 'line ' || line_id || ' handed over ' || handed_packs || ', sold ' || sold || ', back ' || back
    || ', awaited ' || awaited || ', at the gate ' || accepted_packs || ' and ' || returned_packs AS detail
  FROM consignment JOIN consignment_line USING (drop_id) JOIN drop_line USING (drop_id, line_id)
  CROSS JOIN LATERAL (
    SELECT coalesce(sum(packs) FILTER (WHERE kind = 'sold'), 0) AS sold,
      coalesce(sum(packs) FILTER (WHERE kind = 'returned' AND state = 'counted'), 0) AS back,
      coalesce(sum(packs) FILTER (WHERE kind = 'returned' AND state = 'awaited'), 0) AS awaited
    FROM consignment_move AS move JOIN consignment_move_line AS moved ON move_id = move.id
    WHERE move.drop_id = consignment_line.drop_id AND moved.line_id = consignment_line.line_id
  ) AS told
  WHERE sold + back + awaited > handed_packs OR accepted_packs + returned_packs <> handed_packs
    OR returned_packs > back OR (ended_at IS NOT NULL AND returned_packs <> back)
  UNION ALL
  SELECT consignment.drop_id::text, CASE WHEN invoice.id IS NULL THEN 'ended without an invoice' ELSE 'invoiced before its end' END
  FROM consignment LEFT JOIN invoice USING (drop_id) WHERE (ended_at IS NOT NULL) <> (invoice.id IS NOT NULL)
  UNION ALL
  SELECT drop_line.drop_id::text, 'line ' || drop_line.line_id || ' went back, and was not on consignment'
  FROM drop_line LEFT JOIN consignment_line USING (drop_id, line_id) WHERE returned_packs > 0 AND handed_packs IS NULL
  UNION ALL
  SELECT drop_id::text, 'asked for ' || asked_rp || ', sold and in cash ' || most_rp FROM (
    SELECT drop_id, (SELECT coalesce(sum(amount_rp), 0) FROM payment_request WHERE payment_request.drop_id = consignment.drop_id) AS asked_rp,
      (SELECT sum(CASE
          WHEN is_consigned THEN ceil(charge_rp::numeric * (SELECT coalesce(sum(packs), 0)
            FROM consignment_move AS move JOIN consignment_move_line AS moved ON move_id = move.id
            WHERE move.drop_id = drop_line.drop_id AND moved.line_id = drop_line.line_id AND kind = 'sold') / line_price.packs)
          WHEN payment_days = 0 THEN ceil(charge_rp::numeric * shipped_packs / line_price.packs) ELSE 0 END)
       FROM drop_line JOIN line_price ON line_price.line_id = drop_line.line_id AND line_price.supplier_id = drop_line.supplier_id
       WHERE drop_line.drop_id = consignment.drop_id) AS most_rp
    FROM consignment
  ) AS asked WHERE asked_rp > most_rp`;

/**
 * Goods on consignment (titip jual): handed over without a request, paid for as they are sold, billed when the last day is
 * over or all is accounted for; what goes back both sides say.
 */
export const Consignment1790000000602 = forward('Consignment1790000000602', async (runner) => {
  await runner.query(`
    ALTER TABLE credit_terms
      ADD COLUMN kind text NOT NULL DEFAULT 'tempo' CHECK (kind IN ('tempo', 'consignment')),
      ADD CONSTRAINT consignment_has_a_last_day CHECK (kind <> 'consignment' OR days > 0)`);
  await runner.query(`
    ALTER TABLE line_price
      ADD COLUMN is_consigned boolean NOT NULL DEFAULT false,
      ADD CONSTRAINT consigned_until_a_day CHECK (NOT is_consigned OR payment_days > 0)`);
  await runner.query(`
    ALTER TABLE drop_line
      ADD COLUMN returned_packs integer NOT NULL DEFAULT 0 CHECK (returned_packs >= 0),
      DROP CONSTRAINT shipped_is_accounted_for,
      ADD CONSTRAINT shipped_is_accounted_for
        CHECK (shipped_packs = accepted_packs + returned_packs + quarantined_packs + damaged_packs + missing_packs),
      ADD CONSTRAINT returned_of_what_was_received CHECK (returned_packs = 0 OR accepted_packs IS NOT NULL)`);
  await runner.query(`
    CREATE TABLE consignment (
      drop_id uuid PRIMARY KEY REFERENCES delivery_drop (id),
      seller_id uuid NOT NULL REFERENCES party (id),
      buyer_id uuid NOT NULL REFERENCES party (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      opened_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      ends_at timestamptz NOT NULL,
      ended_at timestamptz
    )`);
  await runner.query(`CREATE INDEX consignment_ends ON consignment (ends_at) WHERE ended_at IS NULL`);
  await runner.query(`CREATE INDEX consignment_buyer ON consignment (buyer_id, drop_id)`);
  await runner.query(`CREATE INDEX consignment_seller ON consignment (seller_id, drop_id)`);
  await runner.query(`CREATE INDEX consignment_supplier ON consignment (supplier_id, drop_id)`);
  await runner.query(`
    CREATE TABLE consignment_line (
      drop_id uuid NOT NULL REFERENCES consignment (drop_id),
      line_id uuid NOT NULL,
      handed_packs integer NOT NULL CHECK (handed_packs > 0),
      PRIMARY KEY (drop_id, line_id),
      FOREIGN KEY (drop_id, line_id) REFERENCES drop_line (drop_id, line_id)
    )`);
  await runner.query(`
    CREATE TABLE consignment_move (
      id uuid PRIMARY KEY,
      drop_id uuid NOT NULL REFERENCES consignment (drop_id),
      kind text NOT NULL CHECK (kind IN ('sold', 'returned')),
      state text NOT NULL CHECK (state IN ('awaited', 'counted', 'refused')),
      told_by uuid NOT NULL REFERENCES person (id),
      told_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      judged_by uuid REFERENCES person (id),
      judged_at timestamptz,
      CONSTRAINT a_sale_counts_at_once CHECK (kind = 'returned' OR (state = 'counted' AND judged_by IS NULL)),
      CONSTRAINT a_return_is_judged_by_another CHECK (judged_by <> told_by),
      CONSTRAINT judged_when_not_awaited CHECK (kind = 'sold'
        OR (num_nonnulls(judged_by, judged_at) = CASE state WHEN 'awaited' THEN 0 ELSE 2 END))
    )`);
  await runner.query(`CREATE INDEX consignment_move_drop ON consignment_move (drop_id, id)`);
  await runner.query(`
    CREATE TABLE consignment_move_line (
      move_id uuid NOT NULL REFERENCES consignment_move (id),
      line_id uuid NOT NULL,
      packs integer NOT NULL CHECK (packs > 0),
      PRIMARY KEY (move_id, line_id)
    )`);
  // No two people at once tell of more than was handed over.
  await runner.query(`
    CREATE FUNCTION check_consigned_packs() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER
    SET search_path = pg_catalog, public, pg_temp AS $$
    DECLARE
      told uuid;
    BEGIN
      SELECT drop_id INTO told FROM consignment_move WHERE id = NEW.move_id;
      IF NOT EXISTS (SELECT FROM consignment_line WHERE drop_id = told AND line_id = NEW.line_id
          AND handed_packs >= (SELECT sum(packs) FROM consignment_move AS move JOIN consignment_move_line AS moved ON move_id = move.id
            WHERE move.drop_id = told AND moved.line_id = NEW.line_id AND state <> 'refused')) THEN
        RAISE EXCEPTION 'more of line % is told of than was handed over', NEW.line_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'consigned_packs_are_conserved';
      END IF;
      RETURN NULL;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION check_consigned_packs() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER consigned_packs AFTER INSERT ON consignment_move_line
    FOR EACH ROW EXECUTE FUNCTION check_consigned_packs()`);
  await grant(runner, {
    kept: ['consignment', 'consignment_move'],
    appended: ['consignment_line', 'consignment_move_line'],
  });
  const ofOwn = (table: string): string => seesRow('consignment', `consignment.drop_id = ${table}.drop_id`);
  await wall(runner, 'consignment', {
    read: anyOf(isMine('buyer_id'), isMine('seller_id'), isMine('supplier_id'), ACROSS, OVERSEES),
    write: anyOf(isActing('buyer_id'), isActing('supplier_id'), ACROSS),
  });
  await wall(runner, 'consignment_line', { read: anyOf(ACROSS, ofOwn('consignment_line')), write: ACROSS });
  await wall(runner, 'consignment_move', {
    read: anyOf(ACROSS, ofOwn('consignment_move')),
    write: anyOf(
      ACROSS,
      seesRow(
        'consignment',
        `consignment.drop_id = consignment_move.drop_id AND (${isActing('buyer_id')} OR ${isActing('supplier_id')})`,
      ),
    ),
  });
  await wall(runner, 'consignment_move_line', {
    read: anyOf(ACROSS, seesRow('consignment_move', 'consignment_move.id = move_id')),
    write: anyOf(
      ACROSS,
      seesRow(
        'consignment_move JOIN consignment USING (drop_id)',
        `consignment_move.id = move_id AND ${isActing('buyer_id')}`,
      ),
    ),
  });
  await runner.query(
    `CREATE VIEW p30_consigned_goods_are_accounted_for WITH (security_invoker = true) AS ${p30}`,
  );
  await runner.query('GRANT SELECT ON p30_consigned_goods_are_accounted_for TO sepikul_auditor');
});
