import { freshDatabase, type TestDatabase } from '../../test/support/database.js';

let database: TestDatabase;
beforeAll(async () => {
  database = await freshDatabase();
});
afterAll(() => database.close());

it.each([
  ['delivery_drop', 'supplier_id'],
  ['delivery_drop', 'koperasi_id'],
  ['payment_request', 'supplier_id'],
  ['payment_request', 'koperasi_id'],
  ['invoice', 'koperasi_id'],
  ['supplier_bill', 'supplier_id'],
  ['closing_credit', 'koperasi_id'],
])('lets a party find its own rows of %s by %s', async (table, column) => {
  const { rows } = await database.owner.query(
    `SELECT FROM pg_index JOIN pg_attribute ON attrelid = indrelid AND attnum = indkey[0]
     WHERE indrelid = $1::regclass AND attname = $2 AND indpred IS NULL`,
    [table, column],
  );
  expect(rows.length).toBeGreaterThan(0);
});
