import { Injectable } from '@nestjs/common';
import { joinRequirement, type RequiredLine } from '../../core/pool/join-requirement.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { record } from '../../platform/event/record.js';
import { newId } from '../../platform/new-id.js';
import { JoiningStore } from './joining.store.js';
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
   * partner ordered the same for the kitchen by hand, that line takes in what the kitchen needs.
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
      const inserted = await this.store.insert(tx, pool.id, lines);
      const placed = new Set(inserted.map((row) => row.requirementLineId));
      const rest = lines.filter((line) => !placed.has(line.requirementLineId));
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
}
