import { anyone, during, inBody, members, type AccessTable } from '../platform/auth/allow.js';
import { pool } from './who.js';

export const quoteAccess: AccessTable = {
  'GET /api/v1/pools/:poolId/meter': anyone,
  'GET /api/v1/pools/:poolId/meter/stream': anyone,
  'POST /api/v1/pools/:poolId/quote': during(
    pool,
    ['open'],
    members({ kind: 'koperasi', owner: inBody('koperasiId') }),
  ),
  'GET /api/v1/pools/:poolId/offers': anyone,
};
