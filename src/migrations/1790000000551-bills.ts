import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isActing, isMine, organisesPool, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/**
 * What receipts say of each line of an order: its packs that were accepted, and what they come to at its price. Of a
 * fixed charge: it is owed in full with the first pack of the lot that is accepted.
 */
const ORDERED_RECEIPT = `
  SELECT line.id AS order_line_id,
    CASE kind WHEN 'goods' THEN bill.drop_id IS NOT NULL
      ELSE fixed.amount_rp IS NOT NULL OR EXISTS (SELECT FROM lot_closing WHERE lot_closing.lot_id = line.lot_id) END AS is_received,
    CASE WHEN kind = 'fixed-charge' THEN (fixed.amount_rp IS NOT NULL)::int
      ELSE coalesce((SELECT sum(accepted_packs) FROM drop_line
        WHERE drop_line.drop_id = bill.drop_id AND drop_line.lot_id = line.lot_id), 0)::int END AS accepted_packs,
    CASE WHEN kind = 'fixed-charge' THEN coalesce(fixed.amount_rp, 0)
      WHEN contract_mode = 'secondary' THEN coalesce(bill.goods_rp, 0)
      ELSE coalesce((SELECT sum(invoice_line.amount_rp) FROM invoice JOIN drop_line USING (drop_id)
        JOIN invoice_line ON invoice_id = invoice.id AND invoice_line.line_id = drop_line.line_id
        WHERE invoice.drop_id = purchase_order.drop_id AND drop_line.lot_id = line.lot_id), 0)::bigint END AS accepted_rp
  FROM purchase_order_line AS line JOIN purchase_order ON purchase_order.id = order_id JOIN pool ON pool.id = pool_id
  LEFT JOIN supplier_bill AS bill ON bill.drop_id = purchase_order.drop_id AND bill.lot_id = line.lot_id
  LEFT JOIN LATERAL (
    SELECT sum(fixed_rp)::bigint AS amount_rp FROM supplier_bill
    WHERE supplier_bill.lot_id = line.lot_id AND supplier_id = line.seller_id HAVING sum(fixed_rp) > 0
  ) AS fixed ON kind = 'fixed-charge'`;

/** What was accepted of a lot from a seller, part by part, and what of it may be paid: what its own bills match, where it bills. */
const BILLED_PART = `
  SELECT part.lot_id, part.supplier_id, part.accepted_rp, line.id AS order_line_id,
    coalesce(own.matched_rp, part.accepted_rp) AS payable_rp
  FROM (
    SELECT lot_id, supplier_id, drop_id, 'goods' AS kind, goods_rp AS accepted_rp FROM supplier_bill
    UNION ALL
    SELECT lot_id, supplier_id, NULL, 'fixed-charge', sum(fixed_rp)::bigint FROM supplier_bill
    GROUP BY lot_id, supplier_id HAVING sum(fixed_rp) > 0
  ) AS part
  LEFT JOIN purchase_order_line AS line ON line.lot_id = part.lot_id AND line.seller_id = part.supplier_id
    AND line.kind = part.kind AND (part.drop_id IS NULL OR EXISTS (
      SELECT FROM purchase_order WHERE purchase_order.id = line.order_id AND purchase_order.drop_id = part.drop_id))
  LEFT JOIN (
    SELECT order_line_id, sum(seller_bill_line.matched_rp)::bigint AS matched_rp
    FROM seller_bill_line JOIN seller_bill ON seller_bill.id = bill_id AND state <> 'withdrawn' GROUP BY order_line_id
  ) AS own ON own.order_line_id = line.id`;

