import { forward } from './forward.js';
import { grant } from './grant.js';

/** One drop per koperasi and supplier of a pool; what is allocated after it left goes on the next one. */
export const Delivery1790000000110 = forward('Delivery1790000000110', async (runner) => {
  await runner.query(`
    CREATE TABLE delivery_drop (
      id uuid PRIMARY KEY,
      pool_id uuid NOT NULL REFERENCES pool (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      sequence integer NOT NULL CHECK (sequence > 0),
      state text NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'dispatched', 'received')),
      delivery_note text,
      dispatched_at timestamptz,
      dispatched_by uuid REFERENCES person (id),
      received_at timestamptz,
      received_by uuid REFERENCES person (id),
      version integer NOT NULL DEFAULT 1,
      UNIQUE (pool_id, supplier_id, koperasi_id, sequence),
      CHECK ((state = 'planned') = (dispatched_at IS NULL)),
      CHECK ((state = 'received') = (received_at IS NOT NULL))
    )`);
  await runner.query(`CREATE UNIQUE INDEX delivery_drop_one_planned
    ON delivery_drop (pool_id, supplier_id, koperasi_id) WHERE state = 'planned'`);
  await runner.query(`CREATE INDEX delivery_drop_koperasi ON delivery_drop (koperasi_id)`);
  await runner.query(`
    CREATE TABLE drop_line (
      drop_id uuid NOT NULL REFERENCES delivery_drop (id),
      line_id uuid NOT NULL,
      supplier_id uuid NOT NULL,
      lot_id uuid NOT NULL REFERENCES lot (id),
      shipped_packs integer NOT NULL CHECK (shipped_packs > 0),
      accepted_packs integer CHECK (accepted_packs >= 0),
      quarantined_packs integer CHECK (quarantined_packs >= 0),
      damaged_packs integer CHECK (damaged_packs >= 0),
      missing_packs integer CHECK (missing_packs >= 0),
      PRIMARY KEY (drop_id, line_id),
      UNIQUE (line_id, supplier_id),
      FOREIGN KEY (line_id, supplier_id) REFERENCES allocation (line_id, supplier_id),
      CHECK (num_nulls(accepted_packs, quarantined_packs, damaged_packs, missing_packs) IN (0, 4)),
      CONSTRAINT shipped_is_accounted_for
        CHECK (shipped_packs = accepted_packs + quarantined_packs + damaged_packs + missing_packs)
    )`);
  await runner.query(`CREATE INDEX drop_line_lot ON drop_line (lot_id)`);
  await grant(runner, { kept: ['delivery_drop', 'drop_line'] });
});
