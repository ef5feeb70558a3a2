/**
 * Where a koperasi's demand counts, as an SQL expression over `region` (its own, left-joined) and `pool`: its
 * kecamatan; of one that lies in no village its own region; of one in no region the pool's city.
 */
export const ZONE = `coalesce(CASE region.level WHEN 'village' THEN region.parent_code ELSE region.code END, pool.region_code)`;

/**
 * What a line can come to pay per base unit at most, as an SQL expression over `commitment_line`: its own limit, or
 * what was fixed for its packs when the pool opened; the ceiling of an item of before that was fixed.
 * In a sell pool its own limit, which is the least it is to bring; null without one.
 */
export const WORST = `CASE (SELECT side FROM pool WHERE pool.id = commitment_line.pool_id)
  WHEN 'sell' THEN commitment_line.max_landed_rp ELSE least(commitment_line.max_landed_rp, coalesce(
    (SELECT min(worst_rp_per_unit) FROM item_guarantee
     WHERE item_guarantee.item_id = commitment_line.item_id AND from_packs <= commitment_line.quantity_packs),
    (SELECT ceiling_rp_per_unit FROM pool_item WHERE pool_item.id = commitment_line.item_id))) END`;