/** As before, but that a supplier who bills by itself is owed what its bills match. */
const SETTLED_LOTS = `
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
      JOIN journal ON journal.id = journal_id AND journal.kind <> 'invoice-tax'
      WHERE purpose = 'equalisation' OR (party.kind = 'organiser' AND purpose IN ('sales', 'purchases'))
      GROUP BY party_id, purpose
    ) AS kept USING (organiser_id, book)
    WHERE coalesce(kept_rp, 0) <> coalesce(due_rp, 0)
    UNION ALL
    SELECT lot.id::text, 'supplier ' || supplier_bill.supplier_id || ' billed ' || sum(supplier_bill.amount_rp) || ', whole '
      || coalesce(min(whole_bill.amount_rp), 0) || ', matched ' || coalesce(min(payable.amount_rp), 0) || ', due '
      || coalesce(min(due.amount_rp), 0)
    FROM supplier_bill JOIN lot ON lot.id = lot_id AND lot.state = 'settled'
    JOIN pool ON pool.id = pool_id AND contract_mode = 'secondary'
    LEFT JOIN whole_bill ON whole_bill.lot_id = lot.id AND whole_bill.supplier_id = supplier_bill.supplier_id
    LEFT JOIN due ON due.kind = 'supplier-bill' AND subject_id = whole_bill.id
    LEFT JOIN whole_payable AS payable ON payable.lot_id = lot.id AND payable.supplier_id = supplier_bill.supplier_id
    GROUP BY lot.id, supplier_bill.supplier_id
    HAVING sum(supplier_bill.amount_rp) > 0 AND (min(payable.amount_rp) IS DISTINCT FROM coalesce(min(due.amount_rp), 0)
      OR sum(supplier_bill.amount_rp) IS DISTINCT FROM min(whole_bill.amount_rp))`;

