import {
  BankLineEntity,
  BankStatementEntity,
  PayoutAccountEntity,
  PayoutCallEntity,
  PayoutEntity,
  PayoutItemEntity,
  PayoutNotificationEntity,
  PayoutProofEntity,
} from './payout.entity.js';

export { PayoutModule } from './payout.module.js';
export const payoutEntities = [
  PayoutAccountEntity,
  PayoutCallEntity,
  PayoutEntity,
  PayoutItemEntity,
  PayoutNotificationEntity,
  PayoutProofEntity,
  BankStatementEntity,
  BankLineEntity,
];
