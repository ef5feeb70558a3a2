import { Injectable } from '@nestjs/common';
import { worstOf } from '../../core/offer/guarantee-steps.js';
import { placeCommitments, type CommitmentScene } from '../../core/pool/place-commitments.js';
import { Refusal } from '../../core/kernel/refuse.js';
import { refuseCommitment } from '../../core/pool/commitment-refusals.js';
import { refusePool } from '../../core/pool/refusals.js';
import { Db } from '../../platform/db/db.js';
import { isUniqueViolation } from '../../platform/db/violations.js';
import { replayKept, toKept } from '../../platform/idempotency/kept-answer.js';
import { refuseKey } from '../../platform/idempotency/refusals.js';
import type { RequestKey } from '../../platform/idempotency/request-key.js';
import { newId } from '../../platform/new-id.js';
import { requireWithinLimit } from './deposit/require-within-limit.js';
import { CommitmentReader, type CommitmentLineRow } from './commitment.reader.js';
import { CommitmentStore, type NewLine } from './commitment.store.js';
import { PoolMemory } from './pool-memory.js';

export type RequestedLine = Omit<NewLine, 'id'>;

/** Of a request with a key: what is kept as its answer. */
export interface Once {
  readonly key: RequestKey;
  readonly show: (placed: readonly CommitmentLineRow[]) => object;
}

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

  /** @throws Replay when the request's key has its answer already; refusals of the stage and of the key */
  async run(
    personId: string,
    poolId: string,
    koperasiId: string,
    requested: readonly RequestedLine[],
    once?: Once,
  ): Promise<CommitmentLineRow[]> {
    try {
      return await this.place(personId, poolId, koperasiId, requested, once);
    } catch (error) {
      if (once !== undefined) await replayKept(this.db, once.key);
      // A phone that got no answer sends again; that the pool has closed meanwhile is no news about its lines.
      const isClosed = error instanceof Refusal && error.code === 'POOL_ALREADY_CLOSED';
      const isThere = isUniqueViolation(error, 'commitment_line');
      const standing = isClosed || isThere ? await this.standing(poolId, koperasiId, requested) : undefined;
      if (standing !== undefined) return standing;
      throw isThere ? await this.blame(poolId, koperasiId, requested) : error;
    }
  }

  private async place(
    personId: string,
    poolId: string,
    koperasiId: string,
    requested: readonly RequestedLine[],
    once: Once | undefined,
  ): Promise<CommitmentLineRow[]> {
    const scene = this.memory.recall(poolId, koperasiId, requested) ?? (await this.look(poolId, koperasiId));
    placeCommitments(scene, requested);
    const lines = requested.map((line) => ({ id: newId(), ...line }));
    // What all lines share stands first: what a spread is added to is copied field by field, ten times as slowly.
    const placed = lines.map(({ limitSides: _, ...line }): CommitmentLineRow => ({
      poolId,
      koperasiId,
      state: 'active',
      version: 1,
      requirementLineId: null,
      side: scene.side ?? 'buy',
      worstLandedRp: worstOf(scene.items.get(line.itemId)?.steps ?? [], line.quantityPacks, line.maxLandedRp),
      ...line,
    }));
    const kept = once && { key: once.key, answer: toKept(once.show(placed)) };
    const { held, isFree } = await this.store.place(this.db, poolId, koperasiId, personId, lines, kept);
    if (held) return placed;
    if (!isFree) throw refuseKey('KEY_IN_FLIGHT');
    // The statement found it otherwise than remembered or looked at: say what it is now.
    placeCommitments(await this.look(poolId, koperasiId), requested);
    // Nothing else is in the way, so it is a limit: few have one, and only they pay for looking at it.
    await this.db.transaction(async (tx) => {
      await requireWithinLimit(tx, poolId, koperasiId, requested, (place) => `lines.${place}.`);
      const second = await this.store.place(tx, poolId, koperasiId, personId, lines, kept, true);
      if (!second.isFree) throw refuseKey('KEY_IN_FLIGHT');
      if (!second.held) throw refusePool('POOL_ALREADY_CLOSED');
    });
    return placed;
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
    return refuseCommitment('COMMITMENT_EXISTS', {}, `lines.${blamed}.itemId`);
  }
}
