import { Injectable } from '@nestjs/common';
import { carriedPostings } from '../../../core/pool/deposit/make-journals.js';
import { planDeposit } from '../../../core/pool/deposit/reckon-deposit.js';
import { refuseDeposit } from '../../../core/pool/deposit/refusals.js';
import { refusePool } from '../../../core/pool/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Db } from '../../../platform/db/db.js';
import type { Tx } from '../../../platform/db/sql.js';
import { record } from '../../../platform/event/record.js';
import { newId } from '../../../platform/new-id.js';
import { postJournal } from '../../ledger/index.js';
import { cancelDue, changeDue, DueStore } from '../../payment/index.js';
import { DepositCarryAsked } from '../pool.events.js';
import { DepositStore } from './deposit.store.js';
import { momentOf, settleDeposits } from './settle-deposits.js';

interface OpenReturn {
  readonly dueId: string;
  readonly amountRp: number;
  readonly coveredRp: number;
}

interface AskedCarry {
  readonly fromId: string;
  readonly fromPoolId: string;
  readonly toPoolId: string;
  readonly koperasiId: string;
}

/** What is still to be paid back of a deposit, the oldest first. */
const OPEN_RETURNS = `
  SELECT due.id AS due_id, amount_rp, covered_rp FROM pool_deposit_due AS part JOIN due ON due.id = due_id
  WHERE deposit_id = $1 AND part.kind = 'deposit-return' AND state = 'open' ORDER BY due.id`;

/** Carries what is on its way back to another pool of the organiser, with the koperasi's consent and never without. */
@Injectable()
export class CarryDeposit {
  private readonly store = new DepositStore();
  private readonly dues = new DueStore();

  constructor(private readonly db: Db) {}

  /** The koperasi consents; the worker then carries what the other pool asks for. @returns the consent's id. */
  ask(personId: string, poolId: string, koperasiId: string, toPoolId: string): Promise<string> {
    return this.db.transaction(async (tx) => {
      const from = await this.store.pool(tx, poolId);
      const to = await this.store.pool(tx, toPoolId);
      if (from === undefined || to === undefined || to.state === 'draft') throw refusePool('POOL_NOT_FOUND');
      if (to.organiserId !== from.organiserId) throw refuseDeposit('CARRY_TARGET_OF_ANOTHER', {}, 'toPoolId');
      if (to.rateBps === 0) throw refuseDeposit('CARRY_TARGET_WITHOUT_DEPOSIT', {}, 'toPoolId');
      if (to.id === from.id || to.state !== 'open' || to.now >= to.closesAt)
        throw refuseDeposit('CARRY_TARGET_NOT_OPEN', {}, 'toPoolId');
      const [deposit] = await this.store.rows(tx, poolId, koperasiId);
      const returns = deposit === undefined ? [] : await tx.rows<OpenReturn>(OPEN_RETURNS, [deposit.id]);
      if (deposit === undefined || returns.length === 0) throw refuseDeposit('NOTHING_GOES_BACK');
      const id = newId();
      await tx.change(
        'INSERT INTO deposit_carry (id, from_id, to_pool_id, koperasi_id, asked_by) VALUES ($1, $2, $3, $4, $5)',
        [id, deposit.id, toPoolId, koperasiId, personId],
      );
      await writeAudit(tx, {
        actorId: personId,
        action: 'deposit-carry-asked',
        subjectType: 'pool-deposit',
        subjectId: deposit.id,
        data: { carryId: id },
      });
      await record(tx, DepositCarryAsked.of({ carryId: id }));
      return id;
    });
  }

  /** As much as is still on its way back and the other pool still asks for; both may have changed, so it may be nothing. */
  async carry(tx: Tx, carryId: string): Promise<void> {
    const asked = await tx.first<AskedCarry>(
      `SELECT from_id, pool_deposit.pool_id AS from_pool_id, to_pool_id, deposit_carry.koperasi_id
       FROM deposit_carry JOIN pool_deposit ON pool_deposit.id = from_id
       WHERE deposit_carry.id = $1 AND carried_at IS NULL FOR UPDATE OF deposit_carry`,
      [carryId],
    );
    if (asked === undefined) return;
    const { fromId, toPoolId, koperasiId } = asked;
    await this.store.ensure(tx, toPoolId, koperasiId);
    const [found] = await this.store.rows(tx, toPoolId, koperasiId);
    if (found !== undefined) await this.store.lockById(tx, [fromId, found.id]);
    const pool = await this.store.pool(tx, toPoolId);
    const [target] = await this.store.rows(tx, toPoolId, koperasiId);
    const isInTime = pool?.state === 'open' && pool.now < pool.closesAt;
    const missingRp =
      pool === undefined || target === undefined || !isInTime
        ? 0
        : planDeposit(momentOf(pool, target)).dueRp - target.paidRp;
    const amountRp = missingRp - (await this.takeBack(tx, fromId, missingRp));
    await tx.change(
      `UPDATE deposit_carry SET to_id = $2, amount_rp = $3, carried_at = clock_timestamp() WHERE id = $1`,
      [carryId, target?.id ?? null, amountRp],
    );
    if (amountRp > 0 && pool !== undefined)
      await postJournal(tx, {
        businessKey: `deposit-carried:${carryId}`,
        kind: 'deposit-carried',
        poolId: toPoolId,
        postings: carriedPostings({ organiserId: pool.organiserId, koperasiId, amountRp }),
      });
    await writeAudit(tx, {
      actorId: null,
      action: 'deposit-carried',
      subjectType: 'pool-deposit',
      subjectId: fromId,
      data: { carryId },
    });
    if (amountRp > 0) await settleDeposits(tx, toPoolId, koperasiId);
  }

  /** Takes an amount off what is to be paid back. @returns what of it could not be. */
  private async takeBack(tx: Tx, depositId: string, amountRp: number): Promise<number> {
    let leftRp = amountRp;
    for (const due of await tx.rows<OpenReturn>(`${OPEN_RETURNS} FOR UPDATE OF due`, [depositId])) {
      const takenRp = Math.min(leftRp, due.amountRp - due.coveredRp);
      // What two people are paying out already comes back to the koperasi: it is not carried on as well.
      if (takenRp === 0 || (await this.dues.onItsWayRp(tx, due.dueId)) > 0) continue;
      if (takenRp === due.amountRp) await cancelDue(tx, due.dueId);
      else await changeDue(tx, due.dueId, due.amountRp - takenRp);
      leftRp -= takenRp;
    }
    return leftRp;
  }
}
