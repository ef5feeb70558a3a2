import { Injectable } from '@nestjs/common';
import { worstOf } from '../../core/offer/guarantee-steps.js';
import { placeCommitments, type CommitmentScene } from '../../core/pool/place-commitments.js';
import { Refusal } from '../../core/kernel/refuse.js';
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
  line.maxLandedRp === request.maxLandedRp &&
  line.acceptsMerge === request.acceptsMerge;

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
    try {
      return await this.place(personId, poolId, koperasiId, requested);
    } catch (error) {
      // A phone that got no answer sends again; that the pool has closed meanwhile is no news about its lines.
      const isClosed = error instanceof Refusal && error.code === 'POOL_ALREADY_CLOSED';
      const standing = isClosed ? await this.standing(poolId, koperasiId, requested) : undefined;
      if (standing === undefined) throw error;
      return standing;
    }
  }

  private async place(
    personId: string,
    poolId: string,
    koperasiId: string,
    requested: readonly RequestedLine[],
  ): Promise<CommitmentLineRow[]> {
    const scene = this.memory.recall(poolId, koperasiId, requested) ?? (await this.look(poolId, koperasiId));
    placeCommitments(scene, requested);
    const lines = requested.map((line) => ({ id: newId(), ...line }));
    try {
      if (await this.store.place(this.db, poolId, koperasiId, personId, lines))
        return lines.map(({ limitSides: _, ...line }) => ({
          ...line,
          poolId,
          koperasiId,
          state: 'active',
          version: 1,
          requirementLineId: null,
          side: scene.side ?? 'buy',
          worstLandedRp: worstOf(
            scene.items.get(line.itemId)?.steps ?? [],
            line.quantityPacks,
            line.maxLandedRp,
          ),
        }));
    } catch (error) {
      if (!isUniqueViolation(error, 'commitment_line')) throw error;
      const standing = await this.standing(poolId, koperasiId, requested);
      if (standing === undefined) throw await this.blame(poolId, koperasiId, requested);
      return standing;
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

  /** The lines that stand under the same keys, when all of them say the same. */
  private async standing(
    poolId: string,
    koperasiId: string,
    requested: readonly RequestedLine[],
  ): Promise<CommitmentLineRow[] | undefined> {
    const own = await this.reader.linesOf(this.db, poolId, koperasiId);
    const standing = requested.flatMap((request) =>
      own.filter((line) => isOfSameKey(line, request) && saysTheSame(line, request)),
    );
    return standing.length === requested.length ? standing : undefined;
  }

  /** Which line stands in the way: one that says something else than asked, else one that others were added to. */
  private async blame(
    poolId: string,
    koperasiId: string,
    requested: readonly RequestedLine[],
  ): Promise<Refusal> {
    const own = await this.reader.linesOf(this.db, poolId, koperasiId);
    const found = requested.map((request) => own.find((line) => isOfSameKey(line, request)));
    const other = found.findIndex(
      (line, place) => line !== undefined && !saysTheSame(line, requested[place]),
    );
    const blamed = other >= 0 ? other : found.findIndex((line) => line !== undefined);
    return refusePool('COMMITMENT_EXISTS', {}, `lines.${blamed}.itemId`);
  }
}
