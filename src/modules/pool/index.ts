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
export { PoolReader } from './pool.reader.js';
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
export { ZONE } from './zone.js';
export const poolEntities = [
  PoolEntity,
  PoolItemEntity,
  ItemDistributionEntity,
  ItemGradeEntity,
  PoolAwardRuleEntity,
  PoolFreightEntity,
  PoolPricingEntity,
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  PoolRescueEntity,
  PoolItemMinimumEntity,
  PoolExtensionEntity,
  ItemRescueEntity,
  LineMoveEntity,
];
