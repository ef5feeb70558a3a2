import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, OVERSEES } from './sight.js';
import { wall } from './wall.js';

/** Tax that an organiser that resells withholds of suppliers' bills, by dated rates, where the law makes it: a legal fact. */
export const Withholding1790000000553 = forward('Withholding1790000000553', async (runner) => {
  await runner.query(`
    ALTER TABLE legal_fact DROP CONSTRAINT legal_fact_kind_check,
      ADD CONSTRAINT legal_fact_kind_check
        CHECK (kind IN ('legal-entity', 'pkp', 'withholds-pph-22', 'withholds-pph-23'))`);
  await runner.query(`
    CREATE TABLE withholding_rate (
      code text NOT NULL CHECK (code IN ('pph-22', 'pph-23')),
      valid_from date NOT NULL,
      rate_bps integer NOT NULL CHECK (rate_bps BETWEEN 1 AND 5000),
      above_rp bigint NOT NULL CHECK (above_rp >= 0),
      source text NOT NULL CHECK (source <> ''),
      PRIMARY KEY (code, valid_from)
    )`);
  // A bill that comes to more or less is followed by a row of its own, which may be below zero.
  await runner.query(`
    CREATE TABLE withheld_tax (
      id uuid PRIMARY KEY,
      whole_bill_id uuid NOT NULL REFERENCES whole_bill (id),
      sequence integer NOT NULL CHECK (sequence > 0),
      organiser_id uuid NOT NULL REFERENCES party (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      code text NOT NULL,
      rate_from date NOT NULL,
      base_rp bigint NOT NULL CHECK (base_rp >= 0),
      amount_rp bigint NOT NULL CHECK (amount_rp <> 0),
      journal_id uuid NOT NULL UNIQUE REFERENCES journal (id),
      withheld_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (whole_bill_id, code, sequence),
      FOREIGN KEY (code, rate_from) REFERENCES withholding_rate (code, valid_from)
    )`);
  await runner.query(`CREATE INDEX withheld_tax_supplier ON withheld_tax (supplier_id, id)`);
  await runner.query(`CREATE INDEX withheld_tax_organiser ON withheld_tax (organiser_id, id)`);
  await grant(runner, { kept: ['withholding_rate'], appended: ['withheld_tax'] });
  await wall(runner, 'withheld_tax', {
    read: anyOf(isMine('supplier_id'), isMine('organiser_id'), ACROSS, OVERSEES),
    write: ACROSS,
  });
  await runner.query(`
    CREATE OR REPLACE VIEW whole_payable WITH (security_invoker = true) AS
    SELECT billed_part.lot_id, billed_part.supplier_id,
      (sum(payable_rp) - coalesce((
        SELECT sum(withheld_tax.amount_rp) FROM withheld_tax JOIN whole_bill ON whole_bill.id = whole_bill_id
        WHERE whole_bill.lot_id = billed_part.lot_id AND whole_bill.supplier_id = billed_part.supplier_id), 0))::bigint AS amount_rp
    FROM billed_part GROUP BY billed_part.lot_id, billed_part.supplier_id`);
  await runner.query(`
    CREATE VIEW p28_withheld_is_booked WITH (security_invoker = true) AS
    SELECT withheld_tax.id::text AS subject, code || ' ' || withheld_tax.amount_rp || ', booked ' || coalesce(booked_rp, 0) AS detail
    FROM withheld_tax LEFT JOIN (
      SELECT journal_id, party_id, -sum(amount_rp) AS booked_rp
      FROM posting JOIN account ON account.id = account_id WHERE purpose = 'withholding' GROUP BY journal_id, party_id
    ) AS book ON book.journal_id = withheld_tax.journal_id AND party_id = organiser_id
    WHERE booked_rp IS DISTINCT FROM withheld_tax.amount_rp
    UNION ALL
    SELECT journal_id::text, 'withheld, and of no bill'
    FROM posting JOIN account ON account.id = account_id JOIN journal ON journal.id = journal_id
    WHERE purpose = 'withholding' AND kind = 'withholding'
      AND NOT EXISTS (SELECT FROM withheld_tax WHERE withheld_tax.journal_id = posting.journal_id)
    UNION ALL
    SELECT whole_bill_id::text, code || ' withheld ' || sum(withheld_tax.amount_rp) || ' of ' || min(whole_bill.amount_rp)
    FROM withheld_tax JOIN whole_bill ON whole_bill.id = whole_bill_id GROUP BY whole_bill_id, code
    HAVING sum(withheld_tax.amount_rp) < 0 OR sum(withheld_tax.amount_rp) * 2 > min(whole_bill.amount_rp)`);
  await runner.query(`GRANT SELECT ON p28_withheld_is_booked TO sepikul_auditor`);
});
