import { forward } from './forward.js';

/** What a seller gave time for is looked up whenever it gives more. */
export const PromisedTerms1790000000662 = forward('PromisedTerms1790000000662', async (runner) => {
  await runner.query(
    'CREATE INDEX line_price_given_time ON line_price (supplier_id, lot_id) WHERE payment_days > 0',
  );
});
