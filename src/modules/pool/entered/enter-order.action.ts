import { Injectable } from '@nestjs/common';
import { expiryOf, requireSeldom } from '../../../core/pool/entered/judge-entered.js';
import { refuseCommitment } from '../../../core/pool/commitment-refusals.js';
import { placeCommitments, type LineRequest } from '../../../core/pool/place-commitments.js';
import { refusePool } from '../../../core/pool/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { newId } from '../../../platform/new-id.js';
import { tellParties } from '../../party/index.js';
import { CommitmentReader } from '../commitment.reader.js';
import { CommitmentStore } from '../commitment.store.js';
import { requireWithinLimit } from '../deposit/require-within-limit.js';
import { OrderEntered } from '../pool.events.js';
import { EnteredOrderStore } from './entered-order.store.js';

/**
 * Writes down what a koperasi told its organiser, who enters it on the koperasi's behalf. It is judged as the
 * koperasi's own order would be, and counts for nothing until one of its people has confirmed it.
 */
@Injectable()
export class EnterOrder {
  constructor(
    private readonly db: Db,
    private readonly store: EnteredOrderStore,
    private readonly commitments: CommitmentStore,
    private readonly lines: CommitmentReader,
  ) {}

  /** @returns the order's id. @throws Refusal */
  run(
    personId: string,
    poolId: string,
    koperasiId: string,
    requested: readonly LineRequest[],
  ): Promise<string> {
    return this.db.across('entered-order').transaction(async (tx) => {
      const before = await this.store.takeTurn(tx, poolId, koperasiId);
      const replacedId = await this.store.replaceWaiting(tx, poolId, koperasiId, personId);
      const pool = await this.commitments.holdPool(tx, poolId);
      const scene = await this.commitments.scene(tx, poolId, koperasiId);
      if (pool === undefined || scene === undefined) throw refusePool('POOL_NOT_FOUND');
      placeCommitments(scene, requested);
      requireSeldom(before);
      await this.requireNew(tx, poolId, koperasiId, requested);
      await requireWithinLimit(tx, poolId, koperasiId, requested, (place) => `lines.${place}.`);
      const id = newId();
      const askedId = await this.store.findAsked(tx, koperasiId, personId);
      const expiresAt = expiryOf(pool.now, pool.closesAt);
      const lines = requested.map(({ limitSides: _, beneficiaryId: __, ...line }) => line);
      await this.store.insert(tx, { id, poolId, koperasiId, enteredBy: personId, askedId, expiresAt, lines });
      await writeAudit(tx, {
        actorId: personId,
        action: 'order-entered',
        subjectType: 'entered-order',
        subjectId: id,
        data: { poolId, koperasiId, lines: lines.length, askedId, replacedId: replacedId ?? null },
      });
      await this.tell(tx, id, poolId, koperasiId, expiresAt);
      await record(tx, OrderEntered.of({ orderId: id }));
      return id;
    });
  }

  /** The desk is for who has not ordered: what stands is the koperasi's own to change. */
  private async requireNew(
    tx: Tx,
    poolId: string,
    koperasiId: string,
    requested: readonly LineRequest[],
  ): Promise<void> {
    const standing = await this.lines.linesOf(tx, poolId, koperasiId);
    const place = requested.findIndex((request) =>
      standing.some(
        (line) =>
          line.itemId === request.itemId &&
          line.beneficiaryId === request.beneficiaryId &&
          line.neededBy === request.neededBy,
      ),
    );
    if (place >= 0) throw refuseCommitment('COMMITMENT_EXISTS', {}, `lines.${place}.itemId`);
  }

  private async tell(tx: Tx, id: string, poolId: string, koperasiId: string, until: Date): Promise<void> {
    const pool = await tx.first<{ title: string }>('SELECT title FROM pool WHERE id = $1', [poolId]);
    await tellParties(tx, {
      partyIds: [koperasiId],
      kind: 'order-entered',
      subjectType: 'entered-order',
      subjectId: id,
      data: { pool: pool?.title ?? '', until: until.toISOString() },
    });
  }
}
