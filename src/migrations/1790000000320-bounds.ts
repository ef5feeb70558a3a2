import { forward } from './forward.js';

/**
 * Sums that the engine can reckon with: one beyond them failed the lots of a pool for everybody. What was written
 * before stands as it is.
 */
export const Bounds1790000000320 = forward('Bounds1790000000320', async (runner) => {
  await runner.query(`
    ALTER TABLE supplier_terms_revision ADD CONSTRAINT supplier_terms_within_bounds
      CHECK (fixed_charge_rp <= 1000000000000 AND minimum_order_rp <= 1000000000000) NOT VALID`);
  await runner.query(`
    ALTER TABLE pool_award_rule ADD CONSTRAINT missing_suppliers_within_bounds
      CHECK (min_suppliers::numeric * missing_supplier_rp <= 1000000000000) NOT VALID`);
});
