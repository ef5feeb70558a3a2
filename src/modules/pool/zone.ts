/**
 * Where a koperasi's demand counts, as an SQL expression over `region` (its own, left-joined) and `pool`: its
 * kecamatan; of one that lies in no village its own region; of one in no region the pool's city.
 */
export const ZONE = `coalesce(CASE region.level WHEN 'village' THEN region.parent_code ELSE region.code END, pool.region_code)`;
