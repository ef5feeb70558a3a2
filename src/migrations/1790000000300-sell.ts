import { forward } from './forward.js';
import { grant } from './grant.js';

/** What a part of a line comes to, of what all its packs do: to its end less to its beginning, each rounded down. */
const slice = (amount: string): string => `(
        div(line_price.${amount}::numeric * (before_bps + worth_bps), line_price.packs::numeric * 10000)
        - div(line_price.${amount}::numeric * before_bps, line_price.packs::numeric * 10000))`;

/** As before, for both sides: who buys prepays, who sells has not earned yet; what is accepted counts by its grade. */
const views: Readonly<Record<string, string>> = {
  p03_transit_accounts_clear: `
    WITH due AS (
      SELECT receiver_id AS party_id, 'prepaid' AS purpose, amount_rp
      FROM payment_request JOIN drop_role ON drop_role.id = drop_id
      WHERE NOT EXISTS (SELECT FROM invoice WHERE invoice.drop_id = payment_request.drop_id)
      UNION ALL
      SELECT sender_id, 'unearned', -amount_rp FROM payment_request JOIN drop_role ON drop_role.id = drop_id
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

  p17_nobody_pays_above_the_worst: `
    SELECT billed.line_id::text AS subject, 'invoiced ' || amount_rp || ' for ' || packs || ' packs at most '
      || worst_rp_per_unit || ' per unit' AS detail
    FROM (
      SELECT line_id, sum(amount_rp) AS amount_rp, sum(accepted_packs) AS packs FROM invoice_line GROUP BY line_id
    ) AS billed
    JOIN commitment_line ON commitment_line.id = billed.line_id
    JOIN pool_item ON pool_item.id = item_id
    JOIN pool ON pool.id = commitment_line.pool_id AND side = 'buy'
    CROSS JOIN LATERAL (
      SELECT least(max_landed_rp, coalesce(min(worst_rp_per_unit), ceiling_rp_per_unit)) AS worst_rp_per_unit
      FROM item_guarantee WHERE item_guarantee.item_id = pool_item.id AND from_packs <= quantity_packs
    ) AS known
    WHERE amount_rp > ceil(packs::numeric * pack_size_milli * worst_rp_per_unit / 1000)`,

  // Of a lot that is sold: one price for all its buyers, at or above the floor; nobody sells below a limit of its own,
  // buys what it sells, or sells for another; and what is sorted into grades is what was accepted.
  p24_sales_at_one_price: `
    SELECT lot.id::text AS subject, count(DISTINCT price_rp_per_unit) || ' prices from ' || min(price_rp_per_unit)
      || ', floor ' || ceiling_rp_per_unit AS detail
    FROM lot JOIN pool ON pool.id = pool_id JOIN pool_item ON pool_item.id = item_id JOIN line_price ON lot_id = lot.id
    WHERE side = 'sell' GROUP BY lot.id, ceiling_rp_per_unit
    HAVING count(DISTINCT price_rp_per_unit) > 1 OR min(price_rp_per_unit) < ceiling_rp_per_unit
    UNION ALL
    SELECT lot.id::text, line_price.supplier_id || ' pays ' || sum(charge_rp) || ' for ' || sum(line_price.packs)
      || ' packs at ' || min(price_rp_per_unit)
    FROM lot JOIN pool ON pool.id = pool_id JOIN pool_item ON pool_item.id = item_id JOIN line_price ON lot_id = lot.id
    WHERE side = 'sell' GROUP BY lot.id, line_price.supplier_id, pack_size_milli
    HAVING sum(charge_rp) <> div(sum(line_price.packs) * pack_size_milli * min(price_rp_per_unit) + 500, 1000)
    UNION ALL
    SELECT line_price.line_id::text, 'brings ' || sum(bill_rp) || ' for ' || sum(line_price.packs)
      || ' packs, at least ' || max_landed_rp || ' a unit'
    FROM line_price JOIN commitment_line ON commitment_line.id = line_id JOIN pool ON pool.id = pool_id
    JOIN pool_item ON pool_item.id = item_id
    WHERE side = 'sell' GROUP BY line_price.line_id, max_landed_rp, pack_size_milli
    HAVING sum(bill_rp)::numeric * 1000 < max_landed_rp::numeric * sum(line_price.packs) * pack_size_milli
    UNION ALL
    SELECT bid.id::text, 'of ' || supplier_id || ', who sells in lot ' || bid.lot_id
    FROM bid JOIN lot ON lot.id = bid.lot_id JOIN pool ON pool.id = lot.pool_id AND side = 'sell'
    WHERE EXISTS (SELECT FROM lot_membership JOIN commitment_line ON commitment_line.id = line_id
      WHERE lot_membership.lot_id = bid.lot_id AND koperasi_id = supplier_id)
    UNION ALL
    SELECT commitment_line.id::text, 'sells for ' || beneficiary_id
    FROM commitment_line JOIN pool ON pool.id = pool_id WHERE side = 'sell' AND beneficiary_id <> koperasi_id
    UNION ALL
    SELECT drop_line.drop_id::text, 'line ' || drop_line.line_id || ' accepted ' || accepted_packs || ', by grade '
      || coalesce(sum(drop_line_grade.packs), 0)
    FROM drop_line JOIN lot ON lot.id = lot_id LEFT JOIN drop_line_grade USING (drop_id, line_id)
    WHERE accepted_packs IS NOT NULL
      AND EXISTS (SELECT FROM item_grade WHERE item_grade.item_id = lot.item_id)
    GROUP BY drop_line.drop_id, drop_line.line_id, accepted_packs
    HAVING accepted_packs <> coalesce(sum(drop_line_grade.packs), 0)`,
};

/**
 * Pools in which koperasi sell together: grades of what is sold, who sends and who receives, what an accepted line is
 * worth by its grades. `pool_item.ceiling_rp_per_unit` is an item's limit, in a sell pool its floor;
 * `commitment_line.max_landed_rp` a line's, in a sell pool the least it is to bring; `supplier_id` is a bidder, in a
 * sell pool a buyer, but in `supplier_bill` whoever is paid.
 */
export const Sell1790000000300 = forward('Sell1790000000300', async (runner) => {
  await runner.query(`
    CREATE TABLE item_grade (
      item_id uuid NOT NULL REFERENCES pool_item (id),
      position integer NOT NULL CHECK (position > 0),
      code text NOT NULL CHECK (code <> ''),
      price_bps integer NOT NULL CHECK (price_bps BETWEEN 1 AND 10000),
      PRIMARY KEY (item_id, code),
      UNIQUE (item_id, position),
      CONSTRAINT first_grade_is_full CHECK (position > 1 OR price_bps = 10000)
    )`);
  await runner.query(`
    CREATE TABLE drop_line_grade (
      drop_id uuid NOT NULL,
      line_id uuid NOT NULL,
      item_id uuid NOT NULL,
      code text NOT NULL,
      packs integer NOT NULL CHECK (packs > 0),
      PRIMARY KEY (drop_id, line_id, code),
      FOREIGN KEY (drop_id, line_id) REFERENCES drop_line (drop_id, line_id),
      FOREIGN KEY (item_id, code) REFERENCES item_grade (item_id, code)
    )`);
  await grant(runner, { appended: ['item_grade', 'drop_line_grade'] });
  for (const [name, query] of Object.entries({
    drop_role: `
      SELECT delivery_drop.id, CASE side WHEN 'buy' THEN supplier_id ELSE koperasi_id END AS sender_id,
        CASE side WHEN 'buy' THEN koperasi_id ELSE supplier_id END AS receiver_id
      FROM delivery_drop JOIN pool ON pool.id = pool_id`,
    line_worth: `
      SELECT drop_id, line_id, 10000 * (
          SELECT coalesce(sum(earlier.shipped_packs), 0) FROM drop_line AS earlier
          WHERE earlier.line_id = drop_line.line_id AND earlier.supplier_id = drop_line.supplier_id
            AND earlier.drop_id < drop_line.drop_id) AS before_bps,
        coalesce((
          SELECT sum(grade.packs * price_bps) FROM drop_line_grade AS grade JOIN item_grade USING (item_id, code)
          WHERE grade.drop_id = drop_line.drop_id AND grade.line_id = drop_line.line_id),
          accepted_packs::bigint * 10000) AS worth_bps,
        (SELECT coalesce(sum(grade.packs), 0) FROM drop_line_grade AS grade JOIN item_grade USING (item_id, code)
         WHERE grade.drop_id = drop_line.drop_id AND grade.line_id = drop_line.line_id AND price_bps < 10000) AS lower_grade_packs
      FROM drop_line`,
    ...views,
  })) {
    await runner.query(`CREATE OR REPLACE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
  }

  // A lower grade is credited, too.
  await runner.query(`
    ALTER TABLE credit_note
      ADD COLUMN lower_grade_packs integer NOT NULL DEFAULT 0 CHECK (lower_grade_packs >= 0),
      DROP CONSTRAINT credit_note_check,
      ADD CONSTRAINT credit_note_check
        CHECK (quarantined_packs + damaged_packs + missing_packs + lower_grade_packs > 0)`);
  // Only what is bought costs its parts: what a buyer deducts for fetching is taken off, and may be most of the price.
  await runner.query(`ALTER TABLE award_line DROP CONSTRAINT award_line_is_its_parts`);
  await runner.query(`
    CREATE FUNCTION check_award_line_parts() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF NEW.surcharge_rp + NEW.freight_rp + NEW.tax_rp + NEW.fixed_rp > NEW.amount_rp AND EXISTS (
        SELECT FROM award JOIN lot ON lot.id = lot_id JOIN pool ON pool.id = pool_id
        WHERE award.id = NEW.award_id AND side = 'buy'
      ) THEN
        RAISE EXCEPTION 'award line of % costs less than its parts', NEW.supplier_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'award_line_is_its_parts';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER award_line_parts BEFORE INSERT OR UPDATE ON award_line
    FOR EACH ROW EXECUTE FUNCTION check_award_line_parts()`);
  // Who bids: suppliers to those who buy; to those who sell also kitchens and other koperasi.
  await runner.query(`
    CREATE FUNCTION check_bidder() RETURNS trigger LANGUAGE plpgsql SET search_path = public, pg_temp AS $$
    BEGIN
      IF NOT EXISTS (
        SELECT FROM party, lot JOIN pool ON pool.id = pool_id
        WHERE party.id = NEW.supplier_id AND lot.id = NEW.lot_id
          AND (party.kind = 'supplier' OR (side = 'sell' AND party.kind IN ('kitchen', 'koperasi')))
      ) THEN
        RAISE EXCEPTION 'party % cannot bid on lot %', NEW.supplier_id, NEW.lot_id
          USING ERRCODE = 'check_violation', CONSTRAINT = 'bidder_fits_the_side';
      END IF;
      RETURN NEW;
    END $$`);
  await runner.query(`
    CREATE TRIGGER bidder_fits BEFORE INSERT ON bid FOR EACH ROW EXECUTE FUNCTION check_bidder()`);
});
