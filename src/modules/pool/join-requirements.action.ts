import { Injectable } from '@nestjs/common';
import { joinRequirement, type RequiredLine } from '../../core/pool/join-requirement.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import type { Tx } from '../../platform/db/sql.js';
import { newId } from '../../platform/new-id.js';
import { CommitmentStore } from './commitment.store.js';
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
    private readonly store: CommitmentStore,
    private readonly pools: PoolReader,
  ) {}

  /** Each line joins the first of these pools that can carry it; lines that stand already are left. */
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
      const taken = await this.store.join(tx, pool.id, lines);
      for (const line of taken)
        await writeAudit(tx, {
          actorId: line.publishedBy,
          action: 'requirement-joined',
          subjectType: 'commitment',
          subjectId: line.id,
        });
      const takenIds = new Set(taken.map((line) => line.requirementLineId));
      left = left.filter((line) => !takenIds.has(line.requirementLineId));
    }
  }
}
