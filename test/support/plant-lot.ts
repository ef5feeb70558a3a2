import type { Client } from 'pg';
import type { Membership, PartyKind, Principal, Role } from '../../src/platform/auth/principal.js';
import { newId } from '../../src/platform/new-id.js';

/** A lot of a closed pool, planted by the schema's owner without the stages before it. */
export interface PlantedLot {
  readonly poolId: string;
  readonly lotId: string;
  readonly organiserId: string;
  readonly koperasiId: string;
}

export const plantParty = async (owner: Client, kind: PartyKind): Promise<string> => {
  const id = newId();
  await owner.query('INSERT INTO party (id, kind, code, name) VALUES ($1, $2, $3, $4)', [
    id,
    kind,
    id,
    `${kind} uji`,
  ]);
  return id;
};

export const plantPerson = async (owner: Client): Promise<string> => {
  const id = newId();
  await owner.query(`INSERT INTO person (id, login, name, password_hash) VALUES ($1, $2, 'Uji', '-')`, [
    id,
    id,
  ]);
  return id;
};

/** Somebody with these roles at a party, as the guard would hand them on. */
export const plantPrincipal = async (
  owner: Client,
  kind: PartyKind,
  partyId: string,
  ...roles: Role[]
): Promise<Principal> => {
  const membership: Membership = { partyId, kind, roles };
  return { personId: await plantPerson(owner), memberships: [membership] };
};

/** 100 sacks of 50 kg of rice by default, asked for by one koperasi, at a ceiling of Rp12,000 per kg; no standstill. */
export const plantLot = async (
  owner: Client,
  quantityPacks = 100,
  biddingPeriodS = 3600,
): Promise<PlantedLot> => {
  const [poolId, itemId, lineId, lotId] = [newId(), newId(), newId(), newId()];
  const organiserId = await plantParty(owner, 'organiser');
  const koperasiId = await plantParty(owner, 'koperasi');
  const personId = await plantPerson(owner);
  await owner.query(
    `INSERT INTO region (code, name, level) VALUES ('32.71', 'Kota Bogor', 'city') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO unit (code, name_en, name_id, dimension) VALUES ('KGM', 'kilogram', 'kilogram', 'mass') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO commodity (code, name_id, name_en, base_unit, class, ppn, storage)
     VALUES ('BERAS-UJI', 'Beras uji', 'Test rice', 'KGM', 'staple', 'exempt', 'dry') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO pack (code, commodity_code, unit_code, size_milli, name_id, name_en)
     VALUES ('BERAS-UJI/50', 'BERAS-UJI', 'KGM', 50000, 'Karung 50 kg', 'Sack of 50 kg') ON CONFLICT DO NOTHING`,
  );
  await owner.query(
    `INSERT INTO pool (id, organiser_id, title, region_code, state, closes_at, bidding_period_s, needed_from, needed_until, created_by, opened_at, closed_at)
     VALUES ($1, $2, 'Uji', '32.71', 'closed', now(), $4, '2026-12-01', '2026-12-07', $3, now(), now())`,
    [poolId, organiserId, personId, biddingPeriodS],
  );
  await owner.query(`INSERT INTO pool_step (pool_id, step, due_s, deputy_s) VALUES ($1, 'objection', 0, 0)`, [
    poolId,
  ]);
  await owner.query(
    `INSERT INTO pool_item (id, pool_id, position, commodity_code, pack_code, pack_size_milli, ceiling_rp_per_unit, ceiling_source, reference_rp_per_unit)
     VALUES ($1, $2, 1, 'BERAS-UJI', 'BERAS-UJI/50', 50000, 12000, 'uji', 12000)`,
    [itemId, poolId],
  );
  await owner.query(
    `INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, made_by)
     VALUES ($1, $2, $3, $4, $4, '2026-12-02', $5, $6)`,
    [lineId, poolId, itemId, koperasiId, quantityPacks, personId],
  );
  await owner.query(
    'INSERT INTO lot (id, pool_id, item_id, quantity_packs, line_count, koperasi_count) VALUES ($1, $2, $3, $4, 1, 1)',
    [lotId, poolId, itemId, quantityPacks],
  );
  await owner.query('INSERT INTO lot_membership (line_id, lot_id) VALUES ($1, $2)', [lineId, lotId]);
  return { poolId, lotId, organiserId, koperasiId };
};

/** The same with a tender that takes bids for an hour. */
export const plantTender = async (owner: Client, quantityPacks?: number): Promise<PlantedLot> => {
  const lot = await plantLot(owner, quantityPacks);
  await owner.query(
    `INSERT INTO tender (lot_id, closes_at) VALUES ($1, clock_timestamp() + interval '1 hour')`,
    [lot.lotId],
  );
  return lot;
};

/** Lets a tender's deadline pass. */
export const passDeadline = async (owner: Client, lotId: string): Promise<void> => {
  await owner.query('UPDATE tender SET closes_at = clock_timestamp() WHERE lot_id = $1', [lotId]);
};
