import { forward } from './forward.js';

/**
 * Two people of an organiser also decide that a party which lost its chair gets another, and what an outlet has. The
 * database repeats it: such an invitation rests on a decision of its own, and a cold store stays while goods need it.
 */
export const OrganisersDecide1790000000611 = forward('OrganisersDecide1790000000611', async (runner) => {
  await runner.query(`
    ALTER TABLE decision
      DROP CONSTRAINT decision_kind_check,
      ADD CONSTRAINT decision_kind_check CHECK (kind IN
        ('payout', 'early-opening', 'bank-account', 'organiser-rules', 'new-chair', 'capabilities')),
      ADD CONSTRAINT capabilities_are_said CHECK (kind <> 'capabilities' OR
        coalesce(jsonb_typeof(terms -> 'hasColdStore'), '') = 'boolean'
        AND coalesce(jsonb_typeof(terms -> 'storageKg'), '') IN ('number', 'null'))`);
  await runner.query(`
    ALTER TABLE invitation
      ADD COLUMN decision_id uuid REFERENCES decision (id),
      ADD CONSTRAINT decided_of_another CHECK (decision_id IS NULL OR join_party_id <> party_id)`);
  // A decision brings one chair: its invitation may be sent again, which takes the one before back.
  await runner.query(
    `CREATE UNIQUE INDEX invitation_of_decision ON invitation (decision_id) WHERE revoked_at IS NULL`,
  );
  await runner.query(`
    CREATE FUNCTION check_new_chair_of_two() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF NEW.join_party_id <> NEW.party_id AND EXISTS (SELECT FROM party WHERE id = NEW.party_id AND kind <> 'administrator')
        AND NOT EXISTS (SELECT FROM decision WHERE id = NEW.decision_id AND kind = 'new-chair' AND state = 'approved'
          AND party_id = NEW.party_id AND subject_id = NEW.join_party_id)
      THEN
        RAISE EXCEPTION 'invitation % rests on no decision of two', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'new_chair_takes_two';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER new_chair_takes_two BEFORE INSERT ON invitation
    FOR EACH ROW EXECUTE FUNCTION check_new_chair_of_two()`);

  // As the schema's owner, who sees every commitment: yes or no, and nothing of what is on order.
  await runner.query(`
    CREATE FUNCTION needs_cold_store(outlet uuid) RETURNS boolean LANGUAGE sql STABLE SECURITY DEFINER
    SET search_path = public, pg_temp AS $$
      SELECT EXISTS (
        SELECT FROM commitment_line AS line JOIN pool ON pool.id = line.pool_id AND pool.state IN ('open', 'closed')
          JOIN pool_item ON pool_item.id = line.item_id JOIN commodity ON commodity.code = commodity_code
        WHERE line.koperasi_id = outlet AND line.state = 'active' AND storage IN ('chilled', 'frozen')) $$`);
  await runner.query('GRANT EXECUTE ON FUNCTION needs_cold_store(uuid) TO sepikul_app, sepikul_worker');
  await runner.query(`
    CREATE FUNCTION check_cold_store_stays() RETURNS trigger LANGUAGE plpgsql AS $$
    BEGIN
      IF 'cold-store' = ANY (OLD.capabilities) AND NOT 'cold-store' = ANY (NEW.capabilities) AND needs_cold_store(NEW.id) THEN
        RAISE EXCEPTION 'party % needs its cold store', NEW.id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'cold_store_stays_while_needed';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER cold_store_stays_while_needed BEFORE UPDATE OF capabilities ON party
    FOR EACH ROW EXECUTE FUNCTION check_cold_store_stays()`);
});
