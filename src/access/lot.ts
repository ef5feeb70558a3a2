import { anyone, members, narrowed, type AccessTable } from '../platform/auth/allow.js';
import { ANY_ADMINISTRATOR, ANY_ORGANISER, OBSERVER } from './who.js';

export const lotAccess: AccessTable = {
  'GET /api/v1/pools/:poolId/lots': anyone,
  'GET /api/v1/lots/:lotId': anyone,
  'GET /api/v1/lots/:lotId/lines': narrowed(
    'LotReader.linePage',
    members({ kind: 'koperasi' }, ANY_ORGANISER, OBSERVER, ANY_ADMINISTRATOR),
  ),
  'GET /api/v1/pools/:poolId/refused-lines': narrowed(
    'LotReader.refusedPage',
    members({ kind: 'koperasi' }, ANY_ORGANISER, OBSERVER, ANY_ADMINISTRATOR),
  ),
};
