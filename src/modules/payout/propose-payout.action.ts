import { Inject, Injectable } from '@nestjs/common';
import type { PayoutMethod } from '../../core/payout/advance-payout.js';
import { refusePayout } from '../../core/payout/refusals.js';
import { writeAudit } from '../../platform/audit/write-audit.js';
import { CONFIG, type Config } from '../../platform/config/config.js';
import { Db } from '../../platform/db/db.js';
import { lookAcross } from '../../platform/db/look-across.js';
import type { Tx } from '../../platform/db/sql.js';
import { PAYOUT_GATEWAY, type PayoutGateway } from '../../platform/gateway/payouts.js';
import { newId } from '../../platform/new-id.js';
import { BankAccountReader, proposeDecision } from '../party/index.js';
import { PayoutAccountStore } from './gateway/payout-account.store.js';
import { PayoutStore, type DueToPay } from './payout.store.js';

/**
 * Proposes to pay dues of one payee to its registered account: a second person decides. Until then and until it has
 * ended nobody else can pay them out.
 */
@Injectable()
export class ProposePayout {
  constructor(
    private readonly db: Db,
    private readonly store: PayoutStore,
    private readonly accounts: BankAccountReader,
    private readonly gatewayAccounts: PayoutAccountStore,
    @Inject(PAYOUT_GATEWAY) private readonly gateway: PayoutGateway,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS'>,
  ) {}

  run(
    personId: string,
    payerId: string,
    request: { readonly dueIds: readonly string[]; readonly method: PayoutMethod; readonly reason: string },
  ): Promise<string> {
    return this.db.transaction(async (tx) => {
      const dues = await this.requireDues(tx, payerId, [...new Set(request.dueIds)]);
      const payeeId = dues[0]?.payeeId ?? '';
      const account = await lookAcross(tx, 'payout', () => this.accounts.effectiveAccount(tx, payeeId));
      if (account === undefined) throw refusePayout('PAYEE_WITHOUT_ACCOUNT');
      if (request.method === 'iris') await this.requireGateway(tx, payerId, account.bankCode);
      const amountRp = dues.reduce((sum, { openRp }) => sum + openRp, 0);
      const id = newId();
      const decisionId = await proposeDecision(tx, personId, {
        ...{ kind: 'payout', partyId: payerId, subjectId: id, hours: this.config.DECISION_HOURS },
        terms: { reason: request.reason, amountRp, payeeId, method: request.method },
      });
      const payout = { id, payerId, payeeId, amountRp, decisionId, method: request.method };
      await this.store.insert(tx, { ...payout, accountId: account.accountId }, dues);
      await writeAudit(tx, {
        ...{ actorId: personId, action: 'payout-proposed', subjectType: 'payout', subjectId: id },
        data: { payerId, payeeId, dues: dues.length, method: request.method },
      });
      return id;
    });
  }

  private async requireDues(tx: Tx, payerId: string, dueIds: readonly string[]): Promise<DueToPay[]> {
    if (dueIds.length === 0) throw refusePayout('PAYOUT_WITHOUT_DUES', {}, 'dueIds');
    const dues = await this.store.lockDues(tx, dueIds);
    if (dues.length !== dueIds.length || dues.some((due) => due.payerId !== payerId))
      throw refusePayout('PAYOUT_DUE_NOT_YOURS', {}, 'dueIds');
    if (dues.some(({ state }) => state !== 'open')) throw refusePayout('PAYOUT_DUE_SETTLED', {}, 'dueIds');
    if (dues.some(({ isUnderWay }) => isUnderWay)) throw refusePayout('PAYOUT_DUE_ON_ITS_WAY', {}, 'dueIds');
    if (new Set(dues.map(({ payeeId }) => payeeId)).size > 1)
      throw refusePayout('PAYOUT_SEVERAL_PAYEES', {}, 'dueIds');
    return dues;
  }

  private async requireGateway(tx: Tx, payerId: string, bankCode: string): Promise<void> {
    if (!(await this.gatewayAccounts.isSetUp(tx, payerId)))
      throw refusePayout('IRIS_NOT_SET_UP', {}, 'method');
    if (!this.gateway.pays(bankCode)) throw refusePayout('IRIS_BANK_UNKNOWN', { bankCode }, 'method');
  }
}
