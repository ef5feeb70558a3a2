import { StandingOfferEntity, StandingOfferRevisionEntity } from './offer.entity.js';

export { OfferModule } from './offer.module.js';
export { OfferReader, lockOffersOf } from './offer.reader.js';
export { boundOfferOf, type OfferTermsRow } from './read-offer-terms.js';
export { OfferTermsView } from './offer.dto.js';
export { showOfferTerms } from './show-offer.js';
export const offerEntities = [StandingOfferEntity, StandingOfferRevisionEntity];
