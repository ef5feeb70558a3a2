import { ADMINISTRATOR, anyone, members, type AccessTable } from '../platform/auth/allow.js';

export const catalogAccess: AccessTable = {
  'GET /api/v1/commodities': anyone,
  'GET /api/v1/commodities/:code': anyone,
  'GET /api/v1/units': anyone,
  'GET /api/v1/price-references': anyone,
  'POST /api/v1/price-references': members(ADMINISTRATOR),
};
