import { ItemGuaranteeEntity, ItemOfferEntity } from './offer-binding.entity.js';
import {
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  PoolAwardRuleEntity,
  PoolEntity,
  PoolFreightEntity,
  PoolItemEntity,
} from './pool.entity.js';

export { AwardRuleReader } from './award-rule.reader.js';
export { PoolModule } from './pool.module.js';
export { PoolReader, type PoolItemRow, type PoolRow } from './pool.reader.js';
export { BoundOfferReader, type ItemOfferRow } from './bound-offer.reader.js';
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
  PoolAwardRuleEntity,
  PoolFreightEntity,
  CommitmentLineEntity,
  CommitmentRevisionEntity,
  ItemOfferEntity,
  ItemGuaranteeEntity,
];
