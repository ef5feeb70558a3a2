import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, OVERSEES, anyOf, isMine, organisesPool, seesRow } from './sight.js';
import { wall } from './wall.js';

/** What a part of a line comes to, of what all its packs do: to its end less to its beginning, each rounded down. */
const slice = (amount: string): string => `(
        div(line_price.${amount}::numeric * (before_bps + worth_bps), line_price.packs::numeric * 10000)
        - div(line_price.${amount}::numeric * before_bps, line_price.packs::numeric * 10000))`;

/** As before, with requests before the goods leave, balances after, a due for each, and both contract modes. */
const views: Readonly<Record<string, string>> = {
  p03_transit_accounts_clear: `
    WITH due AS (
      SELECT receiver_id AS party_id, 'prepaid' AS purpose, amount_rp
      FROM payment_request JOIN drop_role ON drop_role.id = drop_id
      WHERE NOT EXISTS (SELECT FROM invoice WHERE invoice.drop_id = payment_request.drop_id)
      UNION ALL
      SELECT collector_id, 'unearned', -amount_rp FROM payment_request JOIN drop_role ON drop_role.id = drop_id
      WHERE NOT EXISTS (SELECT FROM invoice WHERE invoice.drop_id = payment_request.drop_id)
    ), expected AS (
      SELECT party_id, purpose, sum(amount_rp) AS due_rp FROM due GROUP BY party_id, purpose
    ), kept AS (
      SELECT party_id, purpose, sum(amount_rp) AS kept_rp FROM account JOIN posting ON account_id = account.id
      WHERE purpose IN ('prepaid', 'unearned') GROUP BY party_id, purpose
    )
    SELECT party_id::text AS subject, purpose || ' ' || coalesce(kept_rp, 0) || ' of ' || coalesce(due_rp, 0) AS detail
    FROM expected FULL JOIN kept USING (party_id, purpose) WHERE coalesce(kept_rp, 0) <> coalesce(due_rp, 0)
    UNION ALL
    SELECT id::text, 'received ' || received_at || ', not invoiced' FROM delivery_drop
    WHERE received_at < clock_timestamp() - interval '24 hours'
      AND NOT EXISTS (SELECT FROM invoice WHERE drop_id = delivery_drop.id)`,

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
    LEFT JOIN line_worth ON line_worth.drop_id = drop_line.drop_id AND line_worth.line_id = drop_line.line_id
    LEFT JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
    LEFT JOIN line_price ON line_price.line_id = drop_line.line_id AND line_price.supplier_id = drop_line.supplier_id
    WHERE drop_line.accepted_packs IS DISTINCT FROM invoice_line.accepted_packs
      OR line_price.price_rp_per_unit IS DISTINCT FROM invoice_line.price_rp_per_unit
      OR ${slice('charge_rp')} IS DISTINCT FROM invoice_line.amount_rp
    UNION ALL
    SELECT line_price.line_id::text, 'priced ' || line_price.packs || ' of ' || coalesce(allocation.packs, 0)
    FROM line_price LEFT JOIN allocation USING (line_id, supplier_id) WHERE line_price.packs IS DISTINCT FROM allocation.packs
    UNION ALL
    SELECT invoice.drop_id::text, 'goods ' || coalesce(due.goods_rp, -1) || ' of lot ' || due.lot_id || ' billed '
      || coalesce(supplier_bill.goods_rp, -1)
    FROM invoice JOIN (
      SELECT drop_id, drop_line.lot_id, sum(${slice('bill_rp')}) AS goods_rp
      FROM drop_line JOIN line_worth USING (drop_id, line_id)
      LEFT JOIN line_price USING (line_id, supplier_id) GROUP BY drop_id, drop_line.lot_id
    ) AS due USING (drop_id)
    LEFT JOIN supplier_bill ON supplier_bill.drop_id = invoice.drop_id AND supplier_bill.lot_id = due.lot_id
    WHERE due.goods_rp IS DISTINCT FROM supplier_bill.goods_rp
    UNION ALL
    SELECT invoice.drop_id::text, 'requested ' || requested_rp || ' still due ' || balance_rp
      || ' invoiced ' || invoice.amount_rp || ' credited ' || coalesce(credit_note.amount_rp, 0)
    FROM invoice LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
    CROSS JOIN LATERAL (
      SELECT coalesce((SELECT sum(amount_rp) FROM payment_request WHERE payment_request.drop_id = invoice.drop_id), 0) AS requested_rp,
        coalesce((SELECT sum(amount_rp) FROM invoice_balance WHERE invoice_balance.invoice_id = invoice.id), 0) AS balance_rp
    ) AS asked
    WHERE requested_rp + balance_rp <> invoice.amount_rp + coalesce(credit_note.amount_rp, 0)
    UNION ALL
    SELECT document.id::text, document.kind || ' of ' || document.amount_rp || ', due ' || coalesce(due.amount_rp, 0)
    FROM (
      SELECT 'payment-request' AS kind, id, amount_rp FROM payment_request WHERE amount_rp > 0
      UNION ALL SELECT 'balance', id, amount_rp FROM invoice_balance
      UNION ALL SELECT 'credit', id, amount_rp FROM closing_credit
      UNION ALL SELECT 'credit', credit_note.id, amount_rp - coalesce(taken_rp, 0) FROM credit_note LEFT JOIN (
        SELECT source_id, sum(amount_rp) AS taken_rp FROM due_cover WHERE kind = 'credit-note' GROUP BY source_id
      ) AS taken ON source_id = credit_note.id WHERE amount_rp <> coalesce(taken_rp, 0)
      UNION ALL SELECT 'equalisation', invoice.id, abs(invoice.amount_rp - coalesce(billed_rp, 0))
      FROM invoice JOIN delivery_drop ON delivery_drop.id = invoice.drop_id
      JOIN pool ON pool.id = pool_id AND contract_mode = 'direct'
      LEFT JOIN (SELECT drop_id, sum(amount_rp) AS billed_rp FROM supplier_bill GROUP BY drop_id) AS bill
        ON bill.drop_id = invoice.drop_id
      WHERE invoice.amount_rp <> coalesce(billed_rp, 0)
    ) AS document
    LEFT JOIN due ON due.kind = document.kind AND subject_id = document.id
    WHERE due.amount_rp IS DISTINCT FROM document.amount_rp
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
      || ', billed ' || coalesce(billed_rp, 0) || ' sold ' || coalesce(entry.sold_rp, 0) || ' and ' || coalesce(resold.sold_rp, 0)
    FROM invoice JOIN delivery_drop ON delivery_drop.id = invoice.drop_id JOIN pool ON pool.id = pool_id
    LEFT JOIN (
      SELECT journal_id, sum(amount_rp) FILTER (WHERE purpose = 'purchases') AS bought_rp,
        -sum(amount_rp) FILTER (WHERE purpose = 'sales') AS sold_rp
      FROM posting JOIN account ON account.id = account_id GROUP BY journal_id
    ) AS entry ON entry.journal_id = invoice.journal_id
    LEFT JOIN (
      SELECT business_key, -sum(amount_rp) FILTER (WHERE purpose = 'sales') AS sold_rp
      FROM journal JOIN posting ON journal_id = journal.id JOIN account ON account.id = account_id
      WHERE kind = 'supplier-bill' GROUP BY business_key
    ) AS resold ON business_key = 'supplier-bill:' || invoice.drop_id
    LEFT JOIN (SELECT drop_id, sum(amount_rp) AS billed_rp FROM supplier_bill GROUP BY drop_id) AS bill
      ON bill.drop_id = invoice.drop_id
    WHERE invoice.amount_rp <> coalesce(bought_rp, 0)
      OR coalesce(entry.sold_rp, 0) <> CASE contract_mode WHEN 'direct' THEN coalesce(billed_rp, 0) ELSE invoice.amount_rp END
      OR coalesce(resold.sold_rp, 0) <> CASE contract_mode WHEN 'direct' THEN 0 ELSE coalesce(billed_rp, 0) END
    UNION ALL
    SELECT issuer_id || ' ' || year, 'numbered to ' || coalesce(max(last_number), 0) || ', issued ' || count(invoice.id)
    FROM invoice_series FULL JOIN invoice USING (issuer_id, year)
    GROUP BY issuer_id, year
    HAVING max(last_number) IS DISTINCT FROM count(invoice.id) OR max(invoice.number) IS DISTINCT FROM max(last_number)`,

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
    JOIN pool ON pool.id = commitment_line.pool_id
    WHERE (side = 'buy' AND final_rp::numeric * 1000 > max_landed_rp::numeric * closing_line.accepted_packs * pack_size_milli)
      OR (closing_line.accepted_packs, closing_line.invoiced_rp)
        IS DISTINCT FROM (invoiced.accepted_packs, invoiced.invoiced_rp)
    UNION ALL
    SELECT organiser_id::text, book || ' ' || coalesce(kept_rp, 0) || ' of ' || coalesce(due_rp, 0)
    FROM (
      SELECT organiser_id, book, sum(amount_rp) AS due_rp FROM (
        SELECT pool_id, CASE contract_mode WHEN 'direct' THEN 'equalisation' ELSE 'sales' END AS book, -invoice.amount_rp AS amount_rp
        FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id JOIN pool ON pool.id = pool_id
        UNION ALL
        SELECT pool_id, CASE contract_mode WHEN 'direct' THEN 'equalisation' ELSE 'purchases' END, amount_rp
        FROM supplier_bill JOIN delivery_drop ON delivery_drop.id = drop_id JOIN pool ON pool.id = pool_id
        UNION ALL
        SELECT pool_id, CASE contract_mode WHEN 'direct' THEN 'equalisation' ELSE 'sales' END, fees_rp + credited_rp
        FROM lot_closing JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id
      ) AS part JOIN pool ON pool.id = pool_id GROUP BY organiser_id, book
    ) AS due FULL JOIN (
      SELECT party_id AS organiser_id, purpose AS book, sum(amount_rp) AS kept_rp
      FROM account JOIN posting ON account_id = account.id JOIN party ON party.id = party_id
      WHERE purpose = 'equalisation' OR (party.kind = 'organiser' AND purpose IN ('sales', 'purchases'))
      GROUP BY party_id, purpose
    ) AS kept USING (organiser_id, book)
    WHERE coalesce(kept_rp, 0) <> coalesce(due_rp, 0)
    UNION ALL
    SELECT lot.id::text, 'supplier ' || supplier_bill.supplier_id || ' billed ' || sum(supplier_bill.amount_rp) || ', due '
      || coalesce(min(due.amount_rp), 0)
    FROM supplier_bill JOIN lot ON lot.id = lot_id AND lot.state = 'settled'
    JOIN pool ON pool.id = pool_id AND contract_mode = 'secondary'
    LEFT JOIN whole_bill ON whole_bill.lot_id = lot.id AND whole_bill.supplier_id = supplier_bill.supplier_id
    LEFT JOIN due ON due.kind = 'supplier-bill' AND subject_id = whole_bill.id
    GROUP BY lot.id, supplier_bill.supplier_id
    HAVING sum(supplier_bill.amount_rp) > 0 AND (sum(supplier_bill.amount_rp) IS DISTINCT FROM min(due.amount_rp)
      OR sum(supplier_bill.amount_rp) IS DISTINCT FROM min(whole_bill.amount_rp))`,
};

