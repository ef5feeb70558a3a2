import { Inject, Injectable } from '@nestjs/common';
import {
  judgeOutcome,
  listOutcomes,
  takesTwo,
  type AskedReason,
  type Outcome,
} from '../../core/payment/judge-outcome.js';
import type { Sight } from '../../core/payment/advance-payment.js';
import { refusePayment } from '../../core/payment/refusals.js';
import type { Principal } from '../../platform/auth/principal.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import type { Tx } from '../../platform/db/sql.js';
import { requireVersion } from '../../platform/http/if-match.js';
import { proposeDecision } from '../party/index.js';
import { endAsking } from './keep-in-suspense.js';
import { PaymentStore, type LockedPayment } from './payment.store.js';
import { requireActing } from './require-acting.js';
import { takeRefunded, takeSights } from './take-fact.js';

/** What somebody says became of a payment; the amount is of what went back, 0 otherwise. */
interface Word {
  readonly outcome: Outcome;
  readonly refundedRp: number;
  readonly reason: string;
}

interface AskedTask {
  readonly reason: AskedReason;
  readonly state: string;
  readonly version: number;
  readonly decisionId: string | null;
  readonly outcome: Outcome | null;
  readonly outcomeRp: number | null;
}

interface LockedTask {
  readonly task: AskedTask;
  /** Undefined: of this money nobody asks what became of it. */
  readonly payment: LockedPayment | undefined;
}

const SIGHTS: Readonly<Record<Exclude<Outcome, 'unchanged' | 'refunded'>, readonly Sight[]>> = {
  paid: ['settlement'],
  'taken-back': ['deny'],
};

/** The collector says what became of a payment, having looked at the gateway's own pages, where nobody else can. */
@Injectable()
export class StateOutcome {
  private readonly payments = new PaymentStore();

  constructor(
    private readonly db: Db,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  /**
   * That nothing has changed ends the task; whatever moves money is a proposal, which a second person approves.
   * @param version of the task, as the caller saw it.
   */
  run(principal: Principal, itemId: string, word: Word, version: number): Promise<void> {
    const { outcome, refundedRp } = word;
    return this.db.transaction(async (tx) => {
      const { task, payment } = await this.lock(tx, itemId);
      if (payment === undefined) throw refusePayment('OUTCOME_NOT_ASKED', {}, 'as');
      requireActing(principal, payment.payeeId, 'DUE_NOT_YOURS', ['treasurer', 'chair']);
      requireVersion(task.version, version);
      if (task.state !== 'open') throw refusePayment('SUSPENSE_RESOLVED');
      judgeOutcome(task.reason, payment, outcome, refundedRp);
      if (takesTwo(outcome)) return this.propose(tx, principal.personId, itemId, payment, word);
      await tx.change('UPDATE suspense_item SET outcome = $2 WHERE id = $1', [itemId, outcome]);
      await endAsking(tx, payment.id, task.reason, principal.personId);
    });
  }

  /** Two people agreed, in the consumer's transaction; what the gateway told meanwhile counts above their word. */
  async approve(tx: Tx, itemId: string, decisionId: string): Promise<void> {
    const { task, payment } = await this.lock(tx, itemId);
    const { outcome, outcomeRp, reason } = task;
    if (payment === undefined || outcome === null || task.state !== 'open' || task.decisionId !== decisionId)
      return;
    if (!listOutcomes(reason, payment.state).includes(outcome)) return;
    const approver = await tx.first<{ approvedBy: string | null }>(
      'SELECT approved_by FROM decision WHERE id = $1',
      [decisionId],
    );
    if (approver?.approvedBy == null) throw new Error(`decision ${decisionId} was approved by nobody`);
    const { approvedBy: personId } = approver;
    if (outcome === 'refunded') await takeRefunded(tx, payment, outcomeRp ?? 0, personId);
    else if (outcome !== 'unchanged') await takeSights(tx, payment, SIGHTS[outcome], payment.fault, personId);
    await endAsking(tx, payment.id, reason, personId);
  }

  private async propose(
    tx: Tx,
    personId: string,
    itemId: string,
    { payeeId, amountRp }: LockedPayment,
    { outcome, refundedRp, reason }: Word,
  ): Promise<void> {
    const saidRp = outcome === 'refunded' ? refundedRp : null;
    const decisionId = await proposeDecision(tx, personId, {
      ...{ kind: 'payment-outcome', partyId: payeeId, subjectId: itemId, hours: this.config.DECISION_HOURS },
      terms: { reason, outcome, amountRp: saidRp ?? amountRp },
    });
    await tx.change(
      'UPDATE suspense_item SET decision_id = $2, outcome = $3, outcome_rp = $4, version = version + 1 WHERE id = $1',
      [itemId, decisionId, outcome, saidRp],
    );
  }

  /** A payment is locked before what lies apart of it, as by whoever hears of it from the gateway. @throws Refusal */
  private async lock(tx: Tx, itemId: string): Promise<LockedTask> {
    const item = await tx.first<{ paymentId: string }>(
      `SELECT payment_id FROM suspense_item WHERE id = $1 AND reason IN ('refund-unknown', 'unproved')`,
      [itemId],
    );
    const payment = item && (await this.payments.lock(tx, item.paymentId));
    const task = await tx.first<AskedTask>(
      'SELECT reason, state, version, decision_id, outcome, outcome_rp FROM suspense_item WHERE id = $1 FOR UPDATE',
      [itemId],
    );
    if (task === undefined) throw refusePayment('SUSPENSE_NOT_FOUND');
    return { task, payment };
  }
}
