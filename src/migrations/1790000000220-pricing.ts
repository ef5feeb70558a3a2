import { forward } from './forward.js';
import { grant } from './grant.js';

/** Packs of a line from its supplier on its earlier drops: those of this drop come after them. */
const BEFORE = `(SELECT coalesce(sum(earlier.shipped_packs), 0) FROM drop_line AS earlier
  WHERE earlier.line_id = drop_line.line_id AND earlier.supplier_id = drop_line.supplier_id
    AND earlier.drop_id < drop_line.drop_id)`;
/** What accepted packs of a drop come to, of an amount for all packs of the line from its supplier. */
const sliceOf = (amount: string): string =>
  `div(${amount}::numeric * (${BEFORE} + drop_line.accepted_packs), line_price.packs)
    - div(${amount}::numeric * ${BEFORE}, line_price.packs)`;

const views: Readonly<Record<string, string>> = {
  // Lines, documents, receipts, prices, bills, journals and numbers all say the same, to the rupiah.
  p15_invoices_match_their_lines: `
    SELECT invoice.id::text AS subject, amount_rp || ' lines ' || coalesce(sum, 0) AS detail
    FROM invoice LEFT JOIN (SELECT invoice_id, sum(amount_rp) FROM invoice_line GROUP BY invoice_id) AS lines
      ON invoice_id = invoice.id
    WHERE amount_rp <> coalesce(sum, 0)
    UNION ALL
    SELECT invoice.id::text, 'line ' || drop_line.line_id || ' accepted ' || coalesce(drop_line.accepted_packs, -1)
      || ' of ' || coalesce(line_price.packs, -1) || ' for ' || coalesce(line_price.charge_rp, -1)
      || ' at ' || coalesce(line_price.price_rp_per_unit, -1) || ', billed ' || coalesce(invoice_line.accepted_packs, -1)
      || ' for ' || coalesce(invoice_line.amount_rp, -1) || ' at ' || coalesce(invoice_line.price_rp_per_unit, -1)
    FROM invoice JOIN drop_line USING (drop_id)
    LEFT JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
    LEFT JOIN line_price ON line_price.line_id = drop_line.line_id AND line_price.supplier_id = drop_line.supplier_id
    WHERE drop_line.accepted_packs IS DISTINCT FROM invoice_line.accepted_packs
      OR line_price.price_rp_per_unit IS DISTINCT FROM invoice_line.price_rp_per_unit
      OR ${sliceOf('line_price.charge_rp')} IS DISTINCT FROM invoice_line.amount_rp
    UNION ALL
    SELECT line_price.line_id::text, 'priced ' || line_price.packs || ' of ' || coalesce(allocation.packs, 0)
    FROM line_price LEFT JOIN allocation USING (line_id, supplier_id) WHERE line_price.packs IS DISTINCT FROM allocation.packs
    UNION ALL
    SELECT invoice.drop_id::text, 'goods ' || coalesce(due.goods_rp, -1) || ' of lot ' || due.lot_id || ' billed '
      || coalesce(supplier_bill.goods_rp, -1)
    FROM invoice JOIN (
      SELECT drop_id, drop_line.lot_id, sum(${sliceOf('line_price.bill_rp')}) AS goods_rp
      FROM drop_line LEFT JOIN line_price USING (line_id, supplier_id) GROUP BY drop_id, drop_line.lot_id
    ) AS due USING (drop_id)
    LEFT JOIN supplier_bill ON supplier_bill.drop_id = invoice.drop_id AND supplier_bill.lot_id = due.lot_id
    WHERE due.goods_rp IS DISTINCT FROM supplier_bill.goods_rp
    UNION ALL
    SELECT invoice.drop_id::text, 'requested ' || coalesce(payment_request.amount_rp, -1)
      || ' invoiced ' || invoice.amount_rp || ' credited ' || coalesce(credit_note.amount_rp, 0)
    FROM invoice LEFT JOIN payment_request USING (drop_id) LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
    WHERE payment_request.amount_rp IS DISTINCT FROM invoice.amount_rp + coalesce(credit_note.amount_rp, 0)
    UNION ALL
    SELECT document.id::text, 'amount ' || document.amount_rp || ' journal ' || coalesce(debit_rp, 0)
    FROM (
      SELECT id, amount_rp, journal_id FROM payment_request
      UNION ALL SELECT id, amount_rp, journal_id FROM credit_note
      UNION ALL SELECT id, amount_rp, journal_id FROM closing_credit
    ) AS document
    LEFT JOIN (SELECT journal_id, sum(amount_rp) / 2 AS debit_rp FROM posting WHERE amount_rp > 0 GROUP BY journal_id) AS entry
      USING (journal_id)
    WHERE document.amount_rp <> coalesce(debit_rp, 0)
    UNION ALL
    SELECT invoice.id::text, 'invoiced ' || invoice.amount_rp || ' bought ' || coalesce(bought_rp, 0)
      || ', billed ' || coalesce(billed_rp, 0) || ' sold ' || coalesce(sold_rp, 0)
    FROM invoice
    LEFT JOIN (
      SELECT journal_id, sum(amount_rp) FILTER (WHERE purpose = 'purchases') AS bought_rp,
        -sum(amount_rp) FILTER (WHERE purpose = 'sales') AS sold_rp
      FROM posting JOIN account ON account.id = account_id GROUP BY journal_id
    ) AS entry USING (journal_id)
    LEFT JOIN (SELECT drop_id, sum(amount_rp) AS billed_rp FROM supplier_bill GROUP BY drop_id) AS bill USING (drop_id)
    WHERE invoice.amount_rp <> coalesce(bought_rp, 0) OR coalesce(billed_rp, 0) <> coalesce(sold_rp, 0)
    UNION ALL
    SELECT issuer_id || ' ' || year, 'numbered to ' || coalesce(max(last_number), 0) || ', issued ' || count(invoice.id)
    FROM invoice_series FULL JOIN invoice USING (issuer_id, year)
    GROUP BY issuer_id, year
    HAVING max(last_number) IS DISTINCT FROM count(invoice.id) OR max(invoice.number) IS DISTINCT FROM max(last_number)`,

  // Of every settled lot: invoices - credits + uncovered = supplier bills + fees; nobody pays above a limit; and
  // each organiser's equalisation account holds exactly what its pools have made of it.
  p16_settled_lots_add_up: `
    WITH invoiced AS (
      SELECT drop_line.lot_id, drop_line.line_id, sum(drop_line.accepted_packs) AS accepted_packs,
        sum(invoice_line.amount_rp) AS invoiced_rp
      FROM drop_line JOIN invoice USING (drop_id)
      JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
      GROUP BY drop_line.lot_id, drop_line.line_id
    ), lots AS (
      SELECT lot.id AS lot_id, lot_closing.lot_id IS NOT NULL AS is_closed, fees_rp, uncovered_rp,
        lot_closing.invoiced_rp AS said_invoiced_rp, billed_rp AS said_billed_rp, lot_closing.credited_rp AS said_credited_rp,
        coalesce((SELECT sum(invoiced_rp) FROM invoiced WHERE invoiced.lot_id = lot.id), 0) AS invoiced_rp,
        coalesce((SELECT sum(amount_rp) FROM supplier_bill WHERE supplier_bill.lot_id = lot.id), 0) AS bills_rp,
        coalesce((SELECT sum(amount_rp) FROM closing_credit WHERE closing_credit.lot_id = lot.id), 0) AS credits_rp,
        coalesce((SELECT sum(final_rp) FROM closing_line WHERE closing_line.lot_id = lot.id), 0) AS final_rp
      FROM lot LEFT JOIN lot_closing ON lot_closing.lot_id = lot.id WHERE lot.state = 'settled'
    )
    SELECT lot_id::text AS subject, 'invoices ' || invoiced_rp || ' - credits ' || credits_rp || ' + uncovered '
      || coalesce(uncovered_rp, 0) || ', bills ' || bills_rp || ' + fees ' || coalesce(fees_rp, 0) AS detail
    FROM lots
    WHERE NOT is_closed OR invoiced_rp - credits_rp + uncovered_rp <> bills_rp + fees_rp
      OR final_rp <> invoiced_rp - credits_rp
      OR (said_invoiced_rp, said_billed_rp, said_credited_rp) IS DISTINCT FROM (invoiced_rp, bills_rp, credits_rp)
    UNION ALL
    SELECT closing_line.line_id::text, 'pays ' || final_rp || ' of ' || closing_line.invoiced_rp || ' for '
      || closing_line.accepted_packs || ', limit ' || coalesce(max_landed_rp, 0)
    FROM closing_line JOIN commitment_line ON commitment_line.id = line_id JOIN pool_item ON pool_item.id = item_id
    LEFT JOIN invoiced ON invoiced.lot_id = closing_line.lot_id AND invoiced.line_id = closing_line.line_id
    WHERE final_rp::numeric * 1000 > max_landed_rp::numeric * closing_line.accepted_packs * pack_size_milli
      OR (closing_line.accepted_packs, closing_line.invoiced_rp)
        IS DISTINCT FROM (invoiced.accepted_packs, invoiced.invoiced_rp)
    UNION ALL
    SELECT organiser_id::text, 'equalisation ' || coalesce(kept_rp, 0) || ' of ' || coalesce(due_rp, 0)
    FROM (
      SELECT organiser_id, sum(amount_rp) AS due_rp FROM (
        SELECT pool_id, -invoice.amount_rp AS amount_rp FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id
        UNION ALL SELECT pool_id, amount_rp FROM supplier_bill JOIN delivery_drop ON delivery_drop.id = drop_id
        UNION ALL SELECT pool_id, fees_rp + credited_rp FROM lot_closing JOIN lot ON lot.id = lot_id
      ) AS part JOIN pool ON pool.id = pool_id GROUP BY organiser_id
    ) AS due FULL JOIN (
      SELECT party_id AS organiser_id, sum(amount_rp) AS kept_rp
      FROM account JOIN posting ON account_id = account.id WHERE purpose = 'equalisation' GROUP BY party_id
    ) AS kept USING (organiser_id)
    WHERE coalesce(kept_rp, 0) <> coalesce(due_rp, 0)`,
};

