import { forward } from './forward.js';
import { grant } from './grant.js';

/** How a pool seals its bids: declared with it, or else server mode as usual. */
export const PoolSeal1790000000375 = forward('PoolSeal1790000000375', async (runner) => {
  await runner.query(`
    CREATE TABLE pool_seal (
      pool_id uuid PRIMARY KEY REFERENCES pool (id),
      mode text NOT NULL CHECK (mode IN ('server', 'committee')),
      open_within_hours integer NOT NULL CHECK (open_within_hours BETWEEN 1 AND 720),
      deputy_id uuid REFERENCES person (id),
      shows_bid_count boolean NOT NULL
    )`);
  // Who holds a share of each lot's key, in committee mode: three people.
  await runner.query(`
    CREATE TABLE pool_seal_holder (
      pool_id uuid NOT NULL REFERENCES pool_seal (pool_id),
      place integer NOT NULL CHECK (place BETWEEN 1 AND 3),
      person_id uuid NOT NULL REFERENCES person (id),
      PRIMARY KEY (pool_id, place),
      CONSTRAINT holders_are_different_people UNIQUE (pool_id, person_id)
    )`);
  await runner.query(`CREATE INDEX pool_seal_holder_person ON pool_seal_holder (person_id)`);
  await runner.query(`
    CREATE FUNCTION check_seal_holders() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF (SELECT count(*) FROM pool_seal_holder WHERE pool_id = NEW.pool_id)
        <> (SELECT CASE mode WHEN 'committee' THEN 3 ELSE 0 END FROM pool_seal WHERE pool_id = NEW.pool_id) THEN
        RAISE EXCEPTION 'pool % has not the holders that its mode asks for', NEW.pool_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'committee_has_three_holders';
      END IF;
      RETURN NULL;
    END $$`);
  for (const table of ['pool_seal', 'pool_seal_holder'])
    await runner.query(`
      CREATE CONSTRAINT TRIGGER committee_has_three_holders AFTER INSERT ON ${table}
      DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION check_seal_holders()`);
  await grant(runner, { appended: ['pool_seal', 'pool_seal_holder'] });
});
