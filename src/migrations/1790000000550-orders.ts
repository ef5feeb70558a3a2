import { forward } from './forward.js';
import { grant } from './grant.js';
import { ACROSS, anyOf, isMine, organisesPool, OVERSEES, seesRow } from './sight.js';
import { wall } from './wall.js';

/** What part of a line's amount its shipped packs come to: to the last of them less to the first, each rounded down. */
const shipped = (amount: string): string => `(
        div(line_price.${amount}::numeric * (before_bps / 10000 + shipped_packs), line_price.packs::numeric)
        - div(line_price.${amount}::numeric * (before_bps / 10000), line_price.packs::numeric))`;

/** Purchase orders: one per released drop, from who pays to who is paid, a line per lot, more lines as the drop grows. */
export const Orders1790000000550 = forward('Orders1790000000550', async (runner) => {
  await runner.query(`
    CREATE TABLE purchase_order (
      id uuid PRIMARY KEY,
      drop_id uuid NOT NULL UNIQUE REFERENCES delivery_drop (id),
      pool_id uuid NOT NULL REFERENCES pool (id),
      buyer_id uuid NOT NULL REFERENCES party (id),
      seller_id uuid NOT NULL REFERENCES party (id),
      revision integer NOT NULL DEFAULT 1 CHECK (revision > 0),
      issued_at timestamptz NOT NULL DEFAULT clock_timestamp(),
      changed_at timestamptz,
      UNIQUE (id, seller_id),
      CHECK (buyer_id <> seller_id),
      CHECK ((revision = 1) = (changed_at IS NULL))
    )`);
  await runner.query(`CREATE INDEX purchase_order_buyer ON purchase_order (buyer_id, id)`);
  await runner.query(`CREATE INDEX purchase_order_seller ON purchase_order (seller_id, id)`);
  await runner.query(`CREATE INDEX purchase_order_pool ON purchase_order (pool_id, id)`);
  await runner.query(`
    CREATE TABLE purchase_order_line (
      id uuid PRIMARY KEY,
      order_id uuid NOT NULL,
      line_no integer NOT NULL CHECK (line_no > 0),
      revision integer NOT NULL CHECK (revision > 0),
      seller_id uuid NOT NULL,
      lot_id uuid NOT NULL REFERENCES lot (id),
      kind text NOT NULL CHECK (kind IN ('goods', 'fixed-charge')),
      packs integer NOT NULL CHECK (packs > 0),
      pack_size_milli bigint NOT NULL CHECK (pack_size_milli > 0),
      price_rp_per_unit bigint NOT NULL CHECK (price_rp_per_unit >= 0),
      amount_rp bigint NOT NULL CHECK (amount_rp >= 0),
      tax_code text NOT NULL CHECK (tax_code IN ('ppn', 'exempt', 'none', 'check')),
      base_rp bigint NOT NULL CHECK (base_rp >= 0),
      tax_rp bigint NOT NULL CHECK (tax_rp >= 0),
      rate_from date,
      UNIQUE (order_id, line_no),
      UNIQUE (order_id, lot_id, kind),
      FOREIGN KEY (order_id, seller_id) REFERENCES purchase_order (id, seller_id),
      CHECK (kind = 'goods' OR packs = 1),
      CHECK ((tax_code = 'ppn') = (rate_from IS NOT NULL)),
      CHECK (base_rp + tax_rp <= amount_rp)
    )`);
  await runner.query(`CREATE INDEX purchase_order_line_lot ON purchase_order_line (lot_id)`);
  // A fixed charge is ordered once, with the first of the lot's drops that is released.
  await runner.query(`
    CREATE UNIQUE INDEX fixed_charge_ordered_once ON purchase_order_line (lot_id, seller_id) WHERE kind = 'fixed-charge'`);
  await grant(runner, { kept: ['purchase_order'], appended: ['purchase_order_line'] });
  await wall(runner, 'purchase_order', {
    read: anyOf(isMine('buyer_id'), isMine('seller_id'), ACROSS, OVERSEES, organisesPool('pool_id')),
    write: ACROSS,
  });
  await wall(runner, 'purchase_order_line', {
    read: anyOf(isMine('seller_id'), ACROSS, seesRow('purchase_order', 'purchase_order.id = order_id')),
    write: ACROSS,
  });
  await runner.query(
    `ALTER POLICY document_number_app ON document_number USING (${anyOf(
      isMine('issuer_id'),
      ACROSS,
      OVERSEES,
      seesRow('credit_note', 'credit_note.id = document_id'),
      seesRow('closing_credit', 'closing_credit.id = document_id'),
      seesRow('purchase_order', 'purchase_order.id = document_id'),
    )})`,
  );
  await runner.query(`
    CREATE VIEW p26_orders_say_what_was_fixed WITH (security_invoker = true) AS
    SELECT purchase_order.id::text AS subject, 'lot ' || line.lot_id || ' ordered ' || line.packs || ' for ' || line.amount_rp
      || ', fixed ' || coalesce(fixed.packs, 0) || ' for ' || coalesce(fixed.amount_rp, 0) AS detail
    FROM purchase_order JOIN pool ON pool.id = pool_id JOIN purchase_order_line AS line ON order_id = purchase_order.id
    LEFT JOIN LATERAL (
      SELECT sum(shipped_packs) AS packs,
        sum(CASE contract_mode WHEN 'direct' THEN ${shipped('charge_rp')} ELSE ${shipped('bill_rp')} END) AS amount_rp
      FROM drop_line JOIN line_worth USING (drop_id, line_id) JOIN line_price USING (line_id, supplier_id)
      WHERE drop_line.drop_id = purchase_order.drop_id AND drop_line.lot_id = line.lot_id
    ) AS fixed ON true
    WHERE line.kind = 'goods' AND (line.packs, line.amount_rp) IS DISTINCT FROM (fixed.packs, fixed.amount_rp)
    UNION ALL
    SELECT line.id::text, 'fixed charge ' || line.amount_rp || ', awarded ' || coalesce(charge.amount_rp, 0)
    FROM purchase_order_line AS line LEFT JOIN lot_fixed_charge AS charge
      ON charge.lot_id = line.lot_id AND charge.supplier_id = line.seller_id
    WHERE kind = 'fixed-charge' AND charge.amount_rp IS DISTINCT FROM line.amount_rp
    UNION ALL
    SELECT purchase_order.id::text, 'a party of the drop did not order it'
    FROM purchase_order JOIN drop_role ON drop_role.id = drop_id JOIN pool ON pool.id = pool_id
    WHERE seller_id <> sender_id
      OR buyer_id <> CASE contract_mode WHEN 'direct' THEN receiver_id ELSE organiser_id END
    UNION ALL
    SELECT id::text, 'has no number' FROM purchase_order
    WHERE NOT EXISTS (SELECT FROM document_number WHERE document_id = purchase_order.id AND kind = 'purchase-order')
    UNION ALL
    SELECT series.issuer_id || ' ' || series.kind || ' ' || series.year, 'numbered to ' || last_number || ', issued ' || count(number)
    FROM document_series AS series LEFT JOIN document_number USING (issuer_id, kind, year)
    GROUP BY series.issuer_id, series.kind, series.year, last_number
    HAVING last_number <> count(number) OR last_number IS DISTINCT FROM max(number)`);
  await runner.query(`GRANT SELECT ON p26_orders_say_what_was_fixed TO sepikul_auditor`);
});
