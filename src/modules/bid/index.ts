import { BidEntity, BidRevisionEntity, SupplierTermsRevisionEntity, TenderEntity } from './bid.entity.js';

export { BidModule } from './bid.module.js';
export { BidReader, type OpenedBid } from './bid.reader.js';
export { SupplierTermsReader, type SupplierTermsRow } from './supplier-terms.reader.js';
export { BidsOpened } from './bid.events.js';
export const bidEntities = [TenderEntity, BidEntity, BidRevisionEntity, SupplierTermsRevisionEntity];
export { biddersOf, ownBidder } from './own-bidder.js';