/**
 * What members pay: one price per lot or zone, fixed when a lot is shared out; what suppliers bill; what a lot
 * came to in the end; and the organiser's account between them.
 */
export const Pricing1790000000220 = forward('Pricing1790000000220', async (runner) => {
  await runner.query(`
    CREATE TABLE pool_pricing (
      pool_id uuid PRIMARY KEY REFERENCES pool (id),
      kind text NOT NULL CHECK (kind IN ('uniform', 'per-zone')),
      fee_rp_per_unit bigint NOT NULL CHECK (fee_rp_per_unit >= 0)
    )`);
  await runner.query(`ALTER TABLE account DROP CONSTRAINT account_purpose_check`);
  await runner.query(`
    ALTER TABLE account ADD CONSTRAINT account_purpose_check CHECK (purpose IN
      ('receivable', 'payable', 'prepaid', 'unearned', 'purchases', 'sales', 'equalisation', 'fees'))`);
  // Nothing charged may still be something billed.
  await runner.query(`ALTER TABLE invoice DROP CONSTRAINT invoice_check`);
  await runner.query(
    `ALTER TABLE invoice ADD CONSTRAINT invoice_check CHECK (amount_rp = 0 OR journal_id IS NOT NULL)`,
  );
  await runner.query(`
    CREATE TABLE line_price (
      line_id uuid NOT NULL,
      supplier_id uuid NOT NULL,
      lot_id uuid NOT NULL REFERENCES lot (id),
      zone_code text NOT NULL,
      packs integer NOT NULL CHECK (packs > 0),
      charge_rp bigint NOT NULL CHECK (charge_rp >= 0),
      bill_rp bigint NOT NULL CHECK (bill_rp >= 0),
      price_rp_per_unit bigint NOT NULL CHECK (price_rp_per_unit > 0),
      PRIMARY KEY (line_id, supplier_id),
      FOREIGN KEY (line_id, supplier_id) REFERENCES allocation (line_id, supplier_id)
    )`);
  await runner.query(`CREATE INDEX line_price_lot ON line_price (lot_id)`);
  await runner.query(`
    CREATE TABLE lot_fixed_charge (
      lot_id uuid NOT NULL REFERENCES lot (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      PRIMARY KEY (lot_id, supplier_id)
    )`);
  await runner.query(`
    CREATE TABLE supplier_bill (
      drop_id uuid NOT NULL REFERENCES delivery_drop (id),
      lot_id uuid NOT NULL REFERENCES lot (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      goods_rp bigint NOT NULL CHECK (goods_rp >= 0),
      fixed_rp bigint NOT NULL CHECK (fixed_rp >= 0),
      amount_rp bigint NOT NULL CHECK (amount_rp = goods_rp + fixed_rp),
      billed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      PRIMARY KEY (drop_id, lot_id)
    )`);
  await runner.query(`CREATE INDEX supplier_bill_lot ON supplier_bill (lot_id)`);
  await runner.query(
    `CREATE UNIQUE INDEX supplier_bill_fixed_once ON supplier_bill (lot_id, supplier_id) WHERE fixed_rp > 0`,
  );
  await runner.query(`
    CREATE TABLE lot_closing (
      lot_id uuid PRIMARY KEY REFERENCES lot (id),
      invoiced_rp bigint NOT NULL CHECK (invoiced_rp >= 0),
      billed_rp bigint NOT NULL CHECK (billed_rp >= 0),
      fees_rp bigint NOT NULL CHECK (fees_rp >= 0),
      credited_rp bigint NOT NULL CHECK (credited_rp >= 0),
      uncovered_rp bigint NOT NULL CHECK (uncovered_rp >= 0),
      fee_journal_id uuid UNIQUE REFERENCES journal (id),
      closed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      CONSTRAINT what_is_paid_is_what_it_cost CHECK (invoiced_rp - credited_rp + uncovered_rp = billed_rp + fees_rp),
      CHECK ((fees_rp = 0) = (fee_journal_id IS NULL))
    )`);
  await runner.query(`
    CREATE TABLE closing_line (
      lot_id uuid NOT NULL REFERENCES lot_closing (lot_id),
      line_id uuid NOT NULL REFERENCES commitment_line (id),
      accepted_packs integer NOT NULL CHECK (accepted_packs >= 0),
      invoiced_rp bigint NOT NULL,
      final_rp bigint NOT NULL CHECK (final_rp >= 0),
      PRIMARY KEY (lot_id, line_id),
      CONSTRAINT nobody_pays_more_than_invoiced CHECK (final_rp <= invoiced_rp)
    )`);
  await runner.query(`
    CREATE TABLE closing_credit (
      id uuid PRIMARY KEY,
      lot_id uuid NOT NULL REFERENCES lot_closing (lot_id),
      organiser_id uuid NOT NULL REFERENCES party (id),
      koperasi_id uuid NOT NULL REFERENCES party (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      journal_id uuid NOT NULL UNIQUE REFERENCES journal (id),
      issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (lot_id, koperasi_id)
    )`);
  await runner.query(`CREATE INDEX closing_credit_koperasi ON closing_credit (koperasi_id, id)`);
  await grant(runner, {
    appended: [
      'pool_pricing',
      'line_price',
      'lot_fixed_charge',
      'supplier_bill',
      'lot_closing',
      'closing_line',
      'closing_credit',
    ],
  });
  await keepWhatWasAsked(runner);
  for (const [name, query] of Object.entries(views)) {
    await runner.query(`DROP VIEW IF EXISTS ${name}`);
    await runner.query(`CREATE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
  }
});

/** Lots of which something was asked for before keep the prices they were asked at: each supplier's own. */
const keepWhatWasAsked = async (runner: { query(text: string): Promise<unknown> }): Promise<void> => {
  await runner.query(`
    INSERT INTO line_price (line_id, supplier_id, lot_id, zone_code, packs, charge_rp, bill_rp, price_rp_per_unit)
    SELECT line_id, allocation.supplier_id, allocation.lot_id, '', allocation.packs, amount, amount, price_rp_per_unit
    FROM allocation JOIN lot ON lot.id = allocation.lot_id JOIN pool_item ON pool_item.id = lot.item_id
    JOIN award ON award.lot_id = lot.id
    JOIN award_line ON award_id = award.id AND award_line.supplier_id = allocation.supplier_id
    CROSS JOIN LATERAL (
      SELECT div(allocation.packs::numeric * pack_size_milli * price_rp_per_unit + 500, 1000)::bigint AS amount) AS worth
    WHERE EXISTS (
      SELECT FROM drop_line JOIN payment_request USING (drop_id) WHERE drop_line.lot_id = allocation.lot_id)`);
  await runner.query(`
    INSERT INTO supplier_bill (drop_id, lot_id, supplier_id, goods_rp, fixed_rp, amount_rp)
    SELECT drop_id, lot_id, supplier_id, sum(invoice_line.amount_rp), 0, sum(invoice_line.amount_rp)
    FROM drop_line JOIN invoice USING (drop_id)
    JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
    GROUP BY drop_id, lot_id, supplier_id`);
  await runner.query(`
    INSERT INTO lot_closing (lot_id, invoiced_rp, billed_rp, fees_rp, credited_rp, uncovered_rp)
    SELECT lot.id, coalesce(sum(amount_rp), 0), coalesce(sum(amount_rp), 0), 0, 0, 0
    FROM lot LEFT JOIN supplier_bill ON lot_id = lot.id WHERE state = 'settled' GROUP BY lot.id`);
  await runner.query(`
    INSERT INTO closing_line (lot_id, line_id, accepted_packs, invoiced_rp, final_rp)
    SELECT drop_line.lot_id, drop_line.line_id, sum(drop_line.accepted_packs), sum(invoice_line.amount_rp), sum(invoice_line.amount_rp)
    FROM drop_line JOIN lot_closing USING (lot_id) JOIN invoice USING (drop_id)
    JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
    GROUP BY drop_line.lot_id, drop_line.line_id`);
};
