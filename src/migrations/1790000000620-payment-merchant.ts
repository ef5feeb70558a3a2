import { forward } from './forward.js';

/** Under which merchant a payment was asked for: nobody else can give its money back. Of older ones nobody knows any more. */
export const PaymentMerchant1790000000620 = forward('PaymentMerchant1790000000620', async (runner) => {
  await runner.query(`
    ALTER TABLE payment
      ADD COLUMN merchant_id text CHECK (merchant_id <> ''),
      ADD CONSTRAINT merchant_of_a_charge CHECK (merchant_id IS NULL OR charged_at IS NOT NULL)`);
});
