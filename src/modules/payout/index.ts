import {
  BankLineEntity,
  BankStatementEntity,
  FormerPayoutKeysEntity,
  PayoutAccountEntity,
  PayoutCallEntity,
  PayoutEntity,
  PayoutItemEntity,
  PayoutNotificationEntity,
  PayoutProofEntity,
} from './payout.entity.js';

export { PayoutModule } from './payout.module.js';
export const payoutEntities = [
  FormerPayoutKeysEntity,
  PayoutAccountEntity,
  PayoutCallEntity,
  PayoutEntity,
  PayoutItemEntity,
  PayoutNotificationEntity,
  PayoutProofEntity,
  BankStatementEntity,
  BankLineEntity,
];
