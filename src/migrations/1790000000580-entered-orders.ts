import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, OVERSEES, anyOf, isMine } from './sight.js';
import { wall } from './wall.js';

/**
 * Orders that an organiser wrote down for a koperasi, until one of its people confirms or refuses them. They are no
 * commitment: nothing that sums commitments reads them. The code that confirms one is in no column.
 */
export const EnteredOrders1790000000580 = forward('EnteredOrders1790000000580', async (runner) => {
  await runner.query('ALTER TABLE pool ADD CONSTRAINT pool_of_organiser UNIQUE (id, organiser_id)');
  await runner.query(`
    CREATE TABLE entered_order (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL,
      organiser_id uuid NOT NULL,
      koperasi_id uuid NOT NULL REFERENCES party (id),
      lines jsonb NOT NULL CHECK (jsonb_typeof(lines) = 'array' AND jsonb_array_length(lines) BETWEEN 1 AND 50),
      entered_by uuid NOT NULL REFERENCES person (id),
      -- Who was sent the code; null where the koperasi has nobody with a contact.
      asked_id uuid REFERENCES person (id),
      entered_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      expires_at timestamptz NOT NULL,
      tries integer NOT NULL DEFAULT 0 CHECK (tries BETWEEN 0 AND 5),
      outcome text CHECK (outcome IN ('confirmed', 'refused', 'replaced')),
      confirmed_by text CHECK (confirmed_by IN ('code', 'self')),
      ended_by uuid REFERENCES person (id),
      ended_at timestamptz,
      FOREIGN KEY (pool_id, organiser_id) REFERENCES pool (id, organiser_id),
      CONSTRAINT ended_whole CHECK (num_nonnulls(outcome, ended_by, ended_at) IN (0, 3)),
      CONSTRAINT confirmed_somehow CHECK ((outcome IS NOT DISTINCT FROM 'confirmed') = (confirmed_by IS NOT NULL)),
      CONSTRAINT confirmed_in_time CHECK (confirmed_by IS NULL OR ended_at < expires_at),
      CONSTRAINT code_was_sent CHECK (confirmed_by IS DISTINCT FROM 'code' OR (asked_id IS NOT NULL AND tries < 5)),
      -- Whoever wrote it down does not confirm it by themselves.
      CONSTRAINT another_confirms CHECK (asked_id <> entered_by
        AND (confirmed_by IS DISTINCT FROM 'self' OR ended_by <> entered_by))
    )`);
  await runner.query(
    `CREATE UNIQUE INDEX one_order_waits ON entered_order (pool_id, koperasi_id) WHERE outcome IS NULL`,
  );
  await runner.query(`CREATE INDEX entered_order_koperasi ON entered_order (koperasi_id, id)`);
  await runner.query(`CREATE INDEX entered_order_organiser ON entered_order (organiser_id, id)`);
  // What was written down stays as it was; an answer stays given.
  await runner.query(`
    CREATE FUNCTION entered_order_stays() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF OLD.outcome IS NOT NULL OR NEW.tries < OLD.tries
        OR (NEW.id, NEW.pool_id, NEW.organiser_id, NEW.koperasi_id, NEW.lines, NEW.entered_by, NEW.entered_at, NEW.expires_at)
          IS DISTINCT FROM
          (OLD.id, OLD.pool_id, OLD.organiser_id, OLD.koperasi_id, OLD.lines, OLD.entered_by, OLD.entered_at, OLD.expires_at)
        OR NEW.asked_id IS DISTINCT FROM OLD.asked_id THEN
        RAISE EXCEPTION 'entered order % stays as it is', OLD.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'entered_order_stays';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query('REVOKE EXECUTE ON FUNCTION entered_order_stays() FROM PUBLIC');
  await runner.query(`
    CREATE TRIGGER entered_order_stays BEFORE UPDATE ON entered_order
    FOR EACH ROW EXECUTE FUNCTION entered_order_stays()`);
  await grant(runner, { kept: ['entered_order'] });
  await wall(runner, 'entered_order', {
    read: anyOf(isMine('koperasi_id'), isMine('organiser_id'), OVERSEES, ACROSS),
    write: anyOf(isMine('koperasi_id'), isMine('organiser_id'), ACROSS),
  });
});
