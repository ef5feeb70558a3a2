import { forward } from './forward.js';
import { grant } from './grant.js';

/** Lots of a closed pool. Every active line has exactly one membership: in a lot, or refused with a reason. */
export const Lot1790000000070 = forward('Lot1790000000070', async (runner) => {
  await runner.query(`
    CREATE TABLE lot (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL REFERENCES pool (id),
      item_id uuid NOT NULL UNIQUE REFERENCES pool_item (id),
      state text NOT NULL DEFAULT 'bidding'
        CHECK (state IN ('bidding', 'opened', 'awarded', 'contracted', 'delivering', 'settled', 'failed')),
      quantity_packs bigint NOT NULL CHECK (quantity_packs > 0),
      line_count integer NOT NULL CHECK (line_count > 0),
      koperasi_count integer NOT NULL CHECK (koperasi_count > 0),
      failed_reason text,
      version integer NOT NULL DEFAULT 1,
      formed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK ((state = 'failed') = (failed_reason IS NOT NULL))
    )`);
  await runner.query(`CREATE INDEX lot_pool ON lot (pool_id)`);
  await runner.query(`
    CREATE TABLE lot_zone (
      lot_id uuid NOT NULL REFERENCES lot (id),
      district_code text NOT NULL REFERENCES region (code),
      quantity_packs bigint NOT NULL CHECK (quantity_packs > 0),
      koperasi_count integer NOT NULL CHECK (koperasi_count > 0),
      PRIMARY KEY (lot_id, district_code)
    )`);
  await runner.query(`
    CREATE TABLE lot_membership (
      line_id uuid PRIMARY KEY REFERENCES commitment_line (id),
      lot_id uuid REFERENCES lot (id),
      refusal text CHECK (refusal IN ('KOPERASI_SUSPENDED', 'BENEFICIARY_SUSPENDED', 'COLD_STORE_MISSING')),
      CHECK (num_nonnulls(lot_id, refusal) = 1)
    )`);
  await runner.query(`CREATE INDEX lot_membership_lot ON lot_membership (lot_id)`);
  await runner.query(
    `CREATE INDEX lot_membership_refused ON lot_membership (line_id) WHERE refusal IS NOT NULL`,
  );
  await grant(runner, { kept: ['lot'], appended: ['lot_zone', 'lot_membership'] });
});
