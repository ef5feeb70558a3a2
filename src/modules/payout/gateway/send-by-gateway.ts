import { Inject, Injectable, type BeforeApplicationShutdown } from '@nestjs/common';
import { askAgainInMs, consequenceOf, nextCall } from '../../../core/payout/next-call.js';
import { transferReference } from '../../../core/payment/transfer-reference.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { Clock } from '../../../platform/clock.js';
import { Db } from '../../../platform/db/db.js';
import type { Answer } from '../../../platform/gateway/gateway.js';
import {
  PAYOUT_GATEWAY,
  type GatewayPayout,
  type PayoutGateway,
  type PayoutKeys,
} from '../../../platform/gateway/payouts.js';
import type { Tx } from '../../../platform/db/sql.js';
import { LOGGER, type Log } from '../../../platform/logging/logger.js';
import { Abreast } from '../../../platform/schedule/abreast.js';
import { eachAlone } from '../../../platform/schedule/each-alone.js';
import { RunsWhenDue, type Scheduled } from '../../../platform/schedule/schedule.js';
import { PayoutStore } from '../payout.store.js';
import { ACCOUNT_CHANGED, isToEffectiveAccount } from '../is-to-effective-account.js';
import { failPayout, returnPayout, settlePayout } from '../settle-payout.js';
import { CallStore, GIVEN_UP, type DueCall } from './call.store.js';
import { PayoutAccountStore, type KeptKeys } from './payout-account.store.js';

/** Payouts under way at once in one worker. */
const AT_ONCE = 5;
const SOON_MS = 5_000;

const worded = (answer: Answer<unknown>): string =>
  answer.outcome === 'refused'
    ? `${answer.code} ${answer.message}`
    : answer.outcome === 'unknown'
      ? answer.reason
      : 'done';

/** The gateway does not take these keys (any more). */
const isOfKeys = (answer: Answer<unknown>): boolean =>
  answer.outcome === 'refused' && (answer.code === 401 || answer.code === 403);

/** Asks about what has a reference under one account's keys after the other's, until some are taken. */
const underAny = async <Value>(
  [first, ...others]: readonly [KeptKeys, ...KeptKeys[]],
  ask: (keys: PayoutKeys) => Promise<Answer<Value>>,
): Promise<Answer<Value>> => {
  let answer = await ask(first.keys);
  for (const { keys } of others) {
    if (!isOfKeys(answer)) break;
    answer = await ask(keys);
  }
  return answer;
};

/** It was asked to make it before, and nobody knows whether it did. */
const mayHaveBeenMade = ({ accountVersion, answer }: DueCall): boolean =>
  accountVersion !== null || answer !== null;

/** First those that it was begun under, then the newest. */
const keysFor = ({ accountVersion }: DueCall, kept: readonly KeptKeys[]): readonly KeptKeys[] => [
  ...kept.filter(({ version }) => version === accountVersion),
  ...kept.filter(({ version }) => version !== accountVersion),
];

/**
 * Sends approved payouts through the gateway and follows them. Each step is: intent, commit, call, result; an
 * unanswered create is asked again under its own key, everything else the gateway's status tells.
 */
@Injectable()
@RunsWhenDue('payout.send-by-gateway')
export class SendByGateway implements Scheduled, BeforeApplicationShutdown {
  private readonly abreast = new Abreast(AT_ONCE);

  constructor(
    private readonly db: Db,
    private readonly payouts: PayoutStore,
    private readonly calls: CallStore,
    private readonly accounts: PayoutAccountStore,
    @Inject(PAYOUT_GATEWAY) private readonly gateway: PayoutGateway,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly log: Log,
  ) {}

  /** @returns how many were begun or asked about. @throws AggregateError when some could not be begun. */
  async run(): Promise<number> {
    const asked = await this.askDue();
    return asked + (await this.beginNew());
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.abreast.rest();
  }

  private async askDue(): Promise<number> {
    const { free } = this.abreast;
    if (free <= 0) return 0;
    const due = await this.db.transaction((tx) => this.calls.claimDue(tx, free));
    for (const call of due)
      this.abreast.begin(
        () => this.take(call),
        (error) => this.log.error({ error, payoutId: call.payoutId }, 'sending a payout failed'),
      );
    return due.length;
  }

  private beginNew(): Promise<number> {
    return eachAlone({
      due: (limit) => this.calls.toBegin(this.db, limit),
      atOnce: AT_ONCE,
      take: (payoutId) => this.db.transaction((tx) => this.begin(tx, payoutId)),
      failing: 'payouts could not be begun',
    });
  }

