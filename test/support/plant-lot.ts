import type { Client } from 'pg';
import type { Membership, PartyKind, Principal, Role } from '../../src/platform/auth/principal.js';
import { newId } from '../../src/platform/new-id.js';
import { plantPoolOf, riceOf } from './plant-goods.js';
import { plantKeys } from './wire-bids.js';

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
  const [lineId, lotId] = [newId(), newId()];
  const organiserId = await plantParty(owner, 'organiser');
  const koperasiId = await plantParty(owner, 'koperasi');
  const personId = await plantPerson(owner);
  const { poolId, itemIds } = await plantPoolOf(owner, [riceOf(50)], {
    organiserId,
    personId,
    biddingPeriodS,
  });
  const [itemId] = itemIds;
  await owner.query(`INSERT INTO pool_step (pool_id, step, due_s, deputy_s) VALUES ($1, 'objection', 0, 0)`, [
    poolId,
  ]);
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
  await plantKeys(owner, lot.lotId);
  return lot;
};

/** Lets a tender's deadline pass. */
export const passDeadline = async (owner: Client, lotId: string): Promise<void> => {
  await owner.query('UPDATE tender SET closes_at = clock_timestamp() WHERE lot_id = $1', [lotId]);
};
