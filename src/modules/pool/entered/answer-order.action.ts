import { Injectable } from '@nestjs/common';
import {
  judgeAnswer,
  judgeCode,
  refuseWrongCode,
  requireAnother,
} from '../../../core/pool/entered/judge-entered.js';
import { refuseEntered } from '../../../core/pool/entered/refusals.js';
import { refuseCommitment } from '../../../core/pool/commitment-refusals.js';
import { placeCommitments } from '../../../core/pool/place-commitments.js';
import { requireOpen } from '../../../core/pool/pool-state.js';
import { refusePool } from '../../../core/pool/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { isUniqueViolation } from '../../../platform/db/violations.js';
import { newId } from '../../../platform/new-id.js';
import { SecretKey } from '../../../platform/secret/secret-key.js';
import { CommitmentStore } from '../commitment.store.js';
import { requireWithinLimit } from '../deposit/require-within-limit.js';
import { EnteredOrderStore, type LockedOrder } from './entered-order.store.js';
import { isOrderCode } from './order-code.js';

/**
 * Takes a koperasi's answer to an order that was entered for it: by the code that it read out to the organiser, or on
 * its own screen. Confirmed, it becomes commitments like any others, judged anew by what holds at that moment.
 */
@Injectable()
export class AnswerOrder {
  constructor(
    private readonly db: Db,
    private readonly store: EnteredOrderStore,
    private readonly commitments: CommitmentStore,
    private readonly key: SecretKey,
  ) {}

  /** The organiser types what was read out. A wrong code is counted before it is refused. @throws Refusal */
  async confirmByCode(personId: string, orderId: string, typed: string): Promise<void> {
    const isRight = isOrderCode(this.key, orderId, typed);
    const wrongTries = await this.locked(orderId, async (tx, order) => {
      await this.requireOpenPool(tx, order);
      const judged = judgeCode(order, isRight);
      if (judged === 'again') return null;
      if (judged === 'wrong') {
        await this.store.countTry(tx, orderId);
        await this.audit(tx, order, personId, 'order-code-refused', { tries: order.tries + 1 });
        return order.tries + 1;
      }
      if (order.askedId === null) throw refuseEntered('ORDER_CODE_NOT_SENT');
      await this.confirm(tx, order, personId, { by: 'code', madeBy: order.askedId });
      return null;
    });
    if (wrongTries !== null) throw refuseWrongCode(wrongTries);
  }

  /** One of the koperasi's own people accepts what was entered. @throws Refusal */
  accept(personId: string, orderId: string): Promise<void> {
    return this.locked(orderId, async (tx, order) => {
      requireAnother(order.enteredBy, personId);
      await this.requireOpenPool(tx, order);
      if (judgeAnswer(order, 'confirmed') === 'now')
        await this.confirm(tx, order, personId, { by: 'self', madeBy: personId });
    });
  }

  /** One of the koperasi's own people refuses it. @throws Refusal */
  refuse(personId: string, orderId: string): Promise<void> {
    return this.locked(orderId, async (tx, order) => {
      if (judgeAnswer(order, 'refused') === 'again') return;
      await this.store.end(tx, order, personId, { outcome: 'refused' });
      await this.audit(tx, order, personId, 'entered-order-refused', {});
    });
  }

  private async locked<Result>(
    orderId: string,
    work: (tx: Tx, order: LockedOrder) => Promise<Result>,
  ): Promise<Result> {
    try {
      return await this.db.across('entered-order').transaction(async (tx) => {
        const order = await this.store.lock(tx, orderId);
        if (order === undefined) throw refuseEntered('ENTERED_ORDER_NOT_FOUND');
        return work(tx, order);
      });
    } catch (error) {
      // The koperasi has ordered the same by itself meanwhile.
      if (isUniqueViolation(error, 'commitment_line')) throw refuseCommitment('COMMITMENT_EXISTS');
      throw error;
    }
  }

  /** Holds the pool against its close; one that has closed is told before anything else that has passed with it. */
  private async requireOpenPool(tx: Tx, { poolId, outcome }: LockedOrder): Promise<void> {
    const pool = await this.commitments.holdPool(tx, poolId);
    if (pool === undefined) throw refusePool('POOL_NOT_FOUND');
    if (outcome === null) requireOpen(pool);
  }

  /** @param madeBy whose order it is from now on: who of the koperasi confirmed it */
  private async confirm(
    tx: Tx,
    order: LockedOrder,
    personId: string,
    { by, madeBy }: { readonly by: 'code' | 'self'; readonly madeBy: string },
  ): Promise<void> {
    const { poolId, koperasiId } = order;
    const lines = order.lines.map((line) => ({ id: newId(), ...line, beneficiaryId: koperasiId }));
    const scene = await this.commitments.scene(tx, poolId, koperasiId);
    if (scene === undefined) throw refusePool('POOL_NOT_FOUND');
    placeCommitments(scene, lines);
    await requireWithinLimit(tx, poolId, koperasiId, lines, () => '');
    const { held } = await this.commitments.place(tx, poolId, koperasiId, madeBy, lines, undefined, true);
    if (!held) throw refusePool('POOL_ALREADY_CLOSED');
    await this.store.end(tx, order, personId, { outcome: 'confirmed', by });
    await this.audit(tx, order, personId, 'entered-order-confirmed', { by, madeBy });
  }

  private async audit(
    tx: Tx,
    { id, poolId, koperasiId, enteredBy }: LockedOrder,
    actorId: string,
    action: string,
    data: Readonly<Record<string, string | number>>,
  ): Promise<void> {
    await writeAudit(tx, {
      actorId,
      action,
      subjectType: 'entered-order',
      subjectId: id,
      data: { poolId, koperasiId, enteredBy, ...data },
    });
  }
}
