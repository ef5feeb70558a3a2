import {
  DepositApplicationEntity,
  DepositCarryEntity,
  ExposureLimitEntity,
  PoolDepositDueEntity,
  PoolDepositEntity,
  ReleasedLineEntity,
} from './deposit/deposit.entity.js';
import { EnteredOrderEntity } from './entered/entered-order.entity.js';
import { ItemGuaranteeEntity, ItemOfferEntity } from './offer-binding.entity.js';
import {
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  ItemDistributionEntity,
  ItemGradeEntity,
  PoolAwardRuleEntity,
  PoolEntity,
  PoolFreightEntity,
  PoolItemEntity,
  PoolPricingEntity,
  PoolStepEntity,
} from './pool.entity.js';
import { PoolSealEntity, PoolSealHolderEntity } from './pool-seal.entity.js';
import {
  ItemRescueEntity,
  LineMoveEntity,
  PoolExtensionEntity,
  PoolItemMinimumEntity,
  PoolRescueEntity,
} from './rescue.entity.js';

export { AwardRuleReader } from './award-rule.reader.js';
export { PoolModule } from './pool.module.js';
export { PoolReader, type PoolItemRow, type PoolRow } from './pool.reader.js';
export { BoundOfferReader, type ItemOfferRow } from './bound-offer.reader.js';
export { DistributionReader, type DistributionRow } from './distribution.reader.js';
export { PricingReader } from './pricing.reader.js';
export { applyDeposit } from './deposit/apply-deposit.js';
export { depositOfPool, type DueBy } from './deposit/keep-deposit.js';
export { releaseLines, type ReleaseReason } from './deposit/release-lines.js';
export { joinSharedLine } from './join-shared-line.js';
export { settlePool } from './settle-pool.js';
export {
  CommitmentAmended,
  CommitmentWithdrawn,
  CommitmentsPlaced,
  PoolCancelled,
  PoolClosed,
  PoolOpened,
} from './pool.events.js';
export { sealOf } from './pool-seal.js';
export { stepsOf } from './pool-steps.js';
export { WORST, ZONE } from './zone.js';
export const poolEntities = [
  PoolEntity,
  PoolItemEntity,
  ItemDistributionEntity,
  ItemGradeEntity,
  PoolAwardRuleEntity,
  PoolFreightEntity,
  PoolPricingEntity,
  PoolStepEntity,
  PoolSealEntity,
  PoolSealHolderEntity,
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  ItemOfferEntity,
  ItemGuaranteeEntity,
  PoolRescueEntity,
  PoolItemMinimumEntity,
  PoolExtensionEntity,
  ItemRescueEntity,
  LineMoveEntity,
  DepositApplicationEntity,
  DepositCarryEntity,
  ExposureLimitEntity,
  PoolDepositDueEntity,
  PoolDepositEntity,
  ReleasedLineEntity,
  EnteredOrderEntity,
];
