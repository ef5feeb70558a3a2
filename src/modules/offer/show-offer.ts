import type { OfferTerms } from '../../core/offer/offer-terms.js';
import type { OfferDetailView, OfferRevisionView, OfferTermsView, OfferView } from './offer.dto.js';
import type { OfferRow } from './offer.reader.js';

export const showOfferTerms = (terms: OfferTerms): OfferTermsView => ({
  tierKind: terms.tierKind,
  tiers: terms.tiers,
  capacityPacks: terms.capacityPacks,
  minimumPacks: terms.minimumPacks,
  leadTimeDays: terms.leadTimeDays,
  surcharges: Object.entries(terms.surchargeRpPerUnit)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([districtCode, surchargeRpPerUnit]) => ({ districtCode, surchargeRpPerUnit })),
  validFrom: terms.validFrom,
  validUntil: terms.validUntil,
});

type ShownRevision = Pick<OfferRow, 'revision' | 'action' | 'terms' | 'madeAt'>;

/** Its fields, apart from the class that documents them. */
type Fields<View> = { [Name in keyof View]: View[Name] };

const showRevision = ({ revision, action, terms, madeAt }: ShownRevision): Fields<OfferRevisionView> => ({
  revision,
  action,
  madeAt,
  terms: terms === null ? null : showOfferTerms(terms),
});

export const showOffer = (offer: OfferRow): Fields<OfferView> => ({
  id: offer.id,
  supplierId: offer.supplierId,
  supplierName: offer.supplierName,
  packCode: offer.packCode,
  regionCode: offer.regionCode,
  ...showRevision(offer),
});

export const showOfferDetail = (offer: OfferRow, history: readonly ShownRevision[]): OfferDetailView => ({
  ...showOffer(offer),
  history: history.map(showRevision),
});
