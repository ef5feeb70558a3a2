/**
 * Triggers for the template that every test clones. A transaction of the product that changes a state and writes no
 * audit row fails at its commit, in whatever test it runs; what a test plants as the schema's owner is noted as
 * planted, so that p10 finds only what the product left out.
 */
export const WATCH_AUDIT = `
  CREATE FUNCTION demand_audit() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $$ BEGIN
    IF NOT EXISTS (SELECT FROM audit_event WHERE transaction_id = pg_current_xact_id()::text::bigint) THEN
      IF session_user IN ('sepikul_app', 'sepikul_worker') THEN
        RAISE EXCEPTION '% of % without an audit row in its transaction', TG_OP, TG_TABLE_NAME;
      END IF;
      INSERT INTO audit_event (action, subject_type, subject_id) VALUES ('planted', 'table', TG_TABLE_NAME);
    END IF;
    RETURN NULL;
  END $$;
  DO $$ DECLARE place regclass; BEGIN
    FOR place IN SELECT audited_tables() LOOP
      EXECUTE format('CREATE CONSTRAINT TRIGGER zz_demand_audit AFTER INSERT OR UPDATE OR DELETE ON %s
        DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION demand_audit()', place);
    END LOOP;
  END $$`;
