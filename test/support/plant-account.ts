import { ChangeAccount } from '../../src/modules/party/decision/change-account.action.js';
import { BankAccountReader } from '../../src/modules/party/decision/bank-account.reader.js';
import { DecisionReader } from '../../src/modules/party/decision/decision.reader.js';
import { DecisionStore } from '../../src/modules/party/decision/decision.store.js';
import { TakeDecision } from '../../src/modules/party/decision/take-decision.action.js';
import type { Principal } from '../../src/platform/auth/principal.js';
import type { TestDatabase } from './database.js';
import { as } from './plant-member.js';

/** The second person's word on whatever the first has proposed. @throws Refusal */
export const approveDecision = async (
  { db }: Pick<TestDatabase, 'db'>,
  approver: Principal,
  partyId: string,
  decisionId: string,
): Promise<void> => {
  const take = new TakeDecision(db, new DecisionStore(), new DecisionReader(), { DECISION_HOURS: 24 });
  await as(approver, () => take.approve(approver, partyId, decisionId));
};

/** A bank account in effect, by the two people it takes. */
export const plantAccount = async (
  { db }: Pick<TestDatabase, 'db'>,
  partyId: string,
  [proposer, approver]: readonly [Principal, Principal],
  account: { readonly bankCode: string; readonly accountNumber: string },
): Promise<void> => {
  const config = { DECISION_HOURS: 24, ACCOUNT_COOLING_OFF_H: 0 };
  const change = new ChangeAccount(db, new DecisionStore(), new BankAccountReader(), config);
  const [proposed] = await as(proposer, () =>
    change.propose(proposer.personId, partyId, { ...account, holderName: 'Uji' }),
  );
  await approveDecision({ db }, approver, partyId, proposed?.decisionId ?? '');
};
