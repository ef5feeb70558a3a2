import {
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  ItemDistributionEntity,
  PoolEntity,
  PoolItemEntity,
} from './pool.entity.js';

export { PoolModule } from './pool.module.js';
export { PoolReader } from './pool.reader.js';
export { DistributionReader, type DistributionRow } from './distribution.reader.js';
export { settlePool } from './settle-pool.js';
export {
  CommitmentAmended,
  CommitmentWithdrawn,
  CommitmentsPlaced,
  PoolClosed,
  PoolOpened,
} from './pool.events.js';
export { ZONE } from './zone.js';
export const poolEntities = [
  PoolEntity,
  PoolItemEntity,
  ItemDistributionEntity,
  CommitmentLineEntity,
  CommitmentRevisionEntity,
];
