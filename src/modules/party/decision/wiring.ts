import { OnDecisionApproved } from './on-decision-approved.consumer.js';
import { BankAccountReader } from './bank-account.reader.js';
import { ChangeAccount } from './change-account.action.js';
import { ChangeCapabilities } from './change-capabilities.action.js';
import { DecisionController } from './decision.controller.js';
import { DecisionReader } from './decision.reader.js';
import { DecisionStore } from './decision.store.js';
import { DeclareRule } from './declare-rule.action.js';
import { HouseRuleReader } from './house-rule.reader.js';
import { TakeDecision } from './take-decision.action.js';

/** What takes two people, and what rests on it: of the party module. */
export const decision = {
  controllers: [DecisionController],
  providers: [
    BankAccountReader,
    ChangeAccount,
    ChangeCapabilities,
    DecisionReader,
    DecisionStore,
    DeclareRule,
    HouseRuleReader,
    OnDecisionApproved,
    TakeDecision,
  ],
};
