import { forward } from './forward.js';

/** What charges and invoices are made of: freight, fixed charges and fee; what is left is goods. Of those before all is goods. */
export const ChargeParts1790000000552 = forward('ChargeParts1790000000552', async (runner) => {
  for (const [table, whole] of [
    ['line_price', 'charge_rp'],
    ['invoice_line', 'amount_rp'],
  ])
    await runner.query(`
      ALTER TABLE ${table}
        ADD COLUMN freight_rp bigint NOT NULL DEFAULT 0 CHECK (freight_rp >= 0),
        ADD COLUMN fixed_rp bigint NOT NULL DEFAULT 0 CHECK (fixed_rp >= 0),
        ADD COLUMN fee_rp bigint NOT NULL DEFAULT 0 CHECK (fee_rp >= 0),
        ADD CONSTRAINT ${table}_is_its_parts CHECK (freight_rp + fixed_rp + fee_rp <= ${whole})`);
});
