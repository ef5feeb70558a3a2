import type { River } from './river.js';

/** Whoever looks, by the kind of party. */
export const loginOf: Readonly<Record<string, string>> = {
  organiser: 'organiser-officer',
  treasurer: 'organiser-treasurer',
  supplier: 'supplier-1',
  kitchen: 'kitchen-1',
  observer: 'observer',
  administrator: 'admin',
};

/**
 * Where the ids in paths of screens come from: of a thing the party ($1) may see in the planted season, the one that
 * shows most.
 */
const queries: Readonly<Record<string, string>> = {
  poolId: `SELECT id FROM pool WHERE state <> 'draft' ORDER BY
    (SELECT count(*) FROM delivery_drop d WHERE d.pool_id = pool.id AND $1::uuid IS DISTINCT FROM d.id) DESC, id LIMIT 1`,
  // One that is contracted, so that anybody may read its explanation.
  lotId: `SELECT lot_id AS id FROM award JOIN lot ON lot.id = lot_id WHERE $1::uuid IS DISTINCT FROM lot_id
    ORDER BY (lot.state IN ('contracted', 'delivering', 'settled')) DESC, (award.state = 'approved') DESC, lot_id LIMIT 1`,
  code: `SELECT code AS id FROM commodity WHERE $1::uuid IS NULL OR code LIKE 'BERAS%' ORDER BY code LIMIT 1`,
  // Goods of the market prices, by their name in the path.
  slug: `SELECT CASE WHEN $1::uuid IS NULL THEN 'beras' ELSE 'gula' END AS id`,
  dueId: `SELECT id FROM due WHERE $1 IN (payer_id, payee_id) ORDER BY (state = 'open') DESC, id LIMIT 1`,
  partyId: `SELECT id FROM party WHERE $1::uuid IS DISTINCT FROM id ORDER BY (kind = 'koperasi') DESC, id LIMIT 1`,
  isoWeek: `SELECT '2026-W50' AS id WHERE coalesce($1::text, '') IS NOT NULL`,
  requirementLineId: `SELECT id FROM requirement_line WHERE $1::uuid IS DISTINCT FROM id ORDER BY id LIMIT 1`,
  invoiceId: `SELECT id FROM invoice ORDER BY ($1 IN (koperasi_id, issuer_id)) DESC, id LIMIT 1`,
  orderId: `SELECT id FROM purchase_order ORDER BY ($1 IN (buyer_id, seller_id)) DESC, id LIMIT 1`,
  billId: `SELECT id FROM seller_bill ORDER BY ($1 IN (buyer_id, seller_id)) DESC, id LIMIT 1`,
  dropId: `SELECT id FROM delivery_drop ORDER BY ($1 IN (koperasi_id, supplier_id)) DESC, (state = 'received') DESC, id LIMIT 1`,
};

/** A path with what its named parts stand for. @throws for a part that nobody has said where it comes from. */
export const fillPath = async (river: River, path: string, partyId: string | null): Promise<string> => {
  let filled = path;
  for (const [whole, name = ''] of path.matchAll(/:(\w+)/g)) {
    const query = queries[name];
    if (query === undefined) throw new Error(`say in screen-ids.ts where ${whole} of ${path} comes from`);
    const { rows } = await river.database.owner.query<{ id: string }>(query, [partyId]);
    const id = rows[0]?.id;
    if (id === undefined) throw new Error(`the planted season has no ${name} for ${path}`);
    filled = filled.replace(whole, encodeURIComponent(id));
  }
  return filled;
};
