import { createHash } from 'node:crypto';
import type pg from 'pg';
import { newId } from '../../src/platform/new-id.js';

/** Plants what a pool needs, straight into the tables: a city with kecamatan, koperasi, an organiser, packs. */
export interface World {
  readonly organiserId: string;
  readonly personId: string;
  readonly koperasiIds: readonly string[];
}

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index);

export const plantWorld = async (
  owner: pg.Client,
  koperasiCount: number,
  itemCount: number,
): Promise<World> => {
  const districts = range(Math.max(1, Math.min(60, Math.ceil(koperasiCount / 11))));
  await owner.query(
    `INSERT INTO region (code, name, level, het_zone) VALUES ('99.01', 'Kota Uji', 'city', '1')`,
  );
  await owner.query(
    `INSERT INTO region (code, name, level, parent_code) SELECT '99.01.' || d, 'Kecamatan ' || d, 'district', '99.01' FROM unnest($1::int[]) AS d`,
    [districts],
  );
  await owner.query(
    `INSERT INTO region (code, name, level, village_type, parent_code)
     SELECT '99.01.' || d || '.1', 'Kelurahan ' || d, 'village', 'kelurahan', '99.01.' || d FROM unnest($1::int[]) AS d`,
    [districts],
  );
  await owner.query(
    `INSERT INTO unit (code, name_en, name_id, dimension) VALUES ('KGM', 'kilogram', 'kilogram', 'mass'), ('XSA', 'sack', 'karung', 'package')`,
  );
  await owner.query(
    `INSERT INTO commodity (code, name_id, name_en, base_unit, class, ppn, storage)
     SELECT 'BARANG-' || i, 'Barang ' || i, 'Item ' || i, 'KGM', 'sembako', 'exempt', 'dry' FROM unnest($1::int[]) AS i`,
    [range(itemCount)],
  );
  await owner.query(
    `INSERT INTO pack (code, commodity_code, unit_code, size_milli, name_id, name_en)
     SELECT 'BARANG-' || i || '/XSA50', 'BARANG-' || i, 'XSA', 50000, 'karung 50 kg', 'sack 50 kg' FROM unnest($1::int[]) AS i`,
    [range(itemCount)],
  );
  const organiserId = newId();
  const personId = newId();
  const koperasiIds = range(koperasiCount).map(() => newId());
  await owner.query(
    `INSERT INTO person (id, login, name, password_hash) VALUES ($1, 'bench', 'bench', 'none')`,
    [personId],
  );
  await owner.query(
    `INSERT INTO party (id, kind, code, name) VALUES ($1, 'organiser', 'ORG', 'Penyelenggara')`,
    [organiserId],
  );
  await owner.query(
    `INSERT INTO party (id, kind, code, name, region_code)
     SELECT id, 'koperasi', 'KOP-' || n, 'Koperasi ' || n, '99.01.' || n % $2 || '.1' FROM unnest($1::uuid[]) WITH ORDINALITY AS k (id, n)`,
    [koperasiIds, districts.length],
  );
  return { organiserId, personId, koperasiIds };
};

export const plantPool = async (
  owner: pg.Client,
  world: World,
  itemCount: number,
): Promise<{ poolId: string; itemIds: string[] }> => {
  const poolId = newId();
  const itemIds = range(itemCount).map(() => newId());
  await owner.query(
    `INSERT INTO pool (id, organiser_id, title, region_code, state, closes_at, opened_at, bidding_period_s, needed_from, needed_until, created_by)
     VALUES ($1, $2, 'bench', '99.01', 'open', clock_timestamp() + interval '1 day', clock_timestamp(), 3600, '2026-01-01', '2027-12-31', $3)`,
    [poolId, world.organiserId, world.personId],
  );
  await owner.query(
    `INSERT INTO pool_item (id, pool_id, position, commodity_code, pack_code, pack_size_milli, ceiling_rp_per_unit, ceiling_source, reference_rp_per_unit)
     SELECT id, $2, n, 'BARANG-' || n - 1, 'BARANG-' || n - 1 || '/XSA50', 50000, 13500, 'bench', 13500
     FROM unnest($1::uuid[]) WITH ORDINALITY AS item (id, n)`,
    [itemIds, poolId],
  );
  return { poolId, itemIds };
};

