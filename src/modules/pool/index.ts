import { CommitmentLineEntity, CommitmentRevisionEntity, PoolEntity, PoolItemEntity } from './pool.entity.js';
import {
  ItemRescueEntity,
  LineMoveEntity,
  PoolExtensionEntity,
  PoolItemMinimumEntity,
  PoolRescueEntity,
} from './rescue.entity.js';

export { PoolModule } from './pool.module.js';
export { PoolReader } from './pool.reader.js';
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
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  PoolRescueEntity,
  PoolItemMinimumEntity,
  PoolExtensionEntity,
  ItemRescueEntity,
  LineMoveEntity,
];
