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
export { settlePool } from './settle-pool.js';
export {
  CommitmentAmended,
  CommitmentWithdrawn,
  CommitmentsPlaced,
  PoolCancelled,
  PoolClosed,
  PoolOpened,
} from './pool.events.js';
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
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  ItemOfferEntity,
  ItemGuaranteeEntity,
  PoolRescueEntity,
  PoolItemMinimumEntity,
  PoolExtensionEntity,
  ItemRescueEntity,
  LineMoveEntity,
];
