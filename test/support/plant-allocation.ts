import type { Client } from 'pg';
import { newId } from '../../src/platform/new-id.js';
import { plantPoolOf, riceOf } from './plant-goods.js';
import { plantParty, plantPerson } from './plant-lot.js';
import { plantingBids } from './without-trigger.js';

/** A closed pool with sacks of 50 kg and of 25 kg of rice. */
export interface PlantedPool {
  readonly poolId: string;
  readonly organiserId: string;
  readonly itemIds: readonly [string, string];
  /** Somebody who may stand for any of the people involved. */
  readonly personId: string;
}

/** Packs that a line gets from a supplier. Parts of the same koperasi and beneficiary are one line. */
export interface PlantedPart {
  readonly koperasiId: string;
  readonly supplierId: string;
  readonly packs: number;
  /** A kitchen; the koperasi itself when left out. */
  readonly beneficiaryId?: string;
  readonly requirementLineId?: string;
}

export interface PlantedAllocation {
  readonly lotId: string;
  /** The line of each part, in the order of the parts. */
  readonly lineIds: readonly string[];
}

const goods = [riceOf(50), riceOf(25)];

export const plantPool = async (owner: Client): Promise<PlantedPool> => {
  const organiserId = await plantParty(owner, 'organiser');
  const personId = await plantPerson(owner);
  const { poolId, itemIds } = await plantPoolOf(owner, goods, { organiserId, personId });
  const [first = '', second = ''] = itemIds;
  return { poolId, organiserId, personId, itemIds: [first, second] };
};

/** A contracted lot of the pool's first or second item, bid for, opened, awarded and shared out as told. */
export const plantAllocation = async (
  owner: Client,
  pool: PlantedPool,
  parts: readonly PlantedPart[],
  { item = 0, priceRpPerUnit = 10_500 }: { item?: 0 | 1; priceRpPerUnit?: number } = {},
): Promise<PlantedAllocation> => {
  const lotId = newId();
  const total = parts.reduce((sum, part) => sum + part.packs, 0);
  const koperasi = new Set(parts.map((part) => part.koperasiId));
  const lines = new Map<string, { id: string; part: PlantedPart; packs: number }>();
  const lineIds = parts.map((part) => {
    const key = `${part.koperasiId} ${part.beneficiaryId ?? ''}`;
    const line = lines.get(key) ?? { id: newId(), part, packs: 0 };
    line.packs += part.packs;
    lines.set(key, line);
    return line.id;
  });
  await owner.query(
    `INSERT INTO lot (id, pool_id, item_id, state, quantity_packs, line_count, koperasi_count)
     VALUES ($1, $2, $3, 'contracted', $4, $5, $6)`,
    [lotId, pool.poolId, pool.itemIds[item], total, lines.size, koperasi.size],
  );
  for (const { id, part, packs } of lines.values()) {
    await owner.query(
      `INSERT INTO commitment_line (id, pool_id, item_id, koperasi_id, beneficiary_id, needed_by, quantity_packs, requirement_line_id, made_by)
       VALUES ($1, $2, $3, $4, $5, '2026-12-02', $6, $7, (SELECT created_by FROM pool WHERE id = $2))`,
      [
        id,
        pool.poolId,
        pool.itemIds[item],
        part.koperasiId,
        part.beneficiaryId ?? part.koperasiId,
        packs,
        part.requirementLineId ?? null,
      ],
    );
    await owner.query('INSERT INTO lot_membership (line_id, lot_id) VALUES ($1, $2)', [id, lotId]);
    await owner.query(
      `INSERT INTO share (line_id, lot_id, asked_packs, allocated_packs, draw) VALUES ($1, $2, $3, $3, 'uji')`,
      [id, lotId, packs],
    );
  }
  for (const [place, part] of parts.entries())
    await owner.query(
      'INSERT INTO allocation (line_id, supplier_id, lot_id, packs) VALUES ($1, $2, $3, $4)',
      [lineIds[place], part.supplierId, lotId, part.packs],
    );
  await plantAward(owner, pool, lotId, parts, goods[item]?.sizeMilli ?? 0, priceRpPerUnit);
  return { lotId, lineIds };
};

const plantAward = async (
  owner: Client,
  pool: PlantedPool,
  lotId: string,
  parts: readonly PlantedPart[],
  sizeMilli: number,
  priceRpPerUnit: number,
): Promise<void> => {
  const awardId = newId();
  const approver = await plantPerson(owner);
  const costOf = (packs: number): number => Math.round((packs * sizeMilli * priceRpPerUnit) / 1000);
  const bySupplier = new Map<string, number>();
  for (const { supplierId, packs } of parts)
    bySupplier.set(supplierId, (bySupplier.get(supplierId) ?? 0) + packs);
  const total = [...bySupplier.values()].reduce((sum, packs) => sum + packs, 0);
  await owner.query(
    `INSERT INTO tender (lot_id, closes_at) VALUES ($1, clock_timestamp() - interval '1 hour')`,
    [lotId],
  );
  await owner.query(
    `INSERT INTO award (id, lot_id, state, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation,
       proposed_by, proposed_at, approved_by, approved_at)
     VALUES ($1, $2, 'approved', $3, $3, $4, $4, 0, '{}', $5, now(), $6, now())`,
    [awardId, lotId, total, costOf(total), pool.personId, approver],
  );
  for (const [supplierId, packs] of bySupplier) {
    const bidId = newId();
    await owner.query('INSERT INTO bid (id, lot_id, supplier_id) VALUES ($1, $2, $3)', [
      bidId,
      lotId,
      supplierId,
    ]);
    await plantingBids(owner, () =>
      owner.query(
        `INSERT INTO bid_revision (bid_id, revision, action, capacity_packs, minimum_packs, lead_time_days, tiers, made_by, made_at)
       VALUES ($1, 1, 'submitted', $2, 0, 1, $3, $4, clock_timestamp() - interval '2 hours')`,
        [bidId, packs, JSON.stringify([{ fromPacks: 1, priceRpPerUnit }]), pool.personId],
      ),
    );
    await owner.query(
      `INSERT INTO award_line (award_id, bid_id, supplier_id, tier_no, packs, price_rp_per_unit, amount_rp)
       VALUES ($1, $2, $3, 1, $4, $5, $6)`,
      [awardId, bidId, supplierId, packs, priceRpPerUnit, costOf(packs)],
    );
  }
  await owner.query(
    `UPDATE tender SET opened_at = clock_timestamp() - interval '30 minutes', bid_count = $2 WHERE lot_id = $1`,
    [lotId, bySupplier.size],
  );
};
