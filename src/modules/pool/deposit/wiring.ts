import { DepositController } from './deposit.controller.js';
import { AskDeposits } from './ask-deposits.js';
import { CarryDeposit } from './carry-deposit.action.js';
import { OnCommitmentAmended } from './on-commitment-amended.consumer.js';
import { OnCommitmentWithdrawn } from './on-commitment-withdrawn.consumer.js';
import { OnCommitmentsPlaced } from './on-commitments-placed.consumer.js';
import { OnDepositCarryAsked } from './on-deposit-carry-asked.consumer.js';
import { OnDueReopened } from './on-due-reopened.consumer.js';
import { OnDueSettled } from './on-due-settled.consumer.js';
import { OnLinesReleased } from './on-lines-released.consumer.js';
import { OnPoolCancelled } from './on-pool-cancelled.consumer.js';
import { OnPoolSettled } from './on-pool-settled.consumer.js';
import { SetLimit } from './set-limit.action.js';

export const depositControllers = [DepositController];
export const depositProviders = [
  AskDeposits,
  CarryDeposit,
  OnCommitmentAmended,
  OnCommitmentWithdrawn,
  OnCommitmentsPlaced,
  OnDepositCarryAsked,
  OnDueReopened,
  OnDueSettled,
  OnLinesReleased,
  OnPoolCancelled,
  OnPoolSettled,
  SetLimit,
];
