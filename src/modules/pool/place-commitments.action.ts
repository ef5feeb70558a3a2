import { Injectable } from '@nestjs/common';
import { placeCommitments, type CommitmentScene } from '../../core/pool/place-commitments.js';
import { refusePool } from '../../core/pool/refusals.js';
import { Db } from '../../platform/db/db.js';
import { isUniqueViolation } from '../../platform/db/violations.js';
import { newId } from '../../platform/new-id.js';
import { CommitmentReader, type CommitmentLineRow } from './commitment.reader.js';
import { CommitmentStore, type NewLine } from './commitment.store.js';
import { PoolMemory } from './pool-memory.js';

export type RequestedLine = Omit<NewLine, 'id'>;

const isOfSameKey = (line: CommitmentLineRow, request: RequestedLine): boolean =>
  line.itemId === request.itemId &&
  line.beneficiaryId === request.beneficiaryId &&
  line.neededBy === request.neededBy;

const saysTheSame = (line: CommitmentLineRow, request: RequestedLine | undefined): boolean =>
  line.state === 'active' &&
  line.quantityPacks === request?.quantityPacks &&
  line.tolerancePacks === request.tolerancePacks &&
  line.minimumPacks === request.minimumPacks &&
  line.maxLandedRp === request.maxLandedRp;

/**
 * Takes a koperasi's commitments on an open pool. Sent twice, the second finds its lines standing and answers
 * them; other quantities under the same keys are refused, for amending shows what it replaces.
 */
@Injectable()
export class PlaceCommitments {
  constructor(
    private readonly db: Db,
    private readonly store: CommitmentStore,
    private readonly reader: CommitmentReader,
    private readonly memory: PoolMemory,
  ) {}

  async run(
    personId: string,
    poolId: string,
    koperasiId: string,
    requested: readonly RequestedLine[],
  ): Promise<CommitmentLineRow[]> {
    const remembered = this.memory.recall(poolId, koperasiId, requested);
    placeCommitments(remembered ?? (await this.look(poolId, koperasiId)), requested);
    const lines = requested.map((line) => ({ id: newId(), ...line }));
    try {
      if (await this.store.place(this.db, poolId, koperasiId, personId, lines))
        return lines.map((line) => ({
          ...line,
          poolId,
          koperasiId,
          state: 'active',
          version: 1,
          requirementLineId: null,
        }));
    } catch (error) {
      if (!isUniqueViolation(error, 'commitment_line')) throw error;
      return this.standing(poolId, koperasiId, requested);
    }
    // The statement found it otherwise than remembered or looked at: say what it is now.
    placeCommitments(await this.look(poolId, koperasiId), requested);
    throw refusePool('POOL_ALREADY_CLOSED');
  }

  private async look(poolId: string, koperasiId: string): Promise<CommitmentScene> {
    const scene = await this.store.scene(this.db, poolId, koperasiId);
    if (scene === undefined) throw refusePool('POOL_NOT_FOUND');
    this.memory.remember(poolId, scene);
    return scene;
  }

  /** The lines that stand under the same keys, when they say the same; else the refusal to place them anew. */
  private async standing(
    poolId: string,
    koperasiId: string,
    requested: readonly RequestedLine[],
  ): Promise<CommitmentLineRow[]> {
    const own = await this.reader.linesOf(this.db, poolId, koperasiId);
    const found = requested.map((request) => own.find((line) => isOfSameKey(line, request)));
    const standing = found.flatMap((line, place) =>
      line !== undefined && saysTheSame(line, requested[place]) ? [line] : [],
    );
    if (standing.length === requested.length) return standing;
    // The line to blame says something else than asked; where none does, one that others were added to.
    const other = found.findIndex(
      (line, place) => line !== undefined && !saysTheSame(line, requested[place]),
    );
    const blamed = other >= 0 ? other : found.findIndex((line) => line !== undefined);
    throw refusePool('COMMITMENT_EXISTS', {}, `lines.${blamed}.itemId`);
  }
}
