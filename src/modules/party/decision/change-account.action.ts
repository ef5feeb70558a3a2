import { Inject, Injectable } from '@nestjs/common';
import { refuseDecision } from '../../../core/party/decision/refusals.js';
import { refuseParty } from '../../../core/party/refusals.js';
import { writeAudit } from '../../../platform/audit/write-audit.js';
import { CONFIG, type Config } from '../../../platform/config/config.js';
import { Db } from '../../../platform/db/db.js';
import { newId } from '../../../platform/new-id.js';
import { tellParties } from '../tell-parties.js';
import type { BankAccountRequest, BankAccountView } from './bank-account.dto.js';
import { BankAccountReader } from './bank-account.reader.js';
import { DecisionStore } from './decision.store.js';
import { proposeDecision } from './propose-decision.js';

/** Changes where a party is paid: two people agree, then a cooling-off in which one of them may still stop it. */
@Injectable()
export class ChangeAccount {
  constructor(
    private readonly db: Db,
    private readonly decisions: DecisionStore,
    private readonly reader: BankAccountReader,
    @Inject(CONFIG) private readonly config: Pick<Config, 'DECISION_HOURS' | 'ACCOUNT_COOLING_OFF_H'>,
  ) {}

  propose(personId: string, partyId: string, account: BankAccountRequest): Promise<BankAccountView[]> {
    return this.db.transaction(async (tx) => {
      const effective = await this.reader.effectiveAccount(tx, partyId);
      if (effective?.bankCode === account.bankCode && effective.accountNumber === account.accountNumber)
        throw refuseDecision('ACCOUNT_SAME_AS_BEFORE');
      const id = newId();
      const decisionId = await proposeDecision(tx, personId, {
        ...{ kind: 'bank-account', partyId, subjectId: id, hours: this.config.DECISION_HOURS },
        terms: {},
      });
      await tx.change(
        `INSERT INTO bank_account (id, party_id, decision_id, bank_code, account_number, holder_name, cooling_off_h)
         VALUES ($1, $2, $3, $4, $5, $6, $7)`,
        [
          ...[id, partyId, decisionId, account.bankCode, account.accountNumber, account.holderName.trim()],
          this.config.ACCOUNT_COOLING_OFF_H,
        ],
      );
      return this.reader.accountsOf(tx, partyId);
    });
  }

  /** One person is enough to stop: nothing changes by it. */
  stop(personId: string, partyId: string, accountId: string, reason: string): Promise<BankAccountView[]> {
    return this.db.transaction(async (tx) => {
      if ((await this.decisions.lockParty(tx, partyId)) === undefined) throw refuseParty('PARTY_NOT_FOUND');
      const account = (await this.reader.stated(tx, partyId)).find((each) => each.accountId === accountId);
      if (account === undefined) throw refuseDecision('ACCOUNT_NOT_FOUND');
      if (account.state !== 'cooling-off') throw refuseDecision('ACCOUNT_NOT_COOLING');
      await tx.change(
        'INSERT INTO bank_account_stop (account_id, party_id, stopped_by, reason) VALUES ($1, $2, $3, $4)',
        [accountId, partyId, personId, reason],
      );
      await writeAudit(tx, {
        actorId: personId,
        action: 'bank-account-stopped',
        subjectType: 'bank-account',
        subjectId: accountId,
        data: { partyId },
      });
      await tellParties(tx, {
        ...{
          partyIds: [partyId],
          kind: 'account-stopped',
          subjectType: 'bank-account',
          subjectId: accountId,
        },
        data: { reason },
      });
      return this.reader.accountsOf(tx, partyId);
    });
  }
}
