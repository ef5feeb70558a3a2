import { forward } from './forward.js';
import { grant } from './grant.js';

/** What a kitchen needs in one ISO week, ingredient by ingredient and day by day. */
export const Kitchen1790000000050 = forward('Kitchen1790000000050', async (runner) => {
  await runner.query(`
    CREATE TABLE requirement (
      id uuid PRIMARY KEY,
      kitchen_id uuid NOT NULL REFERENCES party (id),
      iso_week text NOT NULL CHECK (iso_week ~ '^[0-9]{4}-W[0-9]{2}$'),
      state text NOT NULL DEFAULT 'draft' CHECK (state IN ('draft', 'published')),
      version integer NOT NULL DEFAULT 1,
      published_at timestamptz,
      published_by uuid REFERENCES person (id),
      UNIQUE (kitchen_id, iso_week),
      CHECK ((state = 'published') = (published_at IS NOT NULL AND published_by IS NOT NULL))
    )`);
  await runner.query(`
    CREATE TABLE requirement_line (
      id uuid PRIMARY KEY,
      requirement_id uuid NOT NULL REFERENCES requirement (id),
      needed_on date NOT NULL,
      commodity_code text NOT NULL REFERENCES commodity (code),
      quantity_milli bigint NOT NULL CHECK (quantity_milli > 0),
      UNIQUE (requirement_id, needed_on, commodity_code)
    )`);
  await grant(runner, { kept: ['requirement'], removable: ['requirement_line'] });
});
