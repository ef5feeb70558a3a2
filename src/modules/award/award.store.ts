import { Injectable } from '@nestjs/common';
import { writeOutcome } from '../../core/award/award-outcome.js';
import type { AwardProblem, ProblemAward } from '../../core/award/joint/award-problem.js';
import type { CoalitionAward } from '../../core/award/coalition/state-coalition.js';
import type { LotAward } from '../../core/award/lot-award.js';
import type { LotState } from '../../core/lot/advance-lot.js';
import type { Sql, Tx } from '../../platform/db/sql.js';
import type { AwardExplanation, KeptCoalition } from './award.entity.js';

const explanationOf = ({
  unservedPacks,
  unservedZones,
  penaltyRp,
  termsRp,
  missingSuppliers,
  missingSuppliersRp,
  totalRp,
  bestSingle,
  savedRp,
  reasons,
  constraints,
  unpricedConstraints,
  way,
  nodes,
}: LotAward): AwardExplanation => ({
  unservedPacks,
  unservedZones,
  penaltyRp,
  termsRp,
  missingSuppliers,
  missingSuppliersRp,
  totalRp,
  bestSingle,
  savedRp,
  reasons,
  constraints,
  unpricedConstraints,
  way,
  nodes,
});

/** Writes awards, their lines and zones, and the groups they were computed in. */
@Injectable()
export class AwardStore {
  /** Of these lots those that have an award. */
  async awardedLots(sql: Sql, lotIds: readonly string[]): Promise<Set<string>> {
    const rows = await sql.rows<{ lotId: string }>(
      `SELECT lot_id FROM award WHERE lot_id = ANY ($1) AND state <> 'replaced'`,
      [lotIds],
    );
    return new Set(rows.map(({ lotId }) => lotId));
  }

  /**
   * Locks lots in the order of their ids, so that twins of a computation wait for each other, and only then
   * reads whether one has its award: a statement that waits sees other tables as they were before.
   */
  async lockLots(tx: Tx, lotIds: readonly string[]): Promise<{ state: LotState; isAwarded: boolean }[]> {
    const locked = await tx.rows<{ id: string; state: LotState }>(
      'SELECT id, state FROM lot WHERE id = ANY ($1) ORDER BY id FOR UPDATE',
      [lotIds],
    );
    const awarded = await this.awardedLots(tx, lotIds);
    return locked.map(({ id, state }) => ({ state, isAwarded: awarded.has(id) }));
  }

  /** How many attempts there have been at these lots' awards: what was computed for others is not kept. */
  async attemptsAt(sql: Sql, lotIds: readonly string[]): Promise<number> {
    const row = await sql.first<{ count: number }>('SELECT count(*) FROM award WHERE lot_id = ANY ($1)', [
      lotIds,
    ]);
    return row?.count ?? 0;
  }

  async insertGroup(
    tx: Tx,
    groupId: string,
    group: { poolId: string; problem: AwardProblem; award: ProblemAward; coalition: KeptCoalition },
  ): Promise<void> {
    const { rounds, tolerances, shortZones, unweighed, solves } = group.coalition;
    await tx.change(
      'INSERT INTO award_group (id, pool_id, problem, outcome, coalition) VALUES ($1, $2, $3, $4, $5)',
      [
        groupId,
        group.poolId,
        group.problem,
        writeOutcome(group.award),
        { rounds, tolerances, shortZones, unweighed, solves },
      ],
    );
  }

  /** Writes what was computed of a lot that has no award yet. */
  async insert(tx: Tx, awardId: string, groupId: string, computed: CoalitionAward): Promise<void> {
    const { award, demandPacks, tolerancePacks, leftPacks } = computed;
    const awardedPacks = award.lines.reduce((sum, { packs }) => sum + packs, 0);
    await tx.change(
      `INSERT INTO award (id, lot_id, group_id, demand_packs, awarded_packs, cost_rp, bound_rp, gap_ppm, explanation,
         tolerance_packs, left_packs, attempt)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, (SELECT count(*) + 1 FROM award WHERE lot_id = $2))`,
      [
        awardId,
        award.lotId,
        groupId,
        demandPacks,
        awardedPacks,
        award.costRp,
        award.boundRp,
        award.gapPpm,
        explanationOf(award),
        tolerancePacks,
        leftPacks,
      ],
    );
    await this.insertLines(tx, awardId, award);
    await this.insertZones(tx, awardId, award);
  }

