import { forward } from './forward.js';

/** A supplier finds its own drops and payment requests without reading everybody's. */
export const SupplierIndexes1790000000280 = forward('SupplierIndexes1790000000280', async (runner) => {
  await runner.query(`CREATE INDEX delivery_drop_supplier ON delivery_drop (supplier_id, id)`);
  await runner.query(`CREATE INDEX payment_request_supplier ON payment_request (supplier_id, id)`);
});
