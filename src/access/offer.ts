import { anyone, inBody, members, narrowed, ofRow, type AccessTable } from '../platform/auth/allow.js';
import { OFFICE } from './who.js';

export const offerAccess: AccessTable = {
  'POST /api/v1/offers': members({ kind: 'supplier', roles: OFFICE, owner: inBody('supplierId') }),
  'POST /api/v1/offers/:offerId/end': members({
    kind: 'supplier',
    roles: OFFICE,
    owner: ofRow('standing_offer', 'supplier_id', 'offerId'),
  }),
  'GET /api/v1/offers': anyone,
  'GET /api/v1/offers/own': narrowed('OfferReader.ofSuppliers', members({ kind: 'supplier' })),
  'GET /api/v1/offers/:offerId': anyone,
};
