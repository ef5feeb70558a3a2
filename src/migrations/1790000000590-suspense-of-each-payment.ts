import { forward } from './forward.js';

/** Two payments of one due may both be taken back: each is somebody's task, not the first alone. */
export const SuspenseOfEachPayment1790000000590 = forward(
  'SuspenseOfEachPayment1790000000590',
  async (runner) => {
    await runner.query(`
    ALTER TABLE suspense_item
      DROP CONSTRAINT suspense_item_source_id_reason_key,
      ADD CONSTRAINT kept_apart_once UNIQUE NULLS NOT DISTINCT (source_id, reason, payment_id)`);
  },
);