  /** `personId` is null when the system proposes. */
  async markProposed(tx: Tx, awardId: string, personId: string | null): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET state = 'proposed', proposed_by = $2, proposed_at = clock_timestamp(), version = version + 1
         WHERE id = $1 AND state = 'computed'`,
        [awardId, personId],
      ),
    );
  }

  async markApproved(tx: Tx, awardId: string, personId: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET state = 'approved', approved_by = $2, approved_at = clock_timestamp(), version = version + 1
         WHERE id = $1 AND state = 'proposed'`,
        [awardId, personId],
      ),
    );
  }

  /** The first of two who agree to what the system proposed. */
  async markEndorsed(tx: Tx, awardId: string, personId: string, asChair: boolean): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET endorsed_by = $2, endorsed_at = clock_timestamp(), endorsed_as_chair = $3, version = version + 1
         WHERE id = $1 AND state = 'proposed' AND endorsed_by IS NULL`,
        [awardId, personId, asChair],
      ),
    );
  }

  /** Keeps an attempt as it was, and makes room for the next. */
  async markReplaced(tx: Tx, awardId: string): Promise<void> {
    await mustTouchOne(
      tx.change(
        `UPDATE award SET state = 'replaced', replaced_at = clock_timestamp(), version = version + 1
         WHERE id = $1 AND state IN ('computed', 'proposed', 'approved')`,
        [awardId],
      ),
    );
  }

  private async insertLines(tx: Tx, awardId: string, { lines }: LotAward): Promise<void> {
    await tx.change(
      `INSERT INTO award_line (award_id, bid_id, supplier_id, tier_no, packs, price_rp_per_unit, amount_rp,
         surcharge_rp, freight_rp, tax_rp, fixed_rp)
       SELECT $1, * FROM unnest($2::uuid[], $3::uuid[], $4::int[], $5::bigint[], $6::bigint[], $7::bigint[],
         $8::bigint[], $9::bigint[], $10::bigint[], $11::bigint[])`,
      [
        awardId,
        lines.map((line) => line.bidId),
        lines.map((line) => line.supplierId),
        lines.map((line) => line.tier + 1),
        lines.map((line) => line.packs),
        lines.map((line) => line.priceRpPerUnit),
        lines.map((line) => line.amountRp),
        lines.map((line) => line.surchargeRp),
        lines.map((line) => line.freightRp),
        lines.map((line) => line.taxRp),
        lines.map((line) => line.fixedRp),
      ],
    );
  }

  private async insertZones(tx: Tx, awardId: string, { lines }: LotAward): Promise<void> {
    const rows = lines.flatMap(({ bidId, zones }) => zones.map((zone) => ({ bidId, ...zone })));
    await tx.change(
      `INSERT INTO award_zone (award_id, bid_id, zone_code, packs, surcharge_rp_per_unit, freight_rp_per_unit, amount_rp)
       SELECT $1, * FROM unnest($2::uuid[], $3::text[], $4::bigint[], $5::bigint[], $6::bigint[], $7::bigint[])`,
      [
        awardId,
        rows.map((zone) => zone.bidId),
        rows.map((zone) => zone.zoneId),
        rows.map((zone) => zone.packs),
        rows.map((zone) => zone.surchargeRpPerUnit),
        rows.map((zone) => zone.freightRpPerUnit),
        rows.map((zone) => zone.amountRp),
      ],
    );
  }
}

/** The row was locked and judged, so anything but one row is a bug. */
const mustTouchOne = async (change: Promise<number>): Promise<void> => {
  if ((await change) !== 1) throw new Error('the award moved on under its lock');
};
