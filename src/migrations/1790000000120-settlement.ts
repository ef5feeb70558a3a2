import { forward } from './forward.js';
import { grant } from './grant.js';

/** Payment requests at dispatch, invoices from receipts, credit notes for what did not arrive sound. */
export const Settlement1790000000120 = forward('Settlement1790000000120', async (runner) => {
  await runner.query(`
    CREATE TABLE payment_request (
      id uuid PRIMARY KEY,
      drop_id uuid NOT NULL UNIQUE REFERENCES delivery_drop (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      amount_rp bigint NOT NULL CHECK (amount_rp >= 0),
      journal_id uuid UNIQUE REFERENCES journal (id),
      issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK ((amount_rp = 0) = (journal_id IS NULL))
    )`);
  await runner.query(`CREATE INDEX payment_request_koperasi ON payment_request (koperasi_id, id)`);
  await runner.query(`
    CREATE TABLE invoice_series (
      issuer_id uuid NOT NULL REFERENCES party (id),
      year integer NOT NULL,
      last_number integer NOT NULL CHECK (last_number >= 0),
      PRIMARY KEY (issuer_id, year)
    )`);
  await runner.query(`
    CREATE TABLE invoice (
      id uuid PRIMARY KEY,
      drop_id uuid NOT NULL UNIQUE REFERENCES delivery_drop (id),
      issuer_id uuid NOT NULL REFERENCES party (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      year integer NOT NULL,
      number integer NOT NULL CHECK (number > 0),
      amount_rp bigint NOT NULL CHECK (amount_rp >= 0),
      journal_id uuid UNIQUE REFERENCES journal (id),
      issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (issuer_id, year, number),
      CHECK ((amount_rp = 0) = (journal_id IS NULL))
    )`);
  await runner.query(`CREATE INDEX invoice_koperasi ON invoice (koperasi_id, id)`);
  await runner.query(`
    CREATE TABLE invoice_line (
      invoice_id uuid NOT NULL REFERENCES invoice (id),
      line_id uuid NOT NULL REFERENCES commitment_line (id),
      accepted_packs integer NOT NULL CHECK (accepted_packs >= 0),
      pack_size_milli bigint NOT NULL CHECK (pack_size_milli > 0),
      price_rp_per_unit bigint NOT NULL CHECK (price_rp_per_unit > 0),
      amount_rp bigint NOT NULL CHECK (amount_rp >= 0),
      PRIMARY KEY (invoice_id, line_id)
    )`);
  await runner.query(`
    CREATE TABLE credit_note (
      id uuid PRIMARY KEY,
      invoice_id uuid NOT NULL UNIQUE REFERENCES invoice (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      quarantined_packs integer NOT NULL CHECK (quarantined_packs >= 0),
      damaged_packs integer NOT NULL CHECK (damaged_packs >= 0),
      missing_packs integer NOT NULL CHECK (missing_packs >= 0),
      journal_id uuid NOT NULL UNIQUE REFERENCES journal (id),
      issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CHECK (quarantined_packs + damaged_packs + missing_packs > 0)
    )`);
  await grant(runner, {
    kept: ['invoice_series'],
    appended: ['payment_request', 'invoice', 'invoice_line', 'credit_note'],
  });
});
