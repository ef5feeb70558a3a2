import { forward } from './forward.js';

const DEFINER = 'STABLE LANGUAGE sql SECURITY DEFINER SET search_path = public, pg_temp';

/**
 * When terms over all lots of a pool are opened, said once: no lot awaits its opening any more, one that still waits for
 * its committee's key included. A lot that failed unopened, or is distributed without bids, is waited for no more.
 */
export const TermsSight1790000000446 = forward('TermsSight1790000000446', async (runner) => {
  // As its owner, whom a policy lets see every lot: what it answers is public.
  await runner.query(`
    CREATE FUNCTION pool_awaits_opening(pool_asked uuid) RETURNS boolean ${DEFINER} AS $$
      SELECT EXISTS (
        SELECT FROM lot JOIN pool_item ON pool_item.id = lot.item_id LEFT JOIN tender ON tender.lot_id = lot.id
        WHERE lot.pool_id = pool_asked AND lot.state = 'bidding' AND pool_item.mode = 'tender'
          AND tender.opened_at IS NULL)
    $$`);
  await runner.query(
    'GRANT EXECUTE ON FUNCTION pool_awaits_opening(uuid) TO sepikul_app, sepikul_worker, sepikul_auditor',
  );
  await runner.query(`
    CREATE OR REPLACE FUNCTION principal_sees_terms(pool_asked uuid) RETURNS boolean ${DEFINER} AS $$
      SELECT coalesce(bool_or(opened_at IS NOT NULL), false) AND NOT pool_awaits_opening(pool_asked)
        AND (bool_and(state IN ('contracted', 'delivering', 'settled', 'failed')) OR principal_oversees()
          OR principal_purpose() <> '' OR principal_is_member(pool_asked))
      FROM lot LEFT JOIN tender ON lot_id = lot.id WHERE pool_id = pool_asked
    $$`);
  await runner.query(`
    CREATE OR REPLACE FUNCTION check_supplier_terms_in_time() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF pool_awaits_opening(NEW.pool_id) OR NOT EXISTS (
        SELECT FROM sealed_bid JOIN sealing_key ON sealing_key.id = key_id
        WHERE sealing_key.pool_id = NEW.pool_id AND sealing_key.lot_id IS NULL
          AND sealed_bid.supplier_id = NEW.supplier_id AND sealed_bid.revision = NEW.revision
          AND (sealed_bid.hash, sealed_bid.made_by, sealed_bid.made_at) = (NEW.hash, NEW.made_by, NEW.made_at)
      ) THEN
        RAISE EXCEPTION 'terms of supplier % were not sealed in time, or a lot of pool % is not opened yet', NEW.supplier_id, NEW.pool_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'supplier_terms_in_time';
      END IF;
      RETURN NEW;
    END $$`);
});
