import { Injectable } from '@nestjs/common';
import { joinRequirement, type RequiredLine } from '../../core/pool/join-requirement.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { tellParties } from '../party/index.js';
import { keepWithinLimit } from './deposit/keep-within-limit.js';
import { JoiningStore, type JoiningLine } from './joining.store.js';
import { CommitmentsPlaced } from './pool.events.js';
import { PoolReader, type OpenPoolRow } from './pool.reader.js';

/** A kitchen's published line with those it concerns. */
export interface WaitingLine extends RequiredLine {
  readonly kitchenId: string;
  readonly koperasiId: string;
  readonly publishedBy: string;
}

/** Puts kitchens' published lines into open pools, as commitments of the partner koperasi for the kitchen. */
@Injectable()
export class JoinRequirements {
  constructor(
    private readonly store: JoiningStore,
    private readonly pools: PoolReader,
  ) {}

  /**
   * Each line joins the first of these pools that can carry it; lines that stand already are left. Where the
   * partner ordered the same for the kitchen by hand, that line takes in what the kitchen needs. What would bring the
   * partner above its limit with a pool's organiser looks for the next pool, and waits where there is none.
   */
  async run(tx: Tx, pools: readonly OpenPoolRow[], waiting: readonly WaitingLine[]): Promise<void> {
    let left = waiting;
    for (const pool of pools) {
      if (left.length === 0) return;
      const items = await this.pools.itemsOf(tx, pool.id);
      const joined = joinRequirement({ ...pool, items }, left);
      const byId = new Map(left.map((line) => [line.requirementLineId, line]));
      const lines = joined.flatMap((line) => {
        const origin = byId.get(line.requirementLineId);
        return origin === undefined ? [] : [{ ...origin, ...line, id: newId() }];
      });
      const { within, above } = await keepWithinLimit(tx, pool.id, lines);
      for (const line of above) await this.tellAbove(tx, pool.id, line);
      const inserted = await this.store.insert(tx, pool.id, within);
      const placed = new Set(inserted.map((row) => row.requirementLineId));
      const rest = within.filter((line) => !placed.has(line.requirementLineId));
      const taken = [...inserted, ...(await this.store.addToStanding(tx, pool.id, rest))];
      for (const row of taken)
        await writeAudit(tx, {
          actorId: row.publishedBy,
          action: 'requirement-joined',
          subjectType: 'commitment',
          subjectId: row.lineId,
        });
      for (const koperasiId of new Set(taken.map((row) => row.koperasiId)))
        await record(tx, CommitmentsPlaced.of({ poolId: pool.id, koperasiId }));
      const takenIds = new Set(taken.map((line) => line.requirementLineId));
      left = left.filter((line) => !takenIds.has(line.requirementLineId));
    }
  }

  /** The koperasi and the organiser hear why; the kitchen only that it waits, for what its partner owes is not its to know. */
  private async tellAbove(tx: Tx, poolId: string, line: JoiningLine): Promise<void> {
    const { kitchenId, koperasiId, neededBy, quantityPacks: packs, requirementLineId } = line;
    const names = await tx.first<{ pool: string; kitchen: string; organiserId: string }>(
      `SELECT pool.title AS pool, party.name AS kitchen, organiser_id FROM pool, party WHERE pool.id = $1 AND party.id = $2`,
      [poolId, kitchenId],
    );
    if (names === undefined) throw new Error(`there is no pool ${poolId}`);
    const { pool, kitchen, organiserId } = names;
    await writeAudit(tx, {
      ...{ actorId: null, action: 'requirement-above-limit', subjectType: 'requirement-line' },
      subjectId: requirementLineId,
      data: { poolId },
    });
    await tellParties(tx, {
      ...{ partyIds: [koperasiId, organiserId], kind: 'requirement-above-limit', subjectType: 'pool' },
      subjectId: poolId,
      data: { pool, kitchen, packs, neededBy },
    });
    await tellParties(tx, {
      ...{ partyIds: [kitchenId], kind: 'requirement-waits', subjectType: 'pool', subjectId: poolId },
      data: { pool, packs, neededBy },
    });
  }
}
