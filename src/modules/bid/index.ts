import { committeeEntities } from './committee/index.js';
import { BidEntity, BidRevisionEntity, SupplierTermsRevisionEntity, TenderEntity } from './bid.entity.js';
import {
  DecoyHashEntity,
  FailedBidEntity,
  ReleasedKeyEntity,
  SealedBidEntity,
  SealingKeyEntity,
  WrappedKeyEntity,
} from './seal.entity.js';

export { BidModule } from './bid.module.js';
export { BidReader, type OpenedBid } from './bid.reader.js';
export { SupplierTermsReader, type SupplierTermsRow } from './supplier-terms.reader.js';
export { BidsOpened, TenderBegunAnew } from './bid.events.js';
export const bidEntities = [
  TenderEntity,
  BidEntity,
  BidRevisionEntity,
  SupplierTermsRevisionEntity,
  SealingKeyEntity,
  WrappedKeyEntity,
  ReleasedKeyEntity,
  SealedBidEntity,
  DecoyHashEntity,
  FailedBidEntity,
  ...committeeEntities,
];
export { biddersOf } from './bidders-of.js';
