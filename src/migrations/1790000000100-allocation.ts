import { forward } from './forward.js';
import { grant } from './grant.js';

/** What each line asked and got, and from whom, in whole packs; and what was awarded but no line could use. */
export const Allocation1790000000100 = forward('Allocation1790000000100', async (runner) => {
  await runner.query(`
    CREATE TABLE share (
      line_id uuid PRIMARY KEY REFERENCES commitment_line (id),
      lot_id uuid NOT NULL REFERENCES lot (id),
      asked_packs integer NOT NULL CHECK (asked_packs > 0),
      allocated_packs integer NOT NULL CHECK (allocated_packs >= 0),
      draw text NOT NULL
    )`);
  await runner.query(`CREATE INDEX share_lot ON share (lot_id)`);
  await runner.query(`
    CREATE TABLE allocation (
      line_id uuid NOT NULL REFERENCES share (line_id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      lot_id uuid NOT NULL REFERENCES lot (id),
      packs integer NOT NULL CHECK (packs > 0),
      PRIMARY KEY (line_id, supplier_id)
    )`);
  await runner.query(`CREATE INDEX allocation_lot ON allocation (lot_id)`);
  await runner.query(`
    CREATE TABLE surplus (
      lot_id uuid NOT NULL REFERENCES lot (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      packs bigint NOT NULL CHECK (packs > 0),
      PRIMARY KEY (lot_id, supplier_id)
    )`);
  await grant(runner, { appended: ['share', 'allocation', 'surplus'] });
});
