import {
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  PoolAwardRuleEntity,
  PoolEntity,
  PoolFreightEntity,
  PoolItemEntity,
  PoolStepEntity,
} from './pool.entity.js';

export { AwardRuleReader } from './award-rule.reader.js';
export { PoolModule } from './pool.module.js';
export { PoolReader } from './pool.reader.js';
export { settlePool } from './settle-pool.js';
export {
  CommitmentAmended,
  CommitmentWithdrawn,
  CommitmentsPlaced,
  PoolClosed,
  PoolOpened,
} from './pool.events.js';
export { stepsOf } from './pool-steps.js';
export { ZONE } from './zone.js';
export const poolEntities = [
  PoolEntity,
  PoolItemEntity,
  PoolAwardRuleEntity,
  PoolFreightEntity,
  PoolStepEntity,
  CommitmentLineEntity,
  CommitmentRevisionEntity,
];
