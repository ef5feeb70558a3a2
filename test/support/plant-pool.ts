import type { Client } from 'pg';
import type { Storage } from '../../src/core/lot/aggregate-commitments.js';
import { newId } from '../../src/platform/new-id.js';
import { plantParty, plantPerson } from './plant-lot.js';

export interface PlantedPool {
  readonly poolId: string;
  readonly organiserId: string;
  readonly itemIds: readonly string[];
}

export const CITY = '32.71';

/** A city of three kecamatan with three villages each: `32.71.01` to `.03`, `32.71.01.1001` to `.1003`. */
export const plantRegions = async (owner: Client): Promise<void> => {
  await owner.query(
    `INSERT INTO region (code, name, level) VALUES ('32.71', 'Kota Bogor', 'city') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO region (code, name, level, parent_code)
     SELECT '32.71.0' || n, 'Kecamatan ' || n, 'district', '32.71' FROM generate_series(1, 3) AS n
     ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO region (code, name, level, village_type, parent_code)
     SELECT '32.71.0' || n || '.100' || v, 'Kelurahan ' || n || v, 'village', 'kelurahan', '32.71.0' || n
     FROM generate_series(1, 3) AS n, generate_series(1, 3) AS v ON CONFLICT DO NOTHING`,
  );
};

/** A koperasi in a region, suspended or not, with a cold store or without. */
export const plantKoperasi = async (
  owner: Client,
  regionCode: string | null,
  { isSuspended = false, hasColdStore = false } = {},
): Promise<string> => {
  const id = newId();
  await owner.query(
    `INSERT INTO party (id, kind, code, name, region_code, state, suspended_reason, capabilities)
     VALUES ($1, 'koperasi', $2, 'Koperasi uji', $3, $4, $5, $6)`,
    [
      id,
      id,
      regionCode,
      isSuspended ? 'suspended' : 'active',
      isSuspended ? 'uji' : null,
      hasColdStore ? ['cold-store'] : [],
    ],
  );
  return id;
};

const plantPack = async (owner: Client, position: number, storage: Storage): Promise<[string, string]> => {
  const commodity = `UJI-${storage}`;
  const pack = `${commodity}/${position}`;
  await owner.query(
    `INSERT INTO unit (code, name_en, name_id, dimension) VALUES ('KGM', 'kilogram', 'kilogram', 'mass') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO commodity (code, name_id, name_en, base_unit, class, ppn, storage)
     VALUES ($1, 'Barang uji', 'Test goods', 'KGM', 'staple', 'exempt', $2) ON CONFLICT DO NOTHING`,
    [commodity, storage],
  );
  await owner.query(
    `INSERT INTO pack (code, commodity_code, unit_code, size_milli, name_id, name_en)
     VALUES ($1, $2, 'KGM', 50000, 'Karung 50 kg', 'Sack of 50 kg') ON CONFLICT DO NOTHING`,
    [pack, commodity],
  );
  return [commodity, pack];
};

/** A closed pool with one item per storage named; its regions must stand. */
export const plantPool = async (
  owner: Client,
  storages: readonly Storage[],
  state: 'open' | 'closed' = 'closed',
): Promise<PlantedPool> => {
  const poolId = newId();
  const organiserId = await plantParty(owner, 'organiser');
  await owner.query(
    `INSERT INTO pool (id, organiser_id, title, region_code, state, closes_at, bidding_period_s, needed_from,
       needed_until, created_by, opened_at, closed_at)
     VALUES ($1, $2, 'Uji', $3, $4, now(), 3600, '2026-12-01', '2026-12-07', $5, now(), now())`,
    [poolId, organiserId, CITY, state, await plantPerson(owner)],
  );
  const itemIds: string[] = [];
  for (const [place, storage] of storages.entries()) {
    const itemId = newId();
    const [commodity, pack] = await plantPack(owner, place + 1, storage);
    await owner.query(
      `INSERT INTO pool_item (id, pool_id, position, commodity_code, pack_code, pack_size_milli,
         ceiling_rp_per_unit, ceiling_source, reference_rp_per_unit)
       VALUES ($1, $2, $3, $4, $5, 50000, 12000, 'uji', 12000)`,
      [itemId, poolId, place + 1, commodity, pack],
    );
    itemIds.push(itemId);
  }
  return { poolId, organiserId, itemIds };
};

/** The same as a draft that may be opened, closing in an hour, for days of December 2030. */
export const plantDraft = async (owner: Client, storages: readonly Storage[]): Promise<PlantedPool> => {
  const pool = await plantPool(owner, storages);
  await owner.query(
    `UPDATE pool SET state = 'draft', opened_at = NULL, closed_at = NULL, closes_at = now() + interval '1 hour',
       needed_from = '2030-12-01', needed_until = '2030-12-07' WHERE id = $1`,
    [pool.poolId],
  );
  return pool;
};

export interface LineToPlant {
  readonly poolId: string;
  readonly itemId: string;
  readonly koperasiId: string;
  readonly beneficiaryId?: string;
  readonly quantityPacks: number;
  readonly minimumPacks?: number;
  readonly neededBy?: string;
  readonly state?: 'active' | 'withdrawn';
  readonly acceptsMerge?: boolean;
}

export const plantLine = async (owner: Client, line: LineToPlant): Promise<string> => {
  const id = newId();
  await owner.query(
    `INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs,
       minimum_packs, state, accepts_merge, made_by)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, (SELECT created_by FROM pool WHERE id = $2))`,
    [
      id,
      line.poolId,
      line.itemId,
      line.koperasiId,
      line.beneficiaryId ?? line.koperasiId,
      line.neededBy ?? '2026-12-02',
      line.quantityPacks,
      line.minimumPacks ?? 0,
      line.state ?? 'active',
      line.acceptsMerge ?? false,
    ],
  );
  return id;
};

/** What became of an item that missed a minimum of a million packs. */
export const plantOutcome = async (
  owner: Client,
  itemId: string,
  outcome: 'went-on' | 'merged' | 'cancelled',
): Promise<void> => {
  // The pool is no draft any more, so the declaration is planted past the trigger that says so.
  await owner.query(`ALTER TABLE pool_item_minimum DISABLE TRIGGER USER`);
  await owner.query('INSERT INTO pool_item_minimum (item_id, minimum_packs) VALUES ($1, 1000000)', [itemId]);
  await owner.query(`ALTER TABLE pool_item_minimum ENABLE TRIGGER USER`);
  await owner.query(
    'INSERT INTO item_rescue (item_id, outcome, committed_packs, minimum_packs) VALUES ($1, $2, 0, 1000000)',
    [itemId, outcome],
  );
};

export const plantMove = async (owner: Client, lineId: string, targetLineId: string): Promise<void> => {
  await owner.query('INSERT INTO line_move (line_id, target_line_id, packs) VALUES ($1, $2, 1)', [
    lineId,
    targetLineId,
  ]);
};
