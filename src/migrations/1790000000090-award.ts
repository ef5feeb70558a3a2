import { forward } from './forward.js';
import { grant } from './grant.js';

/** The engine's answer per lot, who proposed it and who approved it: never the same person. */
export const Award1790000000090 = forward('Award1790000000090', async (runner) => {
  await runner.query(`
    CREATE TABLE award (
      id uuid PRIMARY KEY,
      lot_id uuid NOT NULL UNIQUE REFERENCES lot (id),
      state text NOT NULL DEFAULT 'computed' CHECK (state IN ('computed', 'proposed', 'approved')),
      demand_packs bigint NOT NULL CHECK (demand_packs > 0),
      awarded_packs bigint NOT NULL CHECK (awarded_packs >= 0),
      cost_rp bigint NOT NULL CHECK (cost_rp >= 0),
      bound_rp bigint NOT NULL,
      gap_ppm bigint NOT NULL CHECK (gap_ppm >= 0),
      explanation jsonb NOT NULL,
      computed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      proposed_by uuid REFERENCES person (id),
      proposed_at timestamptz,
      approved_by uuid REFERENCES person (id),
      approved_at timestamptz,
      version integer NOT NULL DEFAULT 1,
      CHECK (awarded_packs <= demand_packs),
      CHECK ((proposed_by IS NULL) = (state = 'computed')),
      CHECK ((approved_by IS NULL) = (state <> 'approved')),
      CONSTRAINT nobody_approves_their_own_proposal CHECK (approved_by <> proposed_by)
    )`);
  await runner.query(`
    CREATE TABLE award_line (
      award_id uuid NOT NULL REFERENCES award (id),
      bid_id uuid NOT NULL REFERENCES bid (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      tier_no integer NOT NULL CHECK (tier_no > 0),
      packs bigint NOT NULL CHECK (packs > 0),
      price_rp_per_unit bigint NOT NULL CHECK (price_rp_per_unit > 0),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      PRIMARY KEY (award_id, bid_id)
    )`);
  await grant(runner, { kept: ['award'], appended: ['award_line'] });
});
