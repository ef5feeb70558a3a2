import { forward } from './forward.js';
import { grant } from './grant.js';

/** A lot's tender and the append-only revisions of its bids. What counts is a bid's last revision at the deadline. */
export const Bid1790000000080 = forward('Bid1790000000080', async (runner) => {
  await runner.query(`
    CREATE TABLE tender (
      lot_id uuid PRIMARY KEY REFERENCES lot (id),
      closes_at timestamptz NOT NULL,
      opened_at timestamptz,
      bid_count integer CHECK (bid_count >= 0),
      CHECK (opened_at IS NULL OR opened_at >= closes_at),
      CHECK ((opened_at IS NULL) = (bid_count IS NULL))
    )`);
  await runner.query(`CREATE INDEX tender_due ON tender (closes_at) WHERE opened_at IS NULL`);
  await runner.query(`
    CREATE TABLE bid (
      id uuid PRIMARY KEY,
      lot_id uuid NOT NULL REFERENCES tender (lot_id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      UNIQUE (lot_id, supplier_id)
    )`);
  await runner.query(`
    CREATE TABLE bid_revision (
      bid_id uuid NOT NULL REFERENCES bid (id),
      revision integer NOT NULL CHECK (revision > 0),
      action text NOT NULL CHECK (action IN ('submitted', 'revised', 'withdrawn')),
      capacity_packs integer CHECK (capacity_packs > 0),
      minimum_packs integer CHECK (minimum_packs >= 0 AND minimum_packs <= capacity_packs),
      lead_time_days integer CHECK (lead_time_days BETWEEN 0 AND 365),
      tiers jsonb,
      made_by uuid NOT NULL REFERENCES person (id),
      made_at timestamptz NOT NULL,
      PRIMARY KEY (bid_id, revision),
      CHECK (CASE WHEN action = 'withdrawn'
        THEN num_nonnulls(capacity_packs, minimum_packs, lead_time_days, tiers) = 0
        ELSE num_nulls(capacity_packs, minimum_packs, lead_time_days, tiers) = 0 END)
    )`);
  await runner.query(`
    CREATE FUNCTION check_bid_in_time() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM bid JOIN tender USING (lot_id)
        WHERE bid.id = NEW.bid_id AND tender.opened_at IS NULL AND NEW.made_at < tender.closes_at
      ) THEN
        RAISE EXCEPTION 'bid % was made after its deadline', NEW.bid_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'bid_in_time';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER bid_in_time BEFORE INSERT ON bid_revision FOR EACH ROW EXECUTE FUNCTION check_bid_in_time()`);
  await grant(runner, { kept: ['tender'], appended: ['bid', 'bid_revision'] });
});