/** A live session per koperasi, its officer being a person of its own. @returns the tokens, in the order of the koperasi. */
export const plantSessions = async (owner: pg.Client, koperasiIds: readonly string[]): Promise<string[]> => {
  const people = koperasiIds.map(() => newId());
  const tokens = koperasiIds.map((id) => createHash('sha256').update(id).digest('base64url'));
  await owner.query(
    `INSERT INTO person (id, login, name, password_hash) SELECT id, 'officer-' || n, 'Officer', 'none' FROM unnest($1::uuid[]) WITH ORDINALITY AS p (id, n)`,
    [people],
  );
  await owner.query(
    `INSERT INTO membership (person_id, party_id, role) SELECT * , 'officer' FROM unnest($1::uuid[], $2::uuid[])`,
    [people, koperasiIds],
  );
  await owner.query(
    `INSERT INTO session (token_hash, person_id, expires_at) SELECT hash, id, clock_timestamp() + interval '1 day' FROM unnest($1::bytea[], $2::uuid[]) AS s (hash, id)`,
    [tokens.map((token) => createHash('sha256').update(token).digest()), people],
  );
  return tokens;
};

/** An older pool's lines, so that tables and statistics are those of a database in use. */
export const plantPast = async (owner: pg.Client, world: World, itemCount: number): Promise<void> => {
  const { poolId, itemIds } = await plantPool(owner, world, itemCount);
  await owner.query(
    `INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, made_by)
     SELECT gen_random_uuid(), $1, item, koperasi, koperasi, date '2026-01-01' + day, 20, $4
     FROM unnest($2::uuid[]) AS k (koperasi), unnest($3::uuid[]) AS i (item), generate_series(1, 10) AS day`,
    [poolId, world.koperasiIds, itemIds, world.personId],
  );
  await owner.query('VACUUM ANALYZE');
};

/** Standing offers that bind items, each of a supplier of its own, with tiers from 1, 200 and 600 packs. */
export const plantOffers = async (
  owner: pg.Client,
  world: World,
  itemIds: readonly string[],
  offersPerItem: number,
): Promise<void> => {
  await owner.query('ALTER TABLE item_offer DISABLE TRIGGER USER');
  for (const [item, itemId] of itemIds.entries())
    for (const number of range(offersPerItem)) {
      const [supplierId, offerId] = [newId(), newId()];
      const tiers = [1, 200, 600].map((fromPacks, tier) => ({
        fromPacks,
        priceRpPerUnit: 12_500 - 300 * tier - 50 * number,
      }));
      await owner.query(`INSERT INTO party (id, kind, code, name) VALUES ($1, 'supplier', $2, 'Pemasok')`, [
        supplierId,
        supplierId,
      ]);
      await owner.query(
        `INSERT INTO standing_offer (id, supplier_id, pack_code, region_code) VALUES ($1, $2, $3, '99.01')`,
        [offerId, supplierId, `BARANG-${item}/XSA50`],
      );
      await owner.query(
        `INSERT INTO standing_offer_revision (offer_id, revision, action, tier_kind, tiers, capacity_packs, minimum_packs,
           lead_time_days, surcharge_rp_per_unit, valid_from, valid_until, made_by, made_at)
         VALUES ($1, 1, 'published', 'all-units', $2, $3, $4, 3, '{"99.01.1": 100}', '2026-01-01', '2027-12-31', $5, now())`,
        [offerId, JSON.stringify(tiers), 600 + 200 * number, 20 * number, world.personId],
      );
      await owner.query('INSERT INTO item_offer (item_id, offer_id, revision) VALUES ($1, $2, 1)', [
        itemId,
        offerId,
      ]);
    }
  await owner.query('ALTER TABLE item_offer ENABLE TRIGGER USER');
};