/** Sellers' own bills, each line beside order and receipt; of a pool that resells, what does not match is not due. */
export const Bills1790000000551 = forward('Bills1790000000551', async (runner) => {
  await runner.query(`
    CREATE TABLE seller_bill (
      id uuid PRIMARY KEY,
      seller_id uuid NOT NULL REFERENCES party (id),
      buyer_id uuid NOT NULL REFERENCES party (id),
      pool_id uuid NOT NULL REFERENCES pool (id),
      number text NOT NULL CHECK (number <> ''),
      billed_on date NOT NULL,
      state text NOT NULL CHECK (state IN ('held', 'agreed', 'differs', 'credited', 'withdrawn')),
      amount_rp bigint NOT NULL CHECK (amount_rp > 0),
      matched_rp bigint NOT NULL CHECK (matched_rp >= 0 AND matched_rp <= amount_rp),
      posted_by uuid NOT NULL REFERENCES person (id),
      posted_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      ended_at timestamptz,
      end_reason text,
      version integer NOT NULL DEFAULT 1,
      CHECK (seller_id <> buyer_id),
      CHECK ((state IN ('credited', 'withdrawn')) = (ended_at IS NOT NULL AND end_reason IS NOT NULL))
    )`);
  await runner.query(
    `CREATE UNIQUE INDEX seller_bill_number ON seller_bill (seller_id, number) WHERE state <> 'withdrawn'`,
  );
  await runner.query(`CREATE INDEX seller_bill_buyer ON seller_bill (buyer_id, id)`);
  await runner.query(`CREATE INDEX seller_bill_pool ON seller_bill (pool_id, id)`);
  await runner.query(`
    CREATE TABLE seller_bill_line (
      bill_id uuid NOT NULL REFERENCES seller_bill (id),
      line_no integer NOT NULL CHECK (line_no > 0),
      order_line_id uuid REFERENCES purchase_order_line (id),
      description text NOT NULL,
      packs integer NOT NULL CHECK (packs > 0),
      amount_rp bigint NOT NULL CHECK (amount_rp >= packs),
      tax_rp bigint NOT NULL CHECK (tax_rp >= 0 AND tax_rp * 2 < amount_rp),
      matched_packs integer NOT NULL DEFAULT 0 CHECK (matched_packs >= 0 AND matched_packs <= packs),
      matched_rp bigint NOT NULL DEFAULT 0 CHECK (matched_rp >= 0),
      held_rp bigint NOT NULL CHECK (held_rp >= 0),
      differences jsonb NOT NULL DEFAULT '[]',
      PRIMARY KEY (bill_id, line_no),
      UNIQUE (bill_id, order_line_id),
      CONSTRAINT billed_is_matched_or_held CHECK (matched_rp + held_rp = amount_rp),
      CHECK (order_line_id IS NOT NULL OR (description <> '' AND matched_packs = 0 AND matched_rp = 0)),
      CHECK (matched_packs > 0 OR matched_rp = 0)
    )`);
  await runner.query(`CREATE INDEX seller_bill_line_order ON seller_bill_line (order_line_id)`);
  await grant(runner, { kept: ['seller_bill', 'seller_bill_line'] });
  await wall(runner, 'seller_bill', {
    read: anyOf(isMine('seller_id'), isMine('buyer_id'), ACROSS, OVERSEES, organisesPool('pool_id')),
    write: anyOf(isActing('seller_id'), ACROSS),
  });
  await wall(runner, 'seller_bill_line', {
    read: anyOf(ACROSS, seesRow('seller_bill', 'seller_bill.id = bill_id')),
    write: anyOf(
      ACROSS,
      seesRow('seller_bill', `seller_bill.id = bill_id AND ${isActing('seller_bill.seller_id')}`),
    ),
  });
  for (const [name, query] of [
    ['ordered_receipt', ORDERED_RECEIPT],
    ['billed_part', BILLED_PART],
    [
      'whole_payable',
      'SELECT lot_id, supplier_id, sum(payable_rp)::bigint AS amount_rp FROM billed_part GROUP BY lot_id, supplier_id',
    ],
  ]) {
    await runner.query(`CREATE VIEW ${name} WITH (security_invoker = true) AS ${query}`);
    await runner.query(`GRANT SELECT ON ${name} TO sepikul_app, sepikul_worker, sepikul_auditor`);
  }
  await runner.query(
    `CREATE OR REPLACE VIEW p16_settled_lots_add_up WITH (security_invoker = true) AS ${SETTLED_LOTS}`,
  );
  await runner.query(`
    CREATE VIEW p27_paid_is_matched WITH (security_invoker = true) AS
    SELECT order_line_id::text AS subject, 'matched ' || sum(line.matched_packs) || ' for ' || sum(line.matched_rp)
      || ', accepted ' || min(accepted_packs) || ' for ' || min(accepted_rp) AS detail
    FROM seller_bill_line AS line JOIN seller_bill ON seller_bill.id = bill_id AND state <> 'withdrawn'
    JOIN ordered_receipt USING (order_line_id)
    GROUP BY order_line_id
    HAVING sum(line.matched_packs) > min(accepted_packs) OR sum(line.matched_rp) > min(accepted_rp)
    UNION ALL
    SELECT bill_id::text, 'line ' || line_no || ' matched ' || line.matched_rp || ' of ' || line.amount_rp
    FROM seller_bill_line AS line
    WHERE line.matched_rp > div(line.amount_rp::numeric * line.matched_packs, line.packs::numeric)
    UNION ALL
    SELECT seller_bill.id::text, state || ' ' || seller_bill.amount_rp || ', matched ' || seller_bill.matched_rp || ', lines '
      || coalesce(lines.amount_rp, 0) || ', matched ' || coalesce(lines.matched_rp, 0)
    FROM seller_bill LEFT JOIN (
      SELECT bill_id, sum(amount_rp) AS amount_rp, sum(matched_rp) AS matched_rp, sum(held_rp) AS held_rp,
        bool_or(differences @> '[{"kind": "not-received-yet"}]') AS is_waiting
      FROM seller_bill_line GROUP BY bill_id
    ) AS lines ON bill_id = seller_bill.id
    WHERE (seller_bill.amount_rp, seller_bill.matched_rp) IS DISTINCT FROM (lines.amount_rp, lines.matched_rp)
      OR (state = 'agreed' AND held_rp > 0) OR (state IN ('agreed', 'differs', 'credited') AND is_waiting)
    UNION ALL
    SELECT seller_bill.id::text, 'line ' || line.line_no || ' is of another party''s order'
    FROM seller_bill JOIN seller_bill_line AS line ON bill_id = seller_bill.id
    JOIN purchase_order_line ON purchase_order_line.id = order_line_id JOIN purchase_order ON purchase_order.id = order_id
    WHERE (purchase_order.seller_id, purchase_order.buyer_id, purchase_order.pool_id)
      IS DISTINCT FROM (seller_bill.seller_id, seller_bill.buyer_id, seller_bill.pool_id)`);
  await runner.query(`GRANT SELECT ON p27_paid_is_matched TO sepikul_auditor`);
});