/** Who sees a document of a drop: its two parties (in mode secondary not the supplier), the pool's organiser, who oversees. */
const PARTIES_TO_IT = (table: string): string =>
  `EXISTS (SELECT FROM delivery_drop JOIN drop_role USING (id) WHERE delivery_drop.id = ${table}.drop_id
    AND (${anyOf(OVERSEES, isMine('collector_id'), isMine('receiver_id'), organisesPool('delivery_drop.pool_id'))}))`;

/**
 * A drop leaves when it is released: what is to be paid before has been paid for good. Until now requests were made
 * when trucks left, so that drops planned so far may go. Whatever was asked, credited or equalised becomes a due.
 */
export const Release1790000000530 = forward('Release1790000000530', async (runner) => {
  await runner.query(`
    ALTER TABLE delivery_drop
      ADD COLUMN released_at timestamptz,
      ADD COLUMN awaited_requests integer CHECK (awaited_requests >= 0)`);
  await runner.query(
    `UPDATE delivery_drop SET released_at = coalesce(dispatched_at, clock_timestamp()), awaited_requests = 0`,
  );
  await runner.query(`
    ALTER TABLE delivery_drop
      ADD CONSTRAINT leaves_when_released CHECK (state = 'planned' OR released_at IS NOT NULL),
      ADD CONSTRAINT released_when_nothing_is_awaited CHECK (state <> 'planned' OR released_at IS NULL OR awaited_requests = 0)`);
  await runner.query(
    `ALTER TABLE line_price ADD COLUMN payment_days integer NOT NULL DEFAULT 0 CHECK (payment_days >= 0)`,
  );
  await runner.query(`
    CREATE OR REPLACE VIEW drop_role WITH (security_invoker = true) AS
    SELECT delivery_drop.id, CASE side WHEN 'buy' THEN supplier_id ELSE koperasi_id END AS sender_id,
      CASE side WHEN 'buy' THEN koperasi_id ELSE supplier_id END AS receiver_id,
      CASE WHEN contract_mode = 'secondary' THEN organiser_id WHEN side = 'buy' THEN supplier_id ELSE koperasi_id END AS collector_id
    FROM delivery_drop JOIN pool ON pool.id = pool_id`);
  await runner.query(`
    ALTER TABLE payment_request
      DROP CONSTRAINT payment_request_drop_id_key,
      ADD COLUMN sequence integer NOT NULL DEFAULT 1 CHECK (sequence > 0),
      ADD CONSTRAINT payment_request_of_a_drop UNIQUE (drop_id, sequence)`);
  await runner.query(`
    CREATE TABLE invoice_balance (
      id uuid PRIMARY KEY,
      invoice_id uuid NOT NULL REFERENCES invoice (id),
      payment_days integer NOT NULL CHECK (payment_days >= 0),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      due_at timestamptz NOT NULL,
      UNIQUE (invoice_id, payment_days)
    )`);
  await runner.query(`
    CREATE TABLE whole_bill (
      id uuid PRIMARY KEY,
      lot_id uuid NOT NULL REFERENCES lot (id),
      supplier_id uuid NOT NULL REFERENCES party (id),
      organiser_id uuid NOT NULL REFERENCES party (id),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      due_at timestamptz NOT NULL,
      billed_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      UNIQUE (lot_id, supplier_id)
    )`);
  await runner.query(`CREATE INDEX whole_bill_supplier ON whole_bill (supplier_id, id)`);
  await grant(runner, { appended: ['invoice_balance', 'whole_bill'] });
  for (const table of ['payment_request', 'invoice'])
    await runner.query(
      `ALTER POLICY ${table}_app ON ${table} USING (${anyOf(ACROSS, PARTIES_TO_IT(table))})`,
    );
  await wall(runner, 'invoice_balance', {
    read: anyOf(ACROSS, seesRow('invoice', 'invoice.id = invoice_id')),
    write: ACROSS,
  });
  await wall(runner, 'whole_bill', {
    read: anyOf(isMine('supplier_id'), isMine('organiser_id'), ACROSS, OVERSEES),
    write: ACROSS,
  });
  await raiseWhatIsOwed(runner);
  for (const [name, query] of Object.entries(views))
    await runner.query(`CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
});

/** Documents so far become dues, all open but for what credit notes took back: nobody has said of any that it was paid. */
const raiseWhatIsOwed = async (runner: { query(text: string): Promise<unknown> }): Promise<void> => {
  await runner.query(`
    INSERT INTO due (id, kind, subject_id, payer_id, payee_id, pool_id, amount_rp, covered_rp, state, raised_at, settled_at)
    SELECT gen_random_uuid(), 'payment-request', payment_request.id, receiver_id, collector_id, pool_id,
      payment_request.amount_rp, coalesce(credit_note.amount_rp, 0),
      CASE WHEN credit_note.amount_rp = payment_request.amount_rp THEN 'settled' ELSE 'open' END, payment_request.issued_at,
      CASE WHEN credit_note.amount_rp = payment_request.amount_rp THEN credit_note.issued_at END
    FROM payment_request JOIN drop_role ON drop_role.id = drop_id JOIN delivery_drop ON delivery_drop.id = drop_id
    LEFT JOIN invoice USING (drop_id) LEFT JOIN credit_note ON credit_note.invoice_id = invoice.id
    WHERE payment_request.amount_rp > 0`);
  await runner.query(`
    INSERT INTO due_cover (id, due_id, kind, amount_rp, source_id, journal_id, paid_at, firm_at)
    SELECT gen_random_uuid(), due.id, 'credit-note', credit_note.amount_rp, credit_note.id, credit_note.journal_id,
      credit_note.issued_at, credit_note.issued_at
    FROM credit_note JOIN invoice ON invoice.id = invoice_id JOIN payment_request USING (drop_id)
    JOIN due ON kind = 'payment-request' AND subject_id = payment_request.id`);
  await runner.query(`
    INSERT INTO due (id, kind, subject_id, payer_id, payee_id, pool_id, amount_rp, raised_at)
    SELECT gen_random_uuid(), 'credit', closing_credit.id, organiser_id, koperasi_id, pool_id, amount_rp, issued_at
    FROM closing_credit JOIN lot ON lot.id = lot_id`);
  await runner.query(`
    INSERT INTO due (id, kind, subject_id, payer_id, payee_id, pool_id, amount_rp, raised_at)
    SELECT gen_random_uuid(), 'equalisation', invoice.id, CASE WHEN over_rp > 0 THEN sender_id ELSE organiser_id END,
      CASE WHEN over_rp > 0 THEN organiser_id ELSE sender_id END, pool.id, abs(over_rp), invoice.issued_at
    FROM invoice JOIN delivery_drop ON delivery_drop.id = drop_id JOIN drop_role ON drop_role.id = drop_id
    JOIN pool ON pool.id = pool_id
    CROSS JOIN LATERAL (
      SELECT invoice.amount_rp - coalesce((SELECT sum(amount_rp) FROM supplier_bill WHERE supplier_bill.drop_id = invoice.drop_id), 0) AS over_rp
    ) AS difference
    WHERE over_rp <> 0`);
  await runner.query(`
    INSERT INTO audit_event (action, subject_type, subject_id)
    SELECT 'documents-became-dues', 'system', 'dues' WHERE EXISTS (SELECT FROM delivery_drop)`);
};
