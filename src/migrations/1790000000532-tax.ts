import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/** The tax contained in a line of an invoice, by dated rates, and numbers of credit notes and closing credits. */
export const Tax1790000000532 = forward('Tax1790000000532', async (runner) => {
  await runner.query(`
    CREATE TABLE tax_rate (
      code text NOT NULL CHECK (code IN ('ppn')),
      valid_from date NOT NULL,
      rate_bps integer NOT NULL CHECK (rate_bps BETWEEN 1 AND 10000),
      base_numerator integer NOT NULL CHECK (base_numerator > 0),
      base_denominator integer NOT NULL CHECK (base_denominator >= base_numerator),
      source text NOT NULL CHECK (source <> ''),
      PRIMARY KEY (code, valid_from)
    )`);
  await runner.query(`
    ALTER TABLE invoice_line
      ADD COLUMN tax_code text NOT NULL DEFAULT 'none' CHECK (tax_code IN ('ppn', 'exempt', 'none', 'check')),
      ADD COLUMN base_rp bigint NOT NULL DEFAULT 0 CHECK (base_rp >= 0),
      ADD COLUMN tax_rp bigint NOT NULL DEFAULT 0 CHECK (tax_rp >= 0),
      ADD COLUMN rate_from date,
      ADD CONSTRAINT tax_has_a_rate CHECK ((tax_code = 'ppn') = (rate_from IS NOT NULL)),
      ADD CONSTRAINT only_ppn_is_taken_out CHECK (tax_code = 'ppn' OR (base_rp = 0 AND tax_rp = 0)),
      ADD CONSTRAINT tax_lies_in_the_amount CHECK (base_rp + tax_rp <= amount_rp)`);
  await runner.query(`
    CREATE TABLE document_series (
      issuer_id uuid NOT NULL REFERENCES party (id),
      kind text NOT NULL CHECK (kind IN ('credit-note', 'closing-credit', 'purchase-order')),
      year integer NOT NULL,
      last_number integer NOT NULL CHECK (last_number > 0),
      PRIMARY KEY (issuer_id, kind, year)
    )`);
  await runner.query(`
    CREATE TABLE document_number (
      document_id uuid PRIMARY KEY,
      issuer_id uuid NOT NULL,
      kind text NOT NULL,
      year integer NOT NULL,
      number integer NOT NULL CHECK (number > 0),
      UNIQUE (issuer_id, kind, year, number),
      FOREIGN KEY (issuer_id, kind, year) REFERENCES document_series (issuer_id, kind, year)
    )`);
  await grant(runner, {
    kept: ['tax_rate', 'document_series'],
    appended: ['document_number'],
  });
  await wall(runner, 'document_series', { read: anyOf(isMine('issuer_id'), ACROSS), write: ACROSS });
  await wall(runner, 'document_number', {
    read: anyOf(
      isMine('issuer_id'),
      ACROSS,
      OVERSEES,
      seesRow('credit_note', 'credit_note.id = document_id'),
      seesRow('closing_credit', 'closing_credit.id = document_id'),
    ),
    write: ACROSS,
  });
  // What was issued before gets its numbers in the order in which it was.
  await runner.query(`
    INSERT INTO document_series (issuer_id, kind, year, last_number)
    SELECT issuer_id, kind, year, count(*) FROM (${BEFORE}) AS issued GROUP BY issuer_id, kind, year`);
  await runner.query(`
    INSERT INTO document_number (document_id, issuer_id, kind, year, number)
    SELECT id, issuer_id, kind, year, row_number() OVER (PARTITION BY issuer_id, kind, year ORDER BY issued_at, id)
    FROM (${BEFORE}) AS issued`);
  await runner.query(`
    INSERT INTO audit_event (action, subject_type, subject_id)
    SELECT 'documents-numbered', 'system', 'documents' WHERE EXISTS (SELECT FROM document_number)`);
});

const BEFORE = `
  SELECT credit_note.id, issuer_id, 'credit-note' AS kind, credit_note.issued_at,
    extract(year FROM credit_note.issued_at AT TIME ZONE 'Asia/Jakarta')::int AS year
  FROM credit_note JOIN invoice ON invoice.id = invoice_id
  UNION ALL
  SELECT id, organiser_id, 'closing-credit', issued_at, extract(year FROM issued_at AT TIME ZONE 'Asia/Jakarta')::int
  FROM closing_credit`;