  private async begin(tx: Tx, payoutId: string): Promise<boolean> {
    const payout = await this.payouts.lock(tx, payoutId);
    if (payout?.state !== 'approved') return false;
    // Its payee has changed its account since two people agreed: it is sent nowhere.
    if (!(await isToEffectiveAccount(tx, payout)))
      await failPayout(tx, payoutId, { reason: ACCOUNT_CHANGED, actorId: null });
    else {
      await this.calls.begin(tx, payoutId, payout.payerId);
      await this.payouts.markSent(tx, payoutId, null);
      await writeAudit(tx, {
        ...{ actorId: null, action: 'payout-sent', subjectType: 'payout', subjectId: payoutId },
      });
    }
    return true;
  }

  private async take(call: DueCall): Promise<void> {
    const kept = await this.accounts.keysOf(this.db, call.payerId);
    const [first, ...others] = keysFor(call, kept);
    if (first === undefined) return this.wait(call, 'no keys');
    switch (nextCall(call)) {
      case 'create':
        return this.create(call, first);
      case 'ask-status':
        return this.follow(call, [first, ...others]);
      case 'give-up':
        return this.giveUp(call);
    }
  }

  private giveUp({ payoutId }: DueCall): Promise<void> {
    return this.db.transaction((tx) => this.calls.note(tx, payoutId, { answer: GIVEN_UP, againInMs: null }));
  }

  /** Made under one account only: another would make it a second time, whatever its key says. */
  private async create(call: DueCall, { version, keys }: KeptKeys): Promise<void> {
    if (call.accountVersion === null)
      await this.db.transaction((tx) => this.calls.beginUnder(tx, call.payoutId, version));
    const answer = await this.gateway.create(keys, {
      idempotencyKey: call.payoutId,
      amountRp: call.amountRp,
      bankCode: call.bankCode,
      accountNumber: call.accountNumber,
      holderName: call.holderName,
      notes: `Sepikul ${transferReference(call.payoutId)}`,
    });
    if (answer.outcome === 'done') {
      const { referenceNo } = answer.value;
      await this.db.transaction((tx) =>
        this.calls.note(tx, call.payoutId, { referenceNo, answer: 'created', againInMs: 0 }),
      );
    } else if (mayHaveBeenMade(call) && isOfKeys(answer)) await this.giveUp(call);
    else if (answer.outcome === 'refused' && answer.code !== 429) await this.fail(call, worded(answer));
    else await this.wait(call, worded(answer));
  }

  /** Under the keys that it was made under; where they are taken no more, under those that replaced them. */
  private async follow(call: DueCall, kept: readonly [KeptKeys, ...KeptKeys[]]): Promise<void> {
    const referenceNo = call.referenceNo ?? '';
    const answer = await underAny(kept, (keys) => this.gateway.status(keys, referenceNo));
    if (answer.outcome !== 'done') return this.wait(call, worded(answer));
    if (answer.value.amountRp !== call.amountRp) return this.wait(call, 'OTHER_AMOUNT');
    if (consequenceOf(answer.value.status, call.state) === 'approve') {
      const approved = await underAny(kept, (keys) => this.gateway.approve(keys, referenceNo));
      return this.wait(call, `approve: ${worded(approved)}`, SOON_MS);
    }
    await this.conclude(call, answer.value);
  }

  private conclude({ payoutId, ageMs, state }: DueCall, { status, reason }: GatewayPayout): Promise<void> {
    return this.db.transaction(async (tx) => {
      const consequence = consequenceOf(status, state);
      const now = await this.clock.now(tx);
      const why = reason ?? status;
      if (consequence === 'settle') await settlePayout(tx, payoutId, { paidAt: now, actorId: null });
      if (consequence === 'fail') await failPayout(tx, payoutId, { reason: why, actorId: null });
      if (consequence === 'return')
        await returnPayout(tx, payoutId, { reason: why, returnedAt: now, actorId: null });
      const isOver = ['fail', 'return', 'nothing'].includes(consequence);
      const againInMs = isOver ? null : askAgainInMs(state === 'paid' || consequence === 'settle', ageMs);
      await this.calls.note(tx, payoutId, { answer: status, againInMs });
    });
  }

  private fail({ payoutId }: DueCall, reason: string): Promise<void> {
    return this.db.transaction(async (tx) => {
      await failPayout(tx, payoutId, { reason, actorId: null });
      await this.calls.note(tx, payoutId, { answer: reason, againInMs: null });
    });
  }

  private wait({ payoutId, state, ageMs }: DueCall, answer: string, againInMs?: number): Promise<void> {
    return this.db.transaction((tx) =>
      this.calls.note(tx, payoutId, {
        answer,
        againInMs: againInMs ?? askAgainInMs(state === 'paid', ageMs),
      }),
    );
  }
}
