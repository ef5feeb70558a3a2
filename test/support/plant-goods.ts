import type { Client } from 'pg';
import type { Storage } from '../../src/core/lot/aggregate-commitments.js';
import { newId } from '../../src/platform/new-id.js';

/** Sacks of a commodity. */
export interface Goods {
  readonly commodityCode: string;
  readonly packCode: string;
  readonly sizeMilli: number;
  readonly storage: Storage;
}

/** Rice in sacks of so many kg. */
export const riceOf = (kg: number): Goods => ({
  commodityCode: 'BERAS-UJI',
  packCode: `BERAS-UJI/${kg}`,
  sizeMilli: kg * 1000,
  storage: 'dry',
});

const plantPack = async (
  owner: Client,
  { commodityCode, packCode, sizeMilli, storage }: Goods,
): Promise<void> => {
  await owner.query(
    `INSERT INTO unit (code, name_en, name_id, dimension) VALUES ('KGM', 'kilogram', 'kilogram', 'mass') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO commodity (code, name_id, name_en, base_unit, class, ppn, storage)
     VALUES ($1, 'Barang uji', 'Test goods', 'KGM', 'staple', 'exempt', $2) ON CONFLICT DO NOTHING`,
    [commodityCode, storage],
  );
  await owner.query(
    `INSERT INTO pack (code, commodity_code, unit_code, size_milli, name_id, name_en)
     VALUES ($1, $2, 'KGM', $3::int, 'Karung ' || $3::int / 1000 || ' kg', 'Sack of ' || $3::int / 1000 || ' kg') ON CONFLICT DO NOTHING`,
    [packCode, commodityCode, sizeMilli],
  );
};

/** A pool of Kota Bogor with one item per goods, each at a ceiling of Rp12,000 per kg, and all that they need. */
export const plantPoolOf = async (
  owner: Client,
  goods: readonly Goods[],
  {
    organiserId,
    personId,
    state = 'closed',
    biddingPeriodS = 3600,
  }: { organiserId: string; personId: string; state?: 'open' | 'closed'; biddingPeriodS?: number },
): Promise<{ poolId: string; itemIds: readonly string[] }> => {
  const poolId = newId();
  await owner.query(
    `INSERT INTO region (code, name, level) VALUES ('32.71', 'Kota Bogor', 'city') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO pool (id, organiser_id, title, region_code, state, closes_at, bidding_period_s, needed_from,
       needed_until, created_by, opened_at, closed_at)
     VALUES ($1, $2, 'Uji', '32.71', $3, now(), $4, '2026-12-01', '2026-12-07', $5, now(), now())`,
    [poolId, organiserId, state, biddingPeriodS, personId],
  );
  const itemIds: string[] = [];
  for (const good of goods) {
    await plantPack(owner, good);
    const itemId = newId();
    itemIds.push(itemId);
    await owner.query(
      `INSERT INTO pool_item (id, pool_id, position, commodity_code, pack_code, pack_size_milli,
         ceiling_rp_per_unit, ceiling_source, reference_rp_per_unit)
       VALUES ($1, $2, $3, $4, $5, $6, 12000, 'uji', 12000)`,
      [itemId, poolId, itemIds.length, good.commodityCode, good.packCode, good.sizeMilli],
    );
  }
  return { poolId, itemIds };
};
